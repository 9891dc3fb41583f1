"""What the page of one Rakor shows: to everybody, or to an official who reads more of it."""

from django.utils import timezone

from dashboard.chain import trail
from dashboard.selectors import rakor as frame
from dashboard.selectors import rakor_agreed as agreed
from dashboard.selectors import rakor_people as people
from dashboard.selectors import rakor_results as results
from dashboard.selectors import rakor_said as said
from meetings.choices import RakorState


def sections_of(rakor, reader=None):
    """The context of dashboard/rakor_detail.html; without a `reader` only what is public."""
    today = timezone.localdate()
    issues = agreed.issues_of(rakor, reader)
    agreement = agreed.agreed_at(rakor, issues, today, reader)
    roles = people.roles_of(rakor)
    around = frame.neighbours(rakor)
    announced = results.announced_at(rakor)
    awards = results.awards_at(rakor)
    chain = chain_of(agreement, announced, awards)
    return {
        "rakor": rakor,
        "kind": frame.kind_words(rakor),
        "state": frame.state_badge(rakor),
        "when": frame.when(rakor),
        "where": frame.where(rakor),
        "hosts": frame.hosts(rakor),
        "next_host": frame.next_host(rakor, around),
        "around": around,
        "source": frame.source_words(rakor),
        "programs": rakor.programs.all(),
        "is_upcoming": rakor.state in (RakorState.SCHEDULED, RakorState.POSTPONED),
        "agreed": agreement,
        "all_invented": all(row.is_sample for row in agreement.follow_ups),
        "discussed": agreed.discussed_at(rakor, today, reader),
        "issues": agreed.issue_rows(rakor, issues, reader),
        "open_issues": agreed.count_open(issues),
        "figures": said.figures_of(rakor, reader),
        "agreements": said.agreements_of(rakor, reader),
        "agenda": said.agenda_of(rakor, issues, reader),
        "announced": announced,
        "awards": awards,
        "givers": results.shared_givers(awards),
        "has_receivers": any(award.receiver for award in awards),
        "parts": people.parts_of(roles),
        "guests": people.guests_of(rakor),
        "documents": results.documents_of(rakor, reader),
        "trail": trail("rakor", **chain) if any(chain.values()) else (),
    }


def chain_of(agreement, announced, awards):
    """Where each step of the chain leads from this Rakor, as far as it goes."""
    moved = [row.indicator.url for row in agreement.follow_ups if row.indicator]
    return {
        "outcome": "#rumusan" if agreement.outcomes else "",
        "follow_up": "#tl" if agreement.follow_ups else "",
        "indicator": moved[0] if moved else "",
        "rank": announced[0].url if announced else "",
        "award": "#penghargaan" if awards else "",
    }
