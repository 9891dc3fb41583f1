"""The choices of an autocomplete field, each by a name that tells it from its namesakes.

"Jambi" is a province and a city, "Dinas Sosial" stands in every regency. An admin class that has
`option_label(obj)` says how its rows are called where one of them is to be picked.
"""

from django.contrib.admin.views.autocomplete import AutocompleteJsonView


class LabelledAutocomplete(AutocompleteJsonView):
    def serialize_result(self, obj, to_field_name):
        result = super().serialize_result(obj, to_field_name)
        return result | {"text": str(label_maker(self.model_admin)(obj))}


def label_maker(model_admin):
    """The function that names a row of this admin class in a list of choices."""
    return getattr(model_admin, "option_label", str)


def autocomplete(request):
    """In place of the admin site's own view at the same address (rakor/urls.py)."""
    from django.contrib import admin

    return LabelledAutocomplete.as_view(admin_site=admin.site)(request)
