"""Things a visitor must not see, planted beside things a visitor may see; each carries the word HIDDEN."""

from datetime import date

from evaluations.models import Release
from meetings.models import AgendaItem, Agreement, AgreementParty, Document, Figure
from tests import factories as make

HIDDEN = "TERSEMBUNYI"


def hidden(word):
    """A text that gives away where it came from when a test finds it."""
    return f"{HIDDEN} {word}"


def fill(rakor, unit, **fields):
    """One of everything that a Rakor can hold, all of it marked."""
    issue = make.make_issue(rakor, hidden("permasalahan"), cause=hidden("sebab"), **fields)
    outcome = make.make_outcome(rakor, hidden("rumusan"), number=50 + rakor.outcomes.count(), **fields)
    follow_up = make.make_follow_up(outcome, hidden("tindak lanjut"), unit, **fields)
    AgendaItem.objects.create(rakor=rakor, title=hidden("acara"), **fields)
    Figure.objects.create(rakor=rakor, label=hidden("angka"), value=4321, **fields)
    Document.objects.create(
        rakor=rakor, kind="notula", title=hidden("dokumen"), url="https://x.id/a", **fields
    )
    agreement = Agreement.objects.create(rakor=rakor, title=hidden("nota"), **fields)
    AgreementParty.objects.create(agreement=agreement, side=1, unit=unit)
    return issue, outcome, follow_up


def hidden_rakor(unit, **fields):
    """A whole Rakor that is not public, hosted by the region and inviting it."""
    word = f"{fields.get('state', '')} {fields.get('visibility', '')}"
    rakor = make.make_rakor(
        hidden(f"Rakor {word}"), region=unit.parent, host=unit, summary=hidden("ringkasan"), **fields
    )
    make.make_role(rakor, office=hidden("jabatan"), name=hidden("nama"))
    make.make_invitation(rakor, unit, note=hidden("catatan"))
    fill(rakor, unit)
    return rakor


def plant(unit):
    """A public Rakor about `unit` with hidden things in and around it; gives the public Rakor."""
    for fields in ({"state": "draf"}, {"visibility": "terbatas"}, {"visibility": "rahasia"}):
        hidden_rakor(unit, **fields)
    rakor = make.make_rakor("Rakor yang terbuka", region=unit.parent, host=unit)
    fill(rakor, unit, visibility="terbatas")
    fill(rakor, unit, visibility="rahasia")
    shown = make.make_outcome(rakor, "Rumusan yang terbuka.", number=1)
    shown.issue = rakor.issues.first()
    shown.save()
    follow_up = make.make_follow_up(shown, "Tindak lanjut yang terbuka", unit, due_on=date(2022, 12, 1))
    make.make_follow_up(shown, hidden("tindak lanjut terbatas"), unit, visibility="terbatas")
    make.make_follow_up(rakor.outcomes.get(number=50), hidden("milik rumusan terbatas"), unit)
    make.make_review(follow_up, remark=hidden("catatan pemeriksaan"))
    plant_programs(rakor, follow_up, unit)
    return rakor


def plant_programs(rakor, follow_up, unit):
    """A program and an indicator that are not public, a ranking of that program, one announced in hiding."""
    program = make.make_program(
        code="GELAP", name=hidden("program"), short_name=hidden("p"), visibility="terbatas"
    )
    rakor.programs.add(program)
    follow_up.indicator = make.make_indicator(program, name=hidden("indikator"))
    follow_up.save()
    release = make.make_release(
        program=program, region=unit.parent, title=hidden("peringkat"), subject=hidden("perihal")
    )
    make.make_score(release, unit, rank=1)
    make.make_award(release, unit, title=hidden("piagam"), rakor=rakor)
    round_ = make.make_round(region=unit.parent)
    make.make_score(None, unit, rank=1, score=77, band=hidden("predikat"), round=round_)
    plant_announcement(unit)


def plant_announcement(unit):
    """A public ranking announced, and its award handed over, at a Rakor that is not public."""
    rakor = hidden_rakor(unit, visibility="rahasia", starts_on=date(2022, 3, 1))
    release = make.make_release(
        ranking="terbuka-2022", region=unit.parent, title="Peringkat yang terbuka", announced_at=rakor
    )
    make.make_score(release, unit, rank=2)
    award = make.make_award(release, unit, rank=2, rakor=rakor, receiver=rakor.roles.get())
    award.givers.add(rakor.roles.get())
    assert Release.objects.public().filter(pk=release.pk).exists()
