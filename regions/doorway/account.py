"""/akun/: who I am here, what I may do, and the way out of every device."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts import sessions
from accounts.sessions import Farewell
from rakor.lib.dates import format_date
from regions.access import assignments_of
from regions.doorway import actions


@never_cache
@login_required
@require_safe
def own_account(request):
    context = {
        "assignments": [in_words(one) for one in assignments_of(request.user)],
        "is_saved": request.GET.get("tersimpan") == "sandi",
    }
    return render(request, "accounts/account.html", context)


def in_words(assignment):
    """{role, reach, since, until} of one assignment, as its holder reads it."""
    return {
        "role": assignment.get_role_display(),
        "reach": assignment.unit or assignment.get_scope_display(),
        "scope": assignment.get_scope_display() if assignment.unit else "",
        "since": format_date(assignment.starts_on),
        "until": format_date(assignment.ends_on) if assignment.ends_on else "",
    }


@require_POST
@login_required
def sign_out_everywhere(request):
    actions.sign_out_everywhere(request.user, by=request.user)
    sessions.end(request, Farewell.EVERYWHERE)
    return HttpResponseRedirect(reverse("login"))
