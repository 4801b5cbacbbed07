"""Addresses of the accounts room: signing in and out, TOTP, one's own page."""

from allauth.account import views as account
from django.urls import include, path
from django.views.generic import RedirectView

from motcua.accounts import views

urlpatterns = [
    path("me/", views.me, name="me"),
    path("me/password/", views.password, name="me_password"),
    path("me/preferences/", views.preferences, name="me_preferences"),
    path("sign-in/", account.login, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("sign-in/again/", account.reauthenticate, name="account_reauthenticate"),
    path("sign-in/closed/", account.signup, name="account_signup"),
    path("sign-in/inactive/", account.account_inactive, name="account_inactive"),
    path("sign-in/2/", RedirectView.as_view(pattern_name="me"), name="mfa_index"),
    path("sign-in/2/", include("allauth.mfa.urls")),
]
