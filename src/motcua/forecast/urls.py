"""Addresses of the forecast room."""

from django.urls import path

from motcua.forecast.views import board, levelling

app_name = "forecast"

urlpatterns = [
    path("forecast/", board.board, name="board"),
    path("forecast/levelling/", levelling.levelling, name="levelling"),
    path("forecast/<str:code>/", board.detail, name="detail"),
]
