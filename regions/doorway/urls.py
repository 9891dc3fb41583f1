"""The one door, and everybody's own account."""

from django.urls import path

from regions.doorway import account, passwords, views

urlpatterns = [
    path("masuk/", views.SignIn.as_view(), name="login"),
    path("keluar/", views.SignOut.as_view(), name="logout"),
    # sandi/
    path("sandi/lupa/", passwords.Forgotten.as_view(), name="password-forgotten"),
    path("sandi/lupa/terkirim/", passwords.LetterSent.as_view(), name="password-letter-sent"),
    path("sandi/<uidb64>/<token>/", passwords.SetByLink.as_view(), name="password-set"),
    # akun/
    path("akun/", account.own_account, name="account"),
    path("akun/sandi/", passwords.ChangeOwn.as_view(), name="account-password"),
    path("akun/keluar-semua/", account.sign_out_everywhere, name="account-sign-out"),
]
