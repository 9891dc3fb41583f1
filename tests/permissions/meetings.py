"""Rakor with what is in them, files and ledger lines that stand while a sentence is told."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone

from meetings.actions import add_outcome
from meetings.models import Document, Rakor
from records import ledger
from records.choices import Action
from records.models import StoredFile
from tests import factories as make
from tests.permissions.staff import days
from tests.records.files import PDF

# Meetings.


def rakor_of(organiser, title, region, **fields):
    return make.make_rakor(title, region=region, organiser=organiser, **fields)


@pytest.fixture
def open_rakor(jambi, kerinci):
    """Held by the province; Kerinci was invited, Merangin was not."""
    made = rakor_of(jambi, "Rakor Terbuka", jambi)
    make.make_invitation(made, unit=kerinci)
    return made


@pytest.fixture
def draft_rakor(jambi, kerinci):
    made = rakor_of(jambi, "Rakor Rancangan", jambi, state="draf")
    make.make_invitation(made, unit=kerinci)
    return made


@pytest.fixture
def closed_rakor(jambi, rina):
    closed = {"state": "ditutup", "closed_at": timezone.now(), "closed_by": rina}
    return rakor_of(jambi, "Rakor Tertutup", jambi, **closed)


@pytest.fixture
def restricted_rakor(jambi):
    return rakor_of(jambi, "Rakor Terbatas", jambi, visibility="terbatas")


@pytest.fixture
def secret_rakor(jambi):
    return rakor_of(jambi, "Rakor Rahasia", jambi, visibility="rahasia")


@pytest.fixture
def dinsos_rakor(jambi, dinsos, kesbangpol):
    """Organised by Dinsos, Kesbangpol invited."""
    made = rakor_of(dinsos, "Rakor Dinsos", jambi)
    make.make_invitation(made, unit=kesbangpol)
    return made


@pytest.fixture
def dinsos_draft_rakor(jambi, dinsos, kesbangpol):
    made = rakor_of(dinsos, "Rakor Rancangan Dinsos", jambi, state="draf")
    make.make_invitation(made, unit=kesbangpol)
    return made


@pytest.fixture
def pkh_rakor(jambi, pkh):
    """Organised by the province about a program that Dinsos runs."""
    made = rakor_of(jambi, "Rakor PKH", jambi)
    made.programs.add(pkh)
    return made


@pytest.fixture
def kalbar_rakor(kalbar):
    return rakor_of(kalbar, "Rakor Kalbar", kalbar)


@pytest.fixture
def coming_rakor(jambi, dinsos):
    """Prepared by Dinsos, nine days from now."""
    return rakor_of(dinsos, "Rakor Mendatang", jambi, state="dijadwalkan", starts_on=days(9))


@pytest.fixture
def kalbars_coming_rakor(kalbar):
    return rakor_of(kalbar, "Rakor Kalbar Mendatang", kalbar, state="dijadwalkan", starts_on=days(9))


@pytest.fixture
def rakor_type(db):
    return ContentType.objects.get_for_model(Rakor)


@pytest.fixture
def secret_outcome(open_rakor, rina):
    """Agreed in secret, and saved in one go with something that everybody may know."""
    with ledger.request("satu-permintaan"):
        open_rakor.venue = "Aula"
        ledger.save(open_rakor, Action.CHANGE, by=rina)
        secret = {"kind": "keputusan", "text": "Nama calon penerima", "visibility": "rahasia"}
        return add_outcome(open_rakor, by=rina, **secret)


@pytest.fixture
def follow_up(open_rakor, kerinci):
    return make.make_follow_up(make.make_outcome(open_rakor), responsible=kerinci)


@pytest.fixture
def dinsos_owes(open_rakor, dinsos):
    return make.make_follow_up(make.make_outcome(open_rakor), "Menyusun juknis", responsible=dinsos)


@pytest.fixture
def claimed_by_vera(open_rakor, kerinci, vera):
    made = make.make_follow_up(make.make_outcome(open_rakor), "Melengkapi berkas", responsible=kerinci)
    make.make_review(made, by=vera)
    return made


@pytest.fixture
def evidence(follow_up, budi):
    return make.make_review(follow_up, by=budi, evidence=kept("bukti.pdf", budi))


@pytest.fixture
def document(open_rakor, rina):
    return paper(open_rakor, rina)


@pytest.fixture
def secret_document(open_rakor, rina):
    return paper(open_rakor, rina, visibility="rahasia")


def paper(rakor, by, **fields):
    stored = kept("notula.pdf", by)
    return Document.objects.create(rakor=rakor, kind="notula", title="Notula", file=stored, **fields)


def kept(name, by):
    stored = make.make_file(name, content_type="application/pdf", stored_by=by)
    stored.file.save(name, ContentFile(PDF))
    return stored


@pytest.fixture
def jambi_file(rina):
    return StoredFile.objects.get(pk=kept("daftar-jambi.pdf", rina).pk)


# The ledger.


def line_of(by, what):
    return ledger.write(what, Action.CHANGE, by=by, changes={"venue": ["Aula", "Balai"]})


@pytest.fixture
def line_of_jambi(rina, open_rakor):
    return line_of(rina, open_rakor)


@pytest.fixture
def line_of_kalbar(dewi, kalbar_rakor):
    return line_of(dewi, kalbar_rakor)
