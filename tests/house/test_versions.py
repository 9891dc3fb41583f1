"""What several people edit carries a version: whatever the admin can change, on every form it offers."""

import pytest
from django.contrib import admin
from django.db import transaction
from django.test import RequestFactory

from records.admin_acts import ActForm
from records.forms import VersionedForm
from records.models import Versioned
from tests import factories as make
from tests.editing import EDITABLE

pytestmark = pytest.mark.django_db


def editable(person):
    """{label: admin} of every registered model that even a superuser's admin pages can change."""
    request = RequestFactory().get("/")
    request.user = person
    return {
        model._meta.label_lower: (one, request)
        for model, one in admin.site._registry.items()
        if one.has_change_permission(request)
    }


def test_whatever_can_be_changed_carries_a_version(suri):
    pages = editable(suri)
    assert len(pages) > 10
    assert not [label for label, (one, _request) in pages.items() if not issubclass(one.model, Versioned)]


def test_its_form_says_which_version_was_opened(suri):
    for label, (one, request) in editable(suri).items():
        with transaction.atomic():
            form = one.get_form(request, EDITABLE[label].make_one(), change=True)
            transaction.set_rollback(True)
        assert issubclass(form, VersionedForm), label
        assert "seen_version" in form.base_fields, label


def test_nothing_is_edited_in_a_list(suri):
    assert not [label for label, (one, _request) in editable(suri).items() if one.list_editable]


def test_every_such_form_is_tried_by_two_people(suri):
    """tests/operations/test_lost_updates.py reads this table."""
    assert set(editable(suri)) == set(EDITABLE)


def test_an_act_carries_the_version_it_was_decided_on():
    assert "version" in ActForm(obj=make.make_round()).fields
    assert not ActForm({}, obj=make.make_round()).is_valid()
