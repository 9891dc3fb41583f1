from django.utils.translation import gettext_noop

from records.append_only import Guard
from records.two_persons import SecondPerson

USED_INSTRUMENT = (
    "EXISTS (SELECT 1 FROM evaluations_instrument i "
    "WHERE i.id = {row}.instrument_id AND i.frozen_at IS NOT NULL)"
)
USED = gettext_noop("Instrumen yang sudah dipakai tidak dapat diubah; buat versi baru.")
RELEASED = gettext_noop("Penetapan tidak dapat diubah; buat ralat.")

CORRECTS_ONESELF = (
    "{row}.kind = 'dicatat' AND {row}.corrects_id IS NOT NULL "
    "AND EXISTS (SELECT 1 FROM evaluations_release r WHERE r.id = {row}.corrects_id "
    "AND r.published_by_id = {row}.published_by_id)"
)

GUARDS = (
    Guard("evaluations_release", RELEASED),
    Guard("evaluations_score", RELEASED, when="{row}.release_id IS NOT NULL"),
    Guard("evaluations_instrument", USED, when="{row}.frozen_at IS NOT NULL"),
    Guard("evaluations_line", USED, when=USED_INSTRUMENT, inserts=True),
    Guard("evaluations_band", USED, when=USED_INSTRUMENT, inserts=True),
    SecondPerson(
        "evaluations_release",
        gettext_noop("Ralat dicatat oleh orang lain, bukan yang mencatat penetapan sebelumnya."),
        when=CORRECTS_ONESELF,
    ),
)
