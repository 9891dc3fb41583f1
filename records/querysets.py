from django.db import models
from django.db.models import Case, When


class ChangeQuerySet(models.QuerySet):
    def about(self, obj):
        """The history of one object, newest first."""
        return self.filter(object_type=obj._meta.label_lower, object_id=str(obj.pk)).select_related("by")


class NoticeQuerySet(models.QuerySet):
    def of(self, user):
        """A person's own: nobody reads another's."""
        return self.filter(recipient=user)

    def unread(self):
        return self.filter(read_at__isnull=True)

    def unmailed(self):
        return self.filter(mailed_at__isnull=True)

    def unread_first(self):
        return self.order_by(Case(When(read_at__isnull=True, then=0), default=1), "-id")
