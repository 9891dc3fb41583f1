from django.utils.translation import gettext_noop

from records.append_only import Guard

GUARDS = (
    Guard(
        "programs_observation",
        gettext_noop("Pengamatan hanya dapat ditambah; yang keliru dicabut."),
    ),
    Guard(
        "programs_target",
        gettext_noop("Target hanya dapat ditambah; perubahan adalah target baru."),
    ),
)
