"""Acts on one record in the admin (accept, close, determine): a page that says what will happen, then a POST.

An act is never done by following a link, and what it refuses is said on its page with everything typed kept.
"""

from functools import wraps

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import split, states_for
from records.admin_base import UnfoldAdminTextareaWidget, action
from records.models import Versioned
from records.refusals import ActionRefused

__all__ = ["ActForm", "Acting", "ReasonForm", "act"]


class ActForm(forms.Form):
    """What an act asks before it is done; nothing, unless a subclass has fields.

    `obj` is what it is on, `by` who asks. A record that carries a version is acted on as it was seen:
    the page's version comes back with the answer, and what the act compares is that one, not the version of
    the moment in which it is sent.
    """

    def __init__(self, *args, obj=None, by=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.obj, self.by = obj, by
        if isinstance(obj, Versioned):
            self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput)
            self.initial["version"] = obj.version

    def answers(self):
        """What was answered; the version seen is set on the record."""
        answers = dict(self.cleaned_data)
        if "version" in answers:
            self.obj.version = answers.pop("version")
        return answers


class ReasonForm(ActForm):
    reason = forms.CharField(label=gettext_lazy("Alasan"), widget=UnfoldAdminTextareaWidget({"rows": 3}))


def act(description, *, permission, icon, explained, done, form=ActForm, variant=None):
    """Turn `method(self, request, obj, **answers)` into a button on the record's page.

    `permission` is a full name ("evaluations.compute_round"); `explained` says above the form what will
    happen and `done` afterwards what did. The method raises ActionRefused where it may not be; a page that it
    gives back is shown in place of the record's.
    """

    def decorate(method):
        @wraps(method)
        def page(self, request, object_id):
            if not request.user.has_perm(permission):
                raise PermissionDenied
            obj = self.get_object(request, unquote(str(object_id)))
            if obj is None:
                raise Http404
            if not self.reaches(request.user, split(permission)[0], obj):
                raise PermissionDenied
            answers = form(request.POST if request.method == "POST" else None, obj=obj, by=request.user)
            if request.method == "POST" and answers.is_valid():
                try:
                    shown = method(self, request, obj, **answers.answers())
                except ActionRefused as refusal:
                    answers.add_error(None, refusal.message)
                else:
                    messages.success(request, done)
                    return shown or HttpResponseRedirect(_page_of(self, obj))
            return _asked(self, request, obj, answers, description, explained)

        # Not as Unfold's `permissions`: those it looks up among Django's stored ones, and ours are a table.
        page.permission = permission
        options = {"variant": variant} if variant else {}
        return action(description=description, icon=icon, url_path=_path(method), **options)(page)

    return decorate


class Acting:
    """An admin page with acts: its buttons are those that this person may press on this record now."""

    def reaches(self, user, action, obj):
        """Whether this record lies where the permission table lets this person `action`, in any state."""
        rows = type(obj)._default_manager.all()
        return not hasattr(rows, "open_to") or rows.within(user, action).filter(pk=obj.pk).exists()

    def is_offered(self, user, permission, obj):
        """Whether this person may do this to the record as it stands now."""
        action, label = split(permission)
        states = states_for(label, action)
        is_open = states is None or obj.state in states
        return is_open and user.has_perm(permission) and self.reaches(user, action, obj)

    def get_actions_detail(self, request, object_id):
        obj = self.get_object(request, unquote(str(object_id)))
        return [
            one
            for one in super().get_actions_detail(request, object_id)
            if obj is not None and self.is_offered(request.user, one.method.permission, obj)
        ]


def _path(method):
    return method.__name__.replace("_", "-")


def _page_of(admin, obj):
    return reverse(f"admin:{admin.opts.app_label}_{admin.opts.model_name}_change", args=[obj.pk])


def _asked(admin, request, obj, form, title, explained):
    context = {
        **admin.admin_site.each_context(request),
        "title": _("%(act)s: %(object)s") % {"act": title, "object": obj},
        "act": title,
        "explained": explained,
        "form": form,
        "object": obj,
        "opts": admin.opts,
        "back": _page_of(admin, obj),
    }
    status = 409 if form.non_field_errors() else 200
    return TemplateResponse(request, "admin/records/act.html", context, status=status)
