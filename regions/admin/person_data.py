"""Handing out and erasing one person's data, as acts on that person's page (UU 27/2022)."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from records.admin_acts import Acting, ReasonForm, act
from records.admin_base import ActionVariant, UnfoldAdminTextInputWidget
from regions.personal.erasure import erase_person, is_erased
from regions.personal.export import hand_out
from regions.personal.views import data_file

CHANGE = "accounts.change_user"


class EraseForm(ReasonForm):
    """Irreversible, so the user name is typed once more."""

    username = forms.CharField(
        label=gettext_lazy("Nama akun, diketik ulang"), widget=UnfoldAdminTextInputWidget
    )

    def clean_username(self):
        typed = self.cleaned_data["username"].strip()
        if typed != self.obj.username:
            raise forms.ValidationError(_("Nama akun tidak sama. Tidak ada yang dihapus."))
        return typed


class DataActs(Acting):
    """Acts of the person's page, for whoever manages all that this person ever served."""

    actions_detail = ({"title": gettext_lazy("Data pribadi"), "items": ["hand_out_data", "erase"]},)

    def is_offered(self, user, permission, person):
        return not is_erased(person) and super().is_offered(user, permission, person)

    @act(
        gettext_lazy("Ekspor data pribadi"),
        permission=CHANGE,
        icon="download",
        explained=gettext_lazy(
            "Satu berkas JSON berisi semua yang disimpan tentang orang ini. Serahkan hanya kepada orangnya."
        ),
        done=gettext_lazy("Data pribadi diekspor dan tercatat di buku perubahan."),
        form=ReasonForm,
    )
    def hand_out_data(self, request, person, reason, **seen):
        return data_file(hand_out(person, by=request.user, reason=reason))

    @act(
        gettext_lazy("Hapus data pribadi"),
        permission=CHANGE,
        icon="person_remove",
        explained=gettext_lazy(
            "Nama, nama akun, surel, dan kata sandi hilang; akun ditutup, penugasan dan sesi berakhir."
            " Perbuatannya tetap tercatat di bawah nama netral. Tidak dapat dibatalkan."
        ),
        done=gettext_lazy("Data pribadi dihapus."),
        form=EraseForm,
        variant=ActionVariant.DANGER,
    )
    def erase(self, request, person, reason, **confirmed):
        erase_person(person, by=request.user, reason=reason)
