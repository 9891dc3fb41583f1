from django.utils.translation import gettext_noop

from records.two_persons import SecondPerson

JUDGES_OWN_CLAIM = (
    "{row}.kind IN ('sesuai', 'belum_sesuai', 'tidak_dapat') AND EXISTS (SELECT 1 FROM meetings_review c "
    "WHERE c.follow_up_id = {row}.follow_up_id AND c.kind = 'diajukan' AND c.by_id = {row}.by_id)"
)

GUARDS = (
    SecondPerson(
        "meetings_review",
        gettext_noop("Tindak lanjut diperiksa oleh orang lain, bukan yang mengajukannya."),
        when=JUDGES_OWN_CLAIM,
    ),
)
