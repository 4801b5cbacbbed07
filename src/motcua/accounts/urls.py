"""Addresses of the accounts room: signing in and out, TOTP."""

from allauth.account import views as account
from django.urls import include, path

urlpatterns = [
    path("sign-in/", account.login, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("sign-in/again/", account.reauthenticate, name="account_reauthenticate"),
    path("sign-in/closed/", account.signup, name="account_signup"),
    path("sign-in/2/", include("allauth.mfa.urls")),
]
