from meetings.models.agreements import Agreement, AgreementParty, Figure
from meetings.models.outcomes import FollowUp, Issue, Outcome, Review
from meetings.models.rakor import AgendaItem, Document, Invitation, Rakor, Role, Series

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
