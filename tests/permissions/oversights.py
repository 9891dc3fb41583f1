"""Faults in what stands around the table: secrets, second persons, and pages that forget to ask."""

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from import_export.admin import ExportMixin

from accounts.choices import Role, Scope
from accounts.doorkeeper import Doorkeeper
from accounts.models import User
from evaluations import actions as judging
from meetings import querysets as meeting_rows
from meetings import reviewing
from programs import judging as report_judging
from programs.models import Measurement
from programs.querysets import ReportQuerySet
from records.admin_acts import Acting
from records.admin_base import RecordAdmin
from records.admin_pages import RecordPages
from records.autocomplete import LabelledAutocomplete
from regions.access import EVERY_ROW, Reach
from regions.admin import ledger, people, person_acts
from regions.people import giving, reach
from tests.permissions.faults import breaks

# What is terbatas, rahasia, or not published.


@breaks("Pimpin does not find a Rakor that is rahasia", "Nia does not find a Rakor that is rahasia")
def a_secret_rakor_is_like_any(patch):
    patch.setattr(meeting_rows, "unveiled_or_open", lambda user: EVERY_ROW)


@breaks(
    "Nia reads no outcome that is rahasia on a Rakor she writes",
    "Pimpin downloads no paper that is rahasia",
    "Pimpin does not find a Rakor by what it secretly agreed",
)
def secret_parts_are_like_any(patch):
    patch.setattr(meeting_rows, "unveiled_within", lambda user: EVERY_ROW)


@breaks("Visitors do not find a Rakor that is rahasia", "Visitors find neither of them in the list")
def visitors_read_whatever_was_held(patch):
    states = meeting_rows.SHOWN_STATES
    patch.setattr(meeting_rows.RakorQuerySet, "public", lambda rows: rows.filter(state__in=states))


@breaks("Visitors do not find a Rakor that is a draft", "Visitors find neither of them in the list")
def visitors_read_drafts(patch):
    patch.setattr(meeting_rows.RakorQuerySet, "public", lambda rows: rows.filter(visibility="publik"))


# Two persons.


@breaks(
    "Vera does not accept the report she sent herself",
    "Vera does not accept a report that holds a figure she entered",
    "Suri does not accept the report she sent",
)
def own_reports_are_accepted(patch):
    patch.setattr(report_judging, "_refuse_own_work", lambda report, by: None)


@breaks("Rina does not determine what she computed", "Suri does not publish the round that she computed")
def own_rounds_are_published(patch):
    patch.setattr(judging, "_refuse_the_same", lambda first_id, by, message: None)


@breaks("Mira, who verifies in Jambi and reports for Kerinci, does not find Kerinci's work done")
def own_work_is_found_done(patch):
    patch.setattr(reviewing, "answers_for", lambda user, unit: False)


@breaks("Vera does not find done what she claimed")
def own_claims_are_checked(patch):
    patch.setattr(reviewing, "refuse_own_verdict", lambda follow_up, by: None)


# Doors, lists and pages that forget to ask.


@breaks("Sari is not led to a Rakor's page by its number")
def nobody_keeps_the_door(patch):
    patch.setattr(Doorkeeper, "process_view", lambda *arguments: None)


@breaks("Budi starts no Rakor")
def every_permission_is_granted(patch):
    patch.setattr(User, "has_perm", lambda user, permission, obj=None: True)


@breaks("Vivi, who verifies in Kalbar and reports for Kerinci, does not accept in Kerinci")
def an_act_does_not_ask_how_far(patch):
    patch.setattr(Acting, "reaches", lambda page, user, action, obj: True)


@breaks(
    "Wayan makes no instrument for a program of Kesbangpol",
    "Rina opens no round over the regencies of Kalbar",
)
def a_new_row_is_put_anywhere(patch):
    patch.setattr(RecordAdmin, "refuse_out_of_reach", lambda *arguments: None)


@breaks("Vivi does not accept Kerinci's reports from the list either")
def the_list_accepts_anything(patch):
    patch.setattr(ReportQuerySet, "within", lambda rows, user, action: rows.all())


@breaks("Sari does not find Kerinci's in her list", "Sari does not find Kerinci's draft")
def lists_show_everything(patch):
    patch.setattr(RecordPages, "get_queryset", ModelAdmin.get_queryset)


@breaks("Sari does not find Kerinci's figures in the sheet she takes away")
def sheets_hold_everything(patch):
    patch.setattr(ExportMixin, "get_export_queryset", lambda page, request: Measurement.objects.all())


@breaks("Dewi is not offered a Rakor of Jambi", "Pimpin is not offered a Rakor that is rahasia")
def everything_is_offered(patch):
    def every_row(view):
        return view.model_admin.model._default_manager.filter(title__icontains=view.term).order_by("pk")

    patch.setattr(LabelledAutocomplete, "get_queryset", every_row)


@breaks("Sari does not find the history of Kerinci's draft")
def history_is_told_to_anybody(patch):
    get_object = RecordPages.get_object

    def any_row_for_history(page, request, object_id, from_field=None):
        if request.path.endswith("/history/"):
            return page.model._default_manager.get(pk=object_id)
        return get_object(page, request, object_id, from_field)

    patch.setattr(RecordPages, "get_object", any_row_for_history)


@breaks("Nia does not read in the history what was secretly agreed")
def history_tells_what_is_secret(patch):
    from meetings.admin import rakor as rakor_pages

    patch.setattr(rakor_pages, "open_lines", lambda lines, rakor, user: lines)


@breaks("Sari downloads no minutes of a Rakor she does not read")
def papers_are_handed_to_anybody(patch):
    patch.setattr(meeting_rows.VisibleInRakorQuerySet, "reached", lambda rows, reach, user, action: EVERY_ROW)


@breaks("Sari downloads no evidence of Kerinci's", "Dewi downloads no evidence of Jambi's")
def evidence_is_handed_to_anybody(patch):
    patch.setattr(meeting_rows.FollowUpQuerySet, "visible_to", lambda rows, user: rows.all())


@breaks("Rina lets nobody report in Kalbar")
def work_is_given_anywhere(patch):
    patch.setattr(giving, "reach_of", lambda user, permission: Reach(everything=True))


@breaks("Rina lets nobody reach everything")
def the_whole_country_is_given(patch):
    patch.setattr(giving, "pairs_given_by", lambda giver: [(Role.AUDITOR, [Scope.ALL])])
    patch.setattr(giving, "objections", lambda assignment, by: {})


@breaks("Rina does not give herself another assignment")
def an_admin_looks_after_herself(patch):
    for room in (person_acts, reach):
        patch.setattr(room, "people_editable_by", reach.people_visible_to)


@breaks("Dewi does not find a person of Jambi", "Dewi takes no list of Jambi's people away")
def people_are_everybodys(patch):
    patch.setattr(people, "people_visible_to", lambda user, everybody: everybody)


@breaks("Dewi does not find what Jambi's people wrote")
def the_ledger_is_everybodys(patch):
    patch.setattr(ledger, "people_within", lambda reach: User.objects.values("pk"))


@breaks("Sari does not find Kerinci's draft", "Kesna does not find a round of Dinsos")
def a_foreign_row_is_told_from_an_absent_one(patch):
    get_object = ModelAdmin.get_object

    def or_refuse(page, request, object_id, from_field=None):
        found = get_object(page, request, object_id, from_field)
        if found is None and page.model._default_manager.filter(pk=object_id).exists():
            raise PermissionDenied
        return found

    patch.setattr(ModelAdmin, "get_object", or_refuse)
