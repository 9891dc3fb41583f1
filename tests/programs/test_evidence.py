"""Data dukung: a file or a link, while the report is open; the constraint behind it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from programs.actions import submit_report
from programs.evidence import Proof, add_evidence, remove_evidence
from programs.models import Evidence
from records.models import Change
from records.refusals import ActionRefused
from records.uploads import Checked
from tests import factories as make

pytestmark = pytest.mark.django_db

PHOTO = Checked(b"\x89PNG\r\n\x1a\n foto", "kegiatan.png", "image/png")
LINK = Proof(url="https://sipd.contoh.go.id/1", title="Naskah")


@pytest.fixture
def draft(kerinci, mcp):
    report = make.make_report(kerinci, mcp.program, make.make_period(2018))
    make.make_measurement(report, mcp, 55)
    return report


def refused(act, *arguments, **options):
    before = list(Evidence.objects.values()), Change.objects.count()
    with pytest.raises(ActionRefused) as refusal:
        act(*arguments, **options)
    assert (list(Evidence.objects.values()), Change.objects.count()) == before
    return refusal.value.code


def test_a_file_stands_at_its_line(draft, mcp, budi):
    evidence = add_evidence(draft, Proof(file=PHOTO), indicator=mcp, by=budi)
    assert (str(evidence), evidence.indicator, evidence.added_by) == ("kegiatan.png", mcp, budi)
    assert Change.objects.about(evidence).get().by == budi


def test_a_link_stands_for_the_whole_report(draft, budi):
    evidence = add_evidence(draft, LINK, by=budi)
    assert (str(evidence), evidence.indicator, evidence.file) == ("Naskah", None, None)


def test_what_is_taken_away_stays_in_the_ledger(draft, budi):
    evidence = add_evidence(draft, LINK, by=budi)
    key = str(evidence.pk)
    remove_evidence(evidence, by=budi)
    assert not Evidence.objects.exists()
    line = Change.objects.filter(object_type="programs.evidence", object_id=key).latest("pk")
    assert (line.action, line.pairs["url"]) == ("hapus", ["https://sipd.contoh.go.id/1", ""])


def test_a_report_that_was_sent_keeps_what_it_was_sent_with(draft, budi):
    evidence = add_evidence(draft, LINK, by=budi)
    submit_report(draft, by=budi)
    assert refused(add_evidence, draft, LINK, by=budi) == "report_closed"
    assert refused(remove_evidence, evidence, by=budi) == "report_closed"


def test_after_the_lock_nothing_is_added(draft, mcp, budi):
    schedule = make.make_schedule(mcp.program, 2018)
    make.make_deadline(schedule, due_on=date(2019, 1, 10), locks_on=date(2019, 1, 20))
    assert refused(add_evidence, draft, LINK, by=budi) == "past_lock"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://contoh.go.id/?surel=siti@contoh.id", ""])
def test_a_link_leads_to_the_web_and_names_nobody(draft, budi, url):
    assert refused(add_evidence, draft, Proof(url=url), by=budi) == "bad_link"


def test_its_title_names_nobody_by_number(draft, budi):
    titled = Proof(url=LINK.url, title="NIP 198501012010011001")
    assert refused(add_evidence, draft, titled, by=budi) == "personal_data"


def test_it_is_a_file_or_a_link(draft, budi):
    for given in ({}, {"file": make.make_file(), "url": LINK.url}):
        fields = {"report": draft, "added_by": budi, "added_at": draft.submitted_at or "2019-01-01T00:00Z"}
        with pytest.raises(IntegrityError), transaction.atomic():
            Evidence.objects.create(**fields, **given)
