"""A Rakor's way from draft to closed, and what it leaves: numbered, dated, in the ledger."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from meetings import actions
from meetings.models import FollowUp, Outcome, Rakor
from records.models import Change
from records.refusals import ActionRefused
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def rakor(jambi):
    """Held on 9 April 2019, with one decision that Kerinci has to carry out by the end of May."""
    return make.make_rakor("Rakor BKD", region=jambi, starts_on=date(2019, 4, 9))


@pytest.fixture
def outcome(rakor, rina):
    return actions.add_outcome(rakor, by=rina, kind="keputusan", text="Sisa K2 didata ulang.")


@pytest.fixture
def follow_up(outcome, kerinci, rina):
    return actions.add_follow_up(
        outcome, by=rina, what="Mendata sisa K2", responsible=kerinci, due_on=date(2019, 5, 31)
    )


def refused(code):
    return pytest.raises(ActionRefused, check=lambda refusal: refusal.code == code)


def lines(obj):
    return list(Change.objects.about(obj).order_by("id"))


# States.


def test_a_rakor_goes_from_draft_to_closed(rakor, follow_up, rina):
    Rakor.objects.update(state="draf")
    rakor.refresh_from_db()
    actions.schedule_rakor(rakor, by=rina)
    actions.hold_rakor(rakor, by=rina)
    actions.close_rakor(rakor, by=rina)
    rakor.refresh_from_db()
    assert (rakor.state, rakor.closed_by) == ("ditutup", rina)
    assert rakor.version == 4
    closing = lines(rakor)[-1]
    assert closing.action == "tutup"
    assert closing.pairs["state"] == ["dilaksanakan", "ditutup"]


def test_a_rakor_of_tomorrow_is_not_held_yet(rakor, rina):
    Rakor.objects.update(state="dijadwalkan", starts_on=timezone.localdate() + timedelta(days=2))
    rakor.refresh_from_db()
    with refused("not_yet"):
        actions.hold_rakor(rakor, by=rina)


def test_the_day_begins_in_the_east_first(rakor, rina, monkeypatch):
    """1 August in Jayapura is still 31 July in Jambi."""
    moment = timezone.datetime(2024, 7, 31, 16, 0, tzinfo=timezone.get_fixed_timezone(0))
    monkeypatch.setattr(timezone, "now", lambda: moment)
    Rakor.objects.update(state="dijadwalkan", starts_on=date(2024, 8, 1))
    rakor.refresh_from_db()
    with refused("not_yet"):
        actions.hold_rakor(rakor, by=rina)
    Rakor.objects.update(time_zone="Asia/Jayapura")
    rakor.refresh_from_db()
    assert actions.hold_rakor(rakor, by=rina).state == "dilaksanakan"


@pytest.mark.parametrize("act", [actions.postpone_rakor, actions.cancel_rakor, actions.reopen_rakor])
def test_a_reason_is_asked(rakor, rina, act):
    with refused("reason_missing"):
        act(rakor, by=rina, reason="  ")


def test_postponing_keeps_the_reason_until_it_is_scheduled_again(rakor, rina):
    Rakor.objects.update(state="dijadwalkan")
    rakor.refresh_from_db()
    actions.postpone_rakor(rakor, by=rina, reason="Gubernur bertugas ke Jakarta")
    assert rakor.state_reason == "Gubernur bertugas ke Jakarta"
    assert lines(rakor)[-1].reason == "Gubernur bertugas ke Jakarta"
    actions.schedule_rakor(rakor, by=rina)
    assert (rakor.state, rakor.state_reason) == ("dijadwalkan", "")


def test_what_was_held_is_not_cancelled(rakor, rina):
    with refused("wrong_state"):
        actions.cancel_rakor(rakor, by=rina, reason="keliru")


def test_the_second_of_two_is_told_that_the_rakor_moved_on(rakor, follow_up, rina, nia):
    stale = Rakor.objects.get(pk=rakor.pk)
    actions.close_rakor(rakor, by=rina)
    with refused("rakor_moved_on"):
        actions.close_rakor(stale, by=nia)
    assert len(lines(rakor)) == 1


def test_reopening_makes_a_closed_rakor_editable_and_says_why(rakor, follow_up, rina):
    actions.close_rakor(rakor, by=rina)
    actions.reopen_rakor(rakor, by=rina, reason="Rumusan 2 tertinggal")
    assert (rakor.state, rakor.closed_by, rakor.state_reason) == ("dilaksanakan", None, "")
    assert (lines(rakor)[-1].action, lines(rakor)[-1].reason) == ("buka", "Rumusan 2 tertinggal")


# Closing.


def test_closing_says_everything_that_is_missing(rakor, outcome, kerinci, rina):
    actions.add_follow_up(outcome, by=rina, what="Tanpa batas waktu", responsible=kerinci)
    make.make_follow_up(outcome, "Terlalu awal", responsible=kerinci, due_on=date(2019, 4, 1))
    with pytest.raises(ActionRefused) as refusal:
        actions.close_rakor(rakor, by=rina)
    assert "TL-2019-0001 «Tanpa batas waktu» belum memiliki batas waktu." in refusal.value.message
    assert (
        "«Terlalu awal»: batas waktunya (1\N{NO-BREAK SPACE}April 2019) mendahului" in refusal.value.message
    )


def test_a_rakor_without_outcomes_is_not_closed(rakor, rina):
    with refused("not_ready"):
        actions.close_rakor(rakor, by=rina)


def test_a_draft_is_not_closed(rakor, follow_up, rina):
    Rakor.objects.update(state="draf")
    rakor.refresh_from_db()
    with refused("wrong_state"):
        actions.close_rakor(rakor, by=rina)


@pytest.mark.parametrize("source", ["dokumen", "berita"])
def test_an_archive_record_skips_the_checklist(rakor, rina, source):
    Rakor.objects.update(record_source=source, source_name="Harian", state="draf")
    rakor.refresh_from_db()
    assert actions.close_rakor(rakor, by=rina).state == "ditutup"


def test_nothing_is_added_to_a_closed_rakor(rakor, outcome, follow_up, kerinci, rina):
    actions.close_rakor(rakor, by=rina)
    with refused("rakor_closed"):
        actions.add_outcome(rakor, by=rina, kind="arahan", text="Tertinggal")
    with refused("rakor_closed"):
        actions.add_follow_up(Outcome.objects.get(), by=rina, what="Tertinggal", responsible=kerinci)


# Numbers.


def test_outcomes_are_numbered_per_rakor(rakor, outcome, jambi, rina):
    second = actions.add_outcome(rakor, by=rina, kind="arahan", text="Rakor menjadi ajang evaluasi.")
    elsewhere = actions.add_outcome(
        make.make_rakor("Lain", region=jambi), by=rina, kind="arahan", text="Lain"
    )
    assert (outcome.number, second.number, elsewhere.number) == (1, 2, 1)


def test_references_count_up_per_year_past_four_digits(outcome, follow_up, kerinci, jambi, rina):
    assert follow_up.reference == "TL-2019-0001"
    FollowUp.objects.update(reference="TL-2019-9999")
    later = actions.add_follow_up(outcome, by=rina, what="Berikutnya", responsible=kerinci)
    last = actions.add_follow_up(outcome, by=rina, what="Terakhir", responsible=kerinci)
    assert (later.reference, last.reference) == ("TL-2019-10000", "TL-2019-10001")
    other_year = make.make_outcome(make.make_rakor("2022", region=jambi))
    assert (
        actions.add_follow_up(other_year, by=rina, what="A", responsible=kerinci).reference == "TL-2022-0001"
    )


def test_supporting_units_are_kept_and_in_the_ledger(outcome, kerinci, merangin, dinsos, rina):
    follow_up = actions.add_follow_up(
        outcome, by=rina, what="Mendata", responsible=kerinci, supporting=[merangin, dinsos]
    )
    assert set(follow_up.supporting.values_list("code", flat=True)) == {"15.02", "15-dinsos"}
    assert lines(follow_up)[-1].pairs == {"supporting": ["", "Dinas Sosial Provinsi Jambi, Merangin"]}


def test_a_due_date_before_the_meeting_is_refused(outcome, kerinci, rina):
    with refused("due_too_early"):
        actions.add_follow_up(outcome, by=rina, what="A", responsible=kerinci, due_on=date(2019, 4, 8))
    on_the_day = actions.add_follow_up(
        outcome, by=rina, what="A", responsible=kerinci, due_on=date(2019, 4, 9)
    )
    assert on_the_day.due_on == date(2019, 4, 9)


# Visibility.


def test_a_part_takes_the_visibility_of_the_whole_and_is_never_looser(rakor, kerinci, rina):
    Rakor.objects.update(visibility="terbatas")
    rakor.refresh_from_db()
    outcome = actions.add_outcome(rakor, by=rina, kind="arahan", text="A")
    assert outcome.visibility == "terbatas"
    with refused("too_open"):
        actions.add_outcome(rakor, by=rina, kind="arahan", text="B", visibility="publik")
    with refused("too_open"):
        actions.add_follow_up(outcome, by=rina, what="B", responsible=kerinci, visibility="publik")


def test_a_rakor_made_stricter_takes_its_parts_along(rakor, outcome, follow_up, rina):
    make.make_issue(rakor, visibility="rahasia")
    Rakor.objects.update(visibility="terbatas")
    rakor.refresh_from_db()
    actions.tighten_parts(rakor, by=rina)
    outcome.refresh_from_db()
    follow_up.refresh_from_db()
    assert outcome.visibility == follow_up.visibility == "terbatas"
    assert rakor.issues.get().visibility == "rahasia"
    assert lines(outcome)[-1].pairs == {"visibility": ["publik", "terbatas"], "version": ["1", "2"]}
