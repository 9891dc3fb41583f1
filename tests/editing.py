"""Every form of the admin on which several people edit one record: a record to open, and a text to type."""

from dataclasses import dataclass

from django.test import Client
from django.urls import reverse

from tests import factories as make
from tests.adminform import read_form


@dataclass(frozen=True)
class Editing:
    """`make_one()` gives the record; `field` is where both people type."""

    make_one: object
    field: str


@dataclass
class Form:
    """One record's page, and what stands in the database behind the field in which both type."""

    obj: object
    field: str

    @property
    def address(self):
        opts = self.obj._meta
        return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[self.obj.pk])

    def read(self, response):
        """What a browser would send back for this page."""
        return read_form(response, f"{self.obj._meta.model_name}_form")

    def send(self, client, data, text):
        return client.post(self.address, data | {self.field: text})

    def stored(self):
        row, _dash, name = self.field.rpartition("-")
        obj = type(self.obj)._base_manager.get(pk=self.obj.pk)
        if row:
            obj = getattr(obj, row.partition("-")[0]).get()
        return getattr(obj, name)


def open_form(label):
    editing = EDITABLE[label]
    return Form(editing.make_one(), editing.field)


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def named_province():
    unit = make.make_province()
    make.make_unit_name(unit, "Sepucuk Jambi")
    return unit


def named_regency():
    unit = make.make_regency()
    make.make_unit_name(unit, "Sakti Alam Kerinci")
    return unit


def operator():
    person = make.make_user("tono", name="Tono", is_staff=True)
    make.make_assignment(person, unit=make.make_regency())
    return person


def instrument():
    made = make.make_instrument(make.make_program())
    make.make_line(made, make.make_indicator(made.program))
    return made


def award():
    return make.make_award(make.make_release(), make.make_regency())


EDITABLE = {
    "accounts.user": Editing(operator, "name"),
    "evaluations.award": Editing(award, "signatory"),
    "evaluations.instrument": Editing(instrument, "basis"),
    "evaluations.round": Editing(lambda: make.make_round(instrument()), "basis_number"),
    "meetings.followup": Editing(make.make_follow_up, "what"),
    "meetings.issue": Editing(lambda: make.make_issue(make.make_rakor()), "note"),
    "meetings.outcome": Editing(lambda: make.make_outcome(make.make_rakor()), "text"),
    "meetings.rakor": Editing(make.make_rakor, "summary"),
    "meetings.series": Editing(make.make_series, "next_host_note"),
    "programs.indicator": Editing(make.make_indicator, "definition"),
    "programs.indicatorpair": Editing(lambda: make.make_pair(make.make_indicator()), "name"),
    "programs.program": Editing(make.make_program, "description"),
    "programs.schedule": Editing(make.make_schedule, "basis"),
    "programs.source": Editing(make.make_source, "name"),
    "regions.agency": Editing(make.make_agency, "address"),
    "regions.province": Editing(named_province, "names-0-decree"),
    "regions.regency": Editing(named_regency, "names-0-decree"),
}
