from django.db import models

from rakor.lib.personal import refuse_email


class LinkField(models.URLField):
    """An address on the web; one typed without its scheme is taken as https."""

    default_validators = [*models.URLField.default_validators, refuse_email]

    def formfield(self, **kwargs):
        return super().formfield(**{"assume_scheme": "https", **kwargs})
