"""Addresses of the figures room."""

from django.urls import path

from motcua.figures.views import closed, lateness, report

app_name = "figures"

urlpatterns = [
    path("", report.report, name="report"),
    path("lateness/", lateness.lateness, name="lateness"),
    path("list/", report.rows, name="rows"),
    path("list.xlsx", report.list_xlsx, name="list_xlsx"),
    path("report.xlsx", report.xlsx, name="xlsx"),
    path("report.csv", report.csv, name="csv"),
    path("report.pdf", report.pdf, name="pdf"),
    path("close/", closed.close, name="close"),
    path("closed/", closed.closed_list, name="closed_list"),
    path("closed/<uuid:report_id>/", closed.closed, name="closed"),
    path("closed/<uuid:report_id>/list/", closed.closed_rows, name="closed_rows"),
    path("closed/<uuid:report_id>/report.pdf", closed.closed_pdf, name="closed_pdf"),
    path("closed/<uuid:report_id>/report.csv", closed.closed_csv, name="closed_csv"),
]
