from django.db import models


class ChangeQuerySet(models.QuerySet):
    def about(self, obj):
        """The history of one object, newest first."""
        return self.filter(object_type=obj._meta.label_lower, object_id=str(obj.pk)).select_related("by")
