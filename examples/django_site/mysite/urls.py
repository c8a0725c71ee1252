"""Addresses of the site."""

from django.contrib import admin
from django.urls import path

from guestbook import views

urlpatterns = [
    path("", views.entries, name="entries"),
    path("admin/", admin.site.urls),
]
