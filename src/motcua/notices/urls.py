"""Addresses of the notices room."""

from django.urls import path

from motcua.notices.views import public, reading, writing

app_name = "notices"

urlpatterns = [
    path("notices/", reading.listed, name="list"),
    path("notices/stuck/", reading.stuck, name="stuck"),
    path("notices/wordings/", writing.wordings, name="wordings"),
    path("notices/wording/", writing.wording, name="wording"),
    path("notices/restore_wording/", writing.restore_wording, name="restore_wording"),
    path("notices/channels/", writing.channels, name="channels"),
    path("notices/channel/", writing.channel, name="channel"),
    path("notices/<uuid:message_id>/", reading.message, name="message"),
    path("notices/<uuid:message_id>/refuse_purpose/", reading.refuse_purpose, name="refuse_purpose"),
    path("notices/deliveries/<uuid:delivery_id>/try_again/", reading.try_again, name="try_again"),
    path("notices/deliveries/<uuid:delivery_id>/tell_by_hand/", reading.tell_by_hand, name="tell_by_hand"),
    path("p/<slug:slug>/messages/<str:token>/", public.choose, name="choose"),
    path("p/<slug:slug>/messages/<str:token>/stop/<str:purpose>/", public.stop, name="stop"),
]
