"""Where each address leads. Public addresses are Indonesian; their rooms name them."""

from django.contrib import admin
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import RedirectView
from django.views.i18n import set_language

from rakor.theme import set_theme
from records.autocomplete import autocomplete
from regions.doorway.views import SignOut

urlpatterns = [
    # One door for everybody: the admin's own log-in and log-out pages lead to it.
    path("admin/login/", RedirectView.as_view(pattern_name="login", query_string=True), name="admin-login"),
    path("admin/logout/", SignOut.as_view(), name="admin-logout"),
    path(
        "admin/password_change/",
        RedirectView.as_view(pattern_name="account-password"),
        name="admin-password-change",
    ),
    path("admin/autocomplete/", admin.site.admin_view(autocomplete), name="admin-autocomplete"),
    path("admin/", admin.site.urls),
    path("bahasa/", csrf_exempt(set_language), name="set-language"),
    path("tema/", set_theme, name="set-theme"),
    path("akun/data/", include("regions.personal.urls")),
    path("kerja/", include("dashboard.work.urls")),
    path("", include("regions.doorway.urls")),
    path("", include("dashboard.urls")),
]

handler400 = "rakor.errors.bad_request"
handler403 = "rakor.errors.permission_denied"
handler404 = "rakor.errors.not_found"
handler500 = "rakor.errors.server_error"
