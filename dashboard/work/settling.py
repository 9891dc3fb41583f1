"""/kerja/sinkronisasi/selesaikan/ and bawa/: what is chosen on the desk is settled, or carried to a Rakor."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import SETTLE, states_for
from dashboard.pages import Page, crumbs
from dashboard.selectors.differences import DifferenceRow, read_seen, row_of, with_words
from dashboard.work.frame import show
from dashboard.work.settling_form import FigureForm, SettlingForm
from dashboard.work.settling_words import proposed_text
from meetings.models import Rakor
from meetings.settling import carry_to_rakor, settle_at_rakor
from programs.choices import DifferenceState
from programs.models import Difference
from records.refusals import ActionRefused

CHOSEN = "pilih"
MOST = 60
"""As many at once as two pages of the desk show; more than that nobody looks at."""


@dataclass
class Part:
    """One figure on the page: what its sources say now, and the form where it can still be settled."""

    row: DifferenceRow
    form: FigureForm | None
    is_news: bool = False


def chosen_in(data):
    """{key: version} of what was chosen on the desk."""
    seen = filter(None, map(read_seen, data.getlist(CHOSEN)[:MOST]))
    return dict(seen)


def chosen_of(user, action, keys):
    """The differences chosen that lie within reach, in whatever state somebody else left them."""
    found = with_words(Difference.objects.within(user, action).filter(pk__in=keys))
    return list(found.order_by("measurement__unit__code", "pk"))


@require_http_methods(["GET", "HEAD", "POST"])
def difference_settle(request):
    """Chosen on the desk, shown side by side, then settled together or not at all."""
    if request.method == "POST" and "aksi" not in request.POST:
        return redirect(address_for(request.POST.getlist(CHOSEN)))
    data = request.POST if request.method == "POST" else None
    keys = list(chosen_in(data or request.GET))
    parts = parts_for(request.user, keys, data)
    if not any(part.form for part in parts):
        messages.error(request, _("Pilih angka yang akan diselesaikan, yang belum selesai."))
        return redirect("work:difference-list")
    form = SettlingForm(request.user, data)
    if data and settled(request, parts, form):
        return redirect(f"{reverse('work:difference-list')}?keadaan={DifferenceState.SETTLED}")
    return show(request, "difference_settle.html", *settle_page(parts, form))


def address_for(chosen):
    query = QueryDict(mutable=True)
    query.setlist(CHOSEN, chosen[:MOST])
    return f"{reverse('work:difference-settle')}?{query.urlencode()}"


def parts_for(user, keys, data):
    open_states = states_for("programs.difference", SETTLE)
    return [
        Part(row_of(one), FigureForm(one, data) if one.state in open_states else None)
        for one in chosen_of(user, SETTLE, keys)
    ]


def settle_page(parts, form):
    number = sum(part.form is not None for part in parts)
    title = ngettext("%(number)d angka diselesaikan bersama", "%(number)d angka diselesaikan bersama", number)
    if number == 1:
        title = _("Satu angka diselesaikan")
    where = (_("Sinkronisasi"), reverse("work:difference-list"))
    page = Page(title % {"number": number}, crumbs=crumbs(where, _("Selesaikan")))
    return page, {"parts": parts, "form": form}


def settled(request, parts, form):
    """Whether all of it was settled; else each form says what is wrong and keeps what was typed."""
    forms = [part.form for part in parts if part.form]
    late = [part for part in parts if not part.form and f"d{part.row.pk}-versi" in request.POST]
    wrong = [one for one in (*forms, form) if not one.is_valid()]
    if request.POST["aksi"] == "susun":
        compose(forms, form)
        return False
    if late:
        names = "; ".join(f"{part.row.title}, {part.row.unit}" for part in late)
        message = _("Sudah diproses orang lain: %(figures)s. Tidak ada yang disimpan; simpan lagi tanpa itu.")
        form.add_error(None, message % {"figures": names})
    if late or wrong:
        return False
    try:
        given = form.cleaned_data
        settle_at_rakor(
            [one.agreed() for one in forms],
            by=request.user,
            reason=given["alasan"],
            minutes_number=given["ba_nomor"],
            minutes_on=given["ba_tanggal"],
            **form.place(),
        )
    except ActionRefused as refusal:
        form.add_error(None, refusal.message)
        look_again(request, parts)
        return False
    said = ngettext("%(number)d angka diselesaikan.", "%(number)d angka diselesaikan.", len(forms))
    messages.success(request, said % {"number": len(forms)})
    return True


def compose(forms, form):
    """Write the outcome's text from what was chosen so far; nothing else is judged yet."""
    chosen = [(one.difference, value) for one in forms if (value := one.value()) is not None]
    form.data = form.data.copy()
    form.data["teks"] = proposed_text(chosen)
    for one in (*forms, form):
        one._errors = {}


def look_again(request, parts):
    """What stands now beside what was typed; who saves once more has seen it."""
    fresh = {
        part.row.pk: part for part in parts_for(request.user, [part.row.pk for part in parts], request.POST)
    }
    for part in parts:
        now = fresh.get(part.row.pk)
        if now is None:
            continue
        part.row, part.form = now.row, now.form
        part.is_news = part.form.now_seen() if part.form else True


@require_POST
def difference_carry(request):
    """One click on the desk or on a figure's page: onto the agenda of a coming Rakor."""
    seen = chosen_in(request.POST)
    differences = chosen_of(request.user, "carry", seen)
    rakor = request.POST.get("rakor", "")
    back = back_to(request)
    if not differences or not rakor.isdecimal():
        messages.error(request, _("Pilih angka yang dibawa, dan Rakor yang akan membahasnya."))
        return redirect(back)
    for one in differences:
        one.version = seen[one.pk]
    rakor = get_object_or_404(Rakor.objects.editable_by(request.user), pk=rakor)
    try:
        issue = carry_to_rakor(differences, rakor, by=request.user)
    except ActionRefused as refusal:
        messages.error(request, refusal.message)
        return redirect(back)
    number = len(differences)
    said = ngettext("%(number)d angka dibawa ke %(rakor)s.", "%(number)d angka dibawa ke %(rakor)s.", number)
    messages.success(request, said % {"number": number, "rakor": rakor.title})
    return redirect(f"{reverse('work:rakor-detail', args=[rakor.pk])}#p{issue.pk}")


def back_to(request):
    """The figure's page where it was asked there, else the desk as it was narrowed."""
    figure = request.POST.get("angka", "")
    if figure.isdecimal():
        return reverse("work:figure-detail", args=[figure])
    query = request.GET.urlencode()
    return reverse("work:difference-list") + (f"?{query}" if query else "")
