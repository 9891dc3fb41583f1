"""What tests about people share: how the form of an invitation is filled, and what a page answered."""

from accounts.choices import Role, Scope
from accounts.models import User
from regions.models import Assignment

ADD = "/admin/accounts/user/add/"
LIST = "/admin/accounts/user/"


def invitation(unit=None, given="operator:unit", **typed):
    """What a browser sends for "Undang orang"."""
    return {
        "name": "Tono, S.Sos.",
        "email": "tono@example.id",
        "username": "",
        "given": given,
        "unit": unit.pk if unit else "",
        "rakor": "",
        "office": "",
        "starts_on": "1-1-2024",
        "ends_on": "",
    } | typed


def page_of(person):
    return f"/admin/accounts/user/{person.pk}/change/"


def act(person, name):
    return f"/admin/accounts/user/{person.pk}/{name}/"


def press(client, person, name, typed=None):
    """Send an act's form as it stands on the page now."""
    seen = User.objects.get(pk=person.pk).version
    return client.post(act(person, name), {"version": seen, **(typed or {})})


def errors_in(response):
    """Every sentence a form answered with."""
    form = response.context["form"]
    return " ".join(sentence for sentences in form.errors.values() for sentence in sentences)


def operator_of(unit, **fields):
    """An assignment that is not stored yet."""
    fields = {"role": Role.OPERATOR, "scope": Scope.OWN_UNIT, "starts_on": "2024-01-01"} | fields
    return Assignment(unit=unit, **fields)
