"""List filters that offer what the reader may see, and nothing else."""

from unfold.contrib.filters.admin import RelatedDropdownFilter as UnfoldRelatedDropdownFilter


class RelatedDropdownFilter(UnfoldRelatedDropdownFilter):
    """Choices within reach: the name of another province's secret program is a secret too."""

    def field_choices(self, field, request, model_admin):
        ordering = self.field_admin_ordering(field, request, model_admin)
        rows = field.related_model._default_manager.all()
        if not hasattr(rows, "visible_to"):
            return super().field_choices(field, request, model_admin)
        limit = {"pk__in": rows.visible_to(request.user).values("pk")}
        return field.get_choices(include_blank=False, ordering=ordering, limit_choices_to=limit)
