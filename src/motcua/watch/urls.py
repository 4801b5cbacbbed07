"""Addresses of the watch room."""

from django.urls import path

from motcua.watch import views

app_name = "watch"

urlpatterns = [
    path("watch/", views.warnings, name="warnings"),
    path("watch/see/", views.see, name="see"),
    path("watch/digest/", views.digest, name="digest"),
]
