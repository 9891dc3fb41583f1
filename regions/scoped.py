"""The one door to rows: within a person's reach, in a state in which the permission table opens them."""

from django.db import models
from django.db.models import Q

from accounts.permissions import CHANGE, VIEW, name_of, states_for
from regions.access import reach_of


class ScopedQuerySet(models.QuerySet):
    """Rows that belong to somebody. The fetch is the check: what is not open to a person is not found.

    A room says in `reached` which rows lie within a reach, and in `state_path` where a row's state stands.
    """

    state_path = "state"

    def open_to(self, user, action):
        """Rows to which this person may do `action` as they stand now."""
        states = states_for(self.model._meta.label_lower, action)
        rows = self.within(user, action)
        return rows if states is None else rows.filter(self.standing_in(states))

    def within(self, user, action):
        """As `open_to`, whatever state a row is in."""
        reach = reach_of(user, name_of(self.model._meta.label_lower, action))
        return self.filter(self.reached(reach, user, action)) if reach else self.none()

    def visible_to(self, user):
        return self.open_to(user, VIEW)

    def editable_by(self, user):
        return self.open_to(user, CHANGE)

    def reached(self, reach, user, action):
        """The condition on rows that lie within `reach`, which is not empty."""
        raise NotImplementedError

    def standing_in(self, states):
        """The condition on rows that stand in one of `states`."""
        return Q(**{f"{self.state_path}__in": states})
