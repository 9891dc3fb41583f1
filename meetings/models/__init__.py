from meetings.models.agreements import Agreement, AgreementParty, Figure
from meetings.models.outcomes import FollowUp, Issue, Outcome, Review
from meetings.models.papers import AgendaItem, Document
from meetings.models.people import Invitation, Role
from meetings.models.rakor import Rakor, Series

__all__ = [
    "AgendaItem",
    "Agreement",
    "AgreementParty",
    "Document",
    "Figure",
    "FollowUp",
    "Invitation",
    "Issue",
    "Outcome",
    "Rakor",
    "Review",
    "Role",
    "Series",
]
