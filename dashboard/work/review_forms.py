"""What a person may say about a follow-up: how it goes, that it is done, or whether it was found so."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from meetings.choices import ReviewKind
from meetings.forms import ReviewForm
from meetings.models import FollowUp
from meetings.reviewing import VERDICTS


class PlainReviewForm(ReviewForm):
    """The form in the site's own look."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = "r-input"

    def now_seen(self, follow_up):
        """The same words again, by somebody who has now read what others reported meanwhile."""
        follow_up.refresh_from_db(fields=["version"])
        self.data = self.data.copy()
        self.data["version"] = follow_up.version


@dataclass(frozen=True)
class Part:
    """One form of the page. `name` says which of them was sent; each of `buttons` is (kind, words)."""

    name: str
    title: str
    buttons: tuple
    form: PlainReviewForm

    @property
    def fields(self):
        """Where every kind has a button of its own, there is nothing to choose from."""
        chosen = [button for button in self.buttons if button[0]]
        return [one for one in self.form.visible_fields() if not (chosen and one.name == "kind")]


def parts_for(request, follow_up):
    """The forms that this person may send: one for who judges it, one for who reports on it."""
    told = [
        ("periksa", "verify", _("Periksa tindak lanjut"), (("", _("Simpan hasil pemeriksaan")),), VERDICTS),
        (
            "lapor",
            "add",
            _("Laporkan tindak lanjut"),
            # The first is what the Enter key sends.
            ((ReviewKind.PROGRESS, _("Simpan kemajuan")), (ReviewKind.CLAIMED, _("Ajukan selesai"))),
            (ReviewKind.PROGRESS, ReviewKind.CLAIMED),
        ),
    ]
    return [
        Part(name, title, buttons, form_of(request, name, kinds, follow_up))
        for name, action, title, buttons, kinds in told
        if FollowUp.objects.reviewable_by(request.user, action).filter(pk=follow_up.pk).exists()
    ]


def form_of(request, name, kinds, follow_up):
    is_sent = request.method == "POST" and request.POST.get("bagian") == name
    data, files = (request.POST, request.FILES) if is_sent else (None, None)
    # Two forms on one page: each has its own ids, and the same names.
    seen = {"version": follow_up.version}
    return PlainReviewForm(data, files, kinds=kinds, initial=seen, auto_id=f"id_{name}_%s")
