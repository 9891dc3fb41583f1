from django.db import models


class LinkField(models.URLField):
    """An address on the web; one typed without its scheme is taken as https."""

    def formfield(self, **kwargs):
        return super().formfield(**{"assume_scheme": "https", **kwargs})
