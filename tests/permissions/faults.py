"""Faults, each of which somebody could write one day, with the sentence that must not hold any more.

`patch` is pytest's monkeypatch. The first ones are in the table itself, the others in how it is looked up.
None replaces a view: addresses hold on to theirs, so that it would stay replaced.
"""

from django.db.models import Q

from accounts import permissions
from accounts.models import User
from meetings.models import Rakor
from regions import access, scoped
from regions.access import AssignmentBackend, Reach
from regions.querysets import AssignmentQuerySet


def breaks(*sentences):
    """The fault that follows must turn each of these sentences red."""

    def keep(fault):
        fault.breaks = sentences
        return fault

    return keep


def also(patch, role, scope, label, action):
    """A row of the table grants one thing more."""
    key = (role, scope, label)
    patch.setitem(permissions._INDEX, key, permissions._INDEX.get(key, set()) | {action})


# In the table: a role may more.


@breaks("Budi does not accept his own report")
def an_operator_accepts(patch):
    also(patch, "operator", "unit", "programs.report", "accept")


@breaks("Nia, who takes minutes, has no list of reports")
def a_notulis_reads_reports(patch):
    also(patch, "notulis", "provinsi", "programs.report", "view")


@breaks("Vera changes no program")
def a_verifier_keeps_the_catalogue(patch):
    also(patch, "verifikator", "provinsi", "programs.program", "change")


@breaks("Wayan determines no round of his own agency")
def an_agency_determines(patch):
    also(patch, "admin_instansi", "program", "evaluations.round", "determine")


@breaks("Pimpin opens no closed Rakor")
def a_leader_opens_what_is_closed(patch):
    also(patch, "pimpinan", "provinsi", "meetings.rakor", "reopen")


@breaks("Pimpin does not find a Rakor that is rahasia", "Pimpin downloads no paper that is rahasia")
def a_leader_reads_secrets(patch):
    also(patch, "pimpinan", "provinsi", "meetings.rakor", "unveil")


@breaks("Ani changes nobody", "Ani sets nobody's password")
def an_auditor_changes_people(patch):
    also(patch, "apip", "semua", "accounts.user", "change")


@breaks("Nara starts no Rakor")
def a_committee_starts_another_rakor(patch):
    also(patch, "notulis", "rakor", "meetings.rakor", "add")


@breaks("Rina accepts no report, admin or not")
def an_admin_accepts(patch):
    also(patch, "admin_provinsi", "provinsi", "programs.report", "accept")


# In the table: a state is open that must not be.


@breaks("Nia changes nothing once a Rakor is closed")
def a_closed_rakor_is_changed(patch):
    patch.delitem(permissions.WHEN["meetings.rakor"], "change")


@breaks("Rina does not delete a Rakor that was held")
def a_held_rakor_is_deleted(patch):
    patch.delitem(permissions.WHEN["meetings.rakor"], "delete")


@breaks("Rina does not change an instrument once it was used", "Suri changes no instrument once it was used")
def a_used_instrument_is_changed(patch):
    patch.delitem(permissions.WHEN["evaluations.instrument"], "change")


@breaks("Nia changes nothing once a Rakor is closed", "Rina does not delete a Rakor that was held")
def states_are_ignored(patch):
    patch.setattr(scoped, "states_for", lambda label, action: None)


# How far: the reach of an assignment.


@breaks("Sari does not find Kerinci's draft", "Dewi does not find a Rakor of Jambi")
def everything_is_within_reach(patch):
    patch.setattr(scoped, "reach_of", lambda user, permission: Reach(everything=True))


@breaks("Vivi, who verifies in Kalbar and reports for Kerinci, does not accept in Kerinci")
def any_assignment_counts_for_any_act(patch):
    reach_of = access.reach_of
    patch.setattr(scoped, "reach_of", lambda user, permission: reach_of(user))


@breaks("Sari does not find Kerinci's draft", "Sari does not find it by name")
def a_neighbour_counts_as_own(patch):
    below = access.below

    def and_beside(roots, *paths):
        beside = Q(pk__in=[])
        for path in filter(None, paths):
            beside |= Q(**{f"{path}__parent__children__in": roots})
        return below(roots, *paths) | beside

    patch.setattr(access, "below", and_beside)


@breaks(
    "Kesna does not find Kerinci's draft for a program of Dinsos",
    "Kesna does not find a target of Dinsos's program",
    "Kesna does not find an import of Dinsos's figures",
)
def an_agency_reaches_every_program(patch):
    def of_the_province(reach, unit, agency):
        return access.below({*reach.served, *reach.homes}, unit)

    patch.setattr(Reach, "filter_facts", of_the_province)


@breaks("Wayan does not find what a regency of another province reports, even for his own program")
def an_agency_reaches_every_province(patch):
    def of_the_program(reach, unit, agency):
        return Q(**{f"{agency}__in": [own for own, _province in reach.programs]})

    patch.setattr(Reach, "filter_facts", of_the_program)


@breaks(
    "Lama, whose assignment ended yesterday, opens nothing",
    "Esok, whose assignment begins tomorrow, opens nothing yet",
    "Noto, whose committee ended yesterday, does not read its Rakor",
)
def days_are_ignored(patch):
    patch.setattr(AssignmentQuerySet, "in_force", lambda rows, day: rows.all())


@breaks("Tutup, whose account was closed, is shown the door")
def a_closed_account_stays_open(patch):
    def as_if_open(backend, key):
        person = User.objects.get(pk=key)
        person.is_active = True
        return person

    patch.setattr(AssignmentBackend, "get_user", as_if_open)


@breaks("Nara does not find the draft of another Rakor")
def a_committee_reaches_every_rakor(patch):
    patch.setattr(Reach, "object_ids", lambda reach, label: Rakor.objects.values("pk"))


@breaks("Kesna imports no figure for the program of Dinsos", "Dewi imports no figure of Kerinci")
def a_sheet_brings_figures_for_anybody(patch):
    patch.setattr(Reach, "covers_figure", lambda reach, unit, program: True)


@breaks("Kesna changes nothing in a Rakor of Dinsos", "Wayan changes nothing in a Rakor of the province")
def whoever_reads_may_write(patch):
    open_to = scoped.ScopedQuerySet.open_to
    patch.setattr(scoped.ScopedQuerySet, "open_to", lambda rows, user, action: open_to(rows, user, "view"))


@breaks("Suri changes no instrument once it was used")
def a_superuser_passes_every_rule(patch):
    open_to = scoped.ScopedQuerySet.open_to

    def unless_superuser(rows, user, action):
        return rows.all() if user.is_superuser else open_to(rows, user, action)

    patch.setattr(scoped.ScopedQuerySet, "open_to", unless_superuser)
