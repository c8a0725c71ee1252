from django.urls import path

from . import views

urlpatterns = [path("people/<int:key>/", views.person)]
