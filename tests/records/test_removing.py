"""A deletion says what went, what went along, and who lost something by it."""

import pytest

from records.admin_saving import remove
from records.models import Change
from tests import factories as make
from tests.witness import watching

pytestmark = pytest.mark.django_db


def test_what_let_go_of_a_deleted_record_is_in_the_ledger_too(jambi, kerinci, rina):
    """The receiver of an award is emptied, its list of givers shortened, a programme leaves a Rakor."""
    rakor = make.make_rakor(region=jambi)
    giver, receiver = make.make_role(rakor, "Gubernur"), make.make_role(rakor, "Bupati")
    award = make.make_award(make.make_release(), kerinci, receiver=receiver)
    award.givers.set([giver, receiver])
    program, number = make.make_program(), receiver.pk
    rakor.programs.set([program])

    with watching(rina.pk, is_request=False) as rows:
        remove(receiver, by=rina)
        remove(program, by=rina)

    assert {row.model._meta.label for row in rows} == {
        "meetings.Role",
        "evaluations.Award",
        "evaluations.Award_givers",
        "programs.Program",
        "meetings.Rakor_programs",
    }
    said = Change.objects.filter(object_type="evaluations.award").values_list("changes", flat=True)
    assert f'{{"receiver":["{number}",""]}}' in said


def test_a_rakor_goes_with_all_its_parts(jambi, kerinci, rina):
    rakor = make.make_rakor(region=jambi, state="draf")
    make.make_role(rakor)
    make.make_invitation(rakor, unit=kerinci)
    rakor.programs.set([make.make_program()])

    with watching(rina.pk, is_request=False) as rows:
        remove(rakor, by=rina)

    assert len(rows) == 4
