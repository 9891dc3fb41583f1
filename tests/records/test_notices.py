"""Notices: told once, read by their recipient."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from records.choices import NoticeKind
from records.models import Notice
from records.notices import Message, tell
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(db):
    return [make.make_user(f"orang{number}").pk for number in range(3)]


def told(people, text="Laporan diterima.", key="diterima:1:2"):
    tell(dict.fromkeys(people, Message(text, "/kerja/")), kind=NoticeKind.ACCEPTED, key=key)


def test_each_is_told_once_however_often_it_is_said(people):
    told(people[:2])
    told(people, "Laporan diterima lagi.")
    assert list(Notice.objects.order_by("recipient").values_list("recipient", "text")) == [
        (people[0], "Laporan diterima."),
        (people[1], "Laporan diterima."),
        (people[2], "Laporan diterima lagi."),
    ]


def test_the_database_keeps_one_of_a_key(people):
    told(people[:1])
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.create(
            recipient_id=people[0],
            kind=NoticeKind.ACCEPTED,
            text="Lagi.",
            path="/kerja/",
            key="diterima:1:2",
            told_at=timezone.now(),
        )


def test_one_statement_for_many(people, django_assert_num_queries):
    with django_assert_num_queries(1):
        told(people)


def test_a_long_sentence_is_cut_to_what_is_kept(people):
    told(people[:1], "x" * 700)
    assert len(Notice.objects.get().text) == 500


def test_the_unread_come_first_then_the_newest(people):
    reader = people[0]
    for number in range(4):
        told([reader], f"Ke-{number}", key=f"k{number}")
    Notice.objects.filter(text__in=("Ke-1", "Ke-3")).update(read_at=timezone.now())
    told(people[1:], "Milik orang lain.", key="lain")
    assert [notice.text for notice in Notice.objects.of(reader).unread_first()] == [
        "Ke-2",
        "Ke-0",
        "Ke-3",
        "Ke-1",
    ]
    assert Notice.objects.of(reader).unread().count() == 2
