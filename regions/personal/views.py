"""/akun/data/: what is held of me, and the file to take along. Nobody asks for another's here."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from regions.personal.export import as_json, file_name, in_short


@never_cache
@login_required
@require_safe
def own_data(request):
    """In short: how much of what is held, and the account itself in full."""
    return render(request, "regions/own_data.html", {"data": in_short(request.user)})


@never_cache
@login_required
@require_safe
def own_data_file(request):
    return data_file(request.user)


def data_file(user):
    """Everything held of a person as a download."""
    response = HttpResponse(as_json(user), content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file_name(user)}"'
    response["Cache-Control"] = "private, no-store"
    return response
