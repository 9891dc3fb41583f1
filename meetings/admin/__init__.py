"""Meetings in the admin: the Rakor with all its parts on one form, and lists of what it left."""

from meetings.admin import follow_ups, outcomes, rakor, series

__all__ = ["follow_ups", "outcomes", "rakor", "series"]
