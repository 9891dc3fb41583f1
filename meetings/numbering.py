"""Numbers and addresses that people cite: outcome 3 of a Rakor, TL-2019-0001, 2019-04-09-rakor-bkd.

Each is unique in the database. Two who take the next one at the same moment are told apart there: the second
fails inside a savepoint and takes the one after, which holds on both databases.
"""

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.db.models.functions import Length
from django.utils.text import slugify

from records import ledger
from records.choices import Action

ATTEMPTS = 50
"""Every failure means that somebody else succeeded; so many at one moment are not people."""


def save_with_number(obj, take, is_taken, *, by):
    """Save a new object under the next free number that `take(obj)` sets, with its ledger line."""
    for _attempt in range(ATTEMPTS):
        take(obj)
        try:
            with transaction.atomic():
                return ledger.save(obj, Action.CREATE, by=by, before={})
        except IntegrityError:
            if not is_taken(obj):
                raise
    raise IntegrityError(f"no free number for {type(obj).__name__} after {ATTEMPTS} attempts")


def save_outcome(outcome, *, by):
    """Save a new outcome under the next number of its Rakor."""
    others = type(outcome)._base_manager.filter(rakor=outcome.rakor_id)

    def take(obj):
        obj.number = (others.aggregate(last=Max("number"))["last"] or 0) + 1

    return save_with_number(outcome, take, lambda obj: others.filter(number=obj.number).exists(), by=by)


def save_follow_up(follow_up, *, by):
    """Save a new follow-up under the next reference of the year in which its Rakor began."""
    prefix = f"TL-{follow_up.outcome.rakor.starts_on.year}-"
    others = type(follow_up)._base_manager.filter(reference__startswith=prefix)

    def take(obj):
        # The longest is the highest: TL-2019-10000 comes after TL-2019-9999.
        last = others.order_by(Length("reference").desc(), "-reference").values_list("reference", flat=True)
        number = int(last[0].removeprefix(prefix)) + 1 if last else 1
        obj.reference = f"{prefix}{number:04}"

    return save_with_number(
        follow_up, take, lambda obj: others.filter(reference=obj.reference).exists(), by=by
    )


def save_rakor(rakor, *, by):
    """Save a new Rakor under an address made of its date and title; a second of the same name gets "-2"."""
    others = type(rakor)._base_manager.all()

    def take(obj):
        obj.slug = free_slug(obj.title, obj.starts_on, others)

    return save_with_number(rakor, take, lambda obj: others.filter(slug=obj.slug).exists(), by=by)


def free_slug(title, starts_on, others):
    base = f"{starts_on:%Y-%m-%d}-{slugify(title)}"[:90].rstrip("-")
    taken = set(others.filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (base, *numbered) if slug not in taken)
