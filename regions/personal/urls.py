"""akun/data/: a person's own data."""

from django.urls import path

from regions.personal import views

urlpatterns = [
    path("", views.own_data, name="own-data"),
    path("unduh/", views.own_data_file, name="own-data-file"),
]
