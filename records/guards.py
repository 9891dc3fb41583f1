from django.utils.translation import gettext_noop

from records.append_only import Guard

GUARDS = (
    Guard("records_change", gettext_noop("Buku perubahan hanya dapat ditambah.")),
    Guard("records_seal", gettext_noop("Segel buku perubahan tidak dapat diubah.")),
)
