"""The ledger and the files, each reader's part: APIP all of it, a province what its own people wrote."""

from django.contrib import admin
from django.db.models import Q

from accounts.models import User
from records.admin import ChangeAdmin, StoredFileAdmin
from records.models import Change, StoredFile
from regions.access import reach_of


def people_within(reach):
    """Whoever ever had an assignment at one of the units served."""
    return User.objects.filter(reach.filter_served("assignments__unit")).values("pk")


class WrittenByOwnPeople:
    """Rows that name who wrote them: all of them for who reaches everything, else one's own people's."""

    written_by = ""
    permission = ""

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        reach = reach_of(request.user, self.permission)
        if reach.everything:
            return queryset
        own = Q(**{f"{self.written_by}__in": people_within(reach)})
        return queryset.filter(own | Q(**{self.written_by: request.user}))


@admin.register(Change)
class OwnChangeAdmin(WrittenByOwnPeople, ChangeAdmin):
    written_by = "by"
    permission = "records.view_change"


@admin.register(StoredFile)
class OwnStoredFileAdmin(WrittenByOwnPeople, StoredFileAdmin):
    written_by = "stored_by"
    permission = "records.view_storedfile"
