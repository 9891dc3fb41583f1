"""Every kind of thing that waits for somebody, in order of urgency. A new kind is a line here."""

from dashboard.selectors import waiting_due as due
from dashboard.selectors import waiting_facts as facts
from dashboard.selectors import waiting_meetings as meetings
from dashboard.selectors import waiting_reports as reports

TODO = (
    due.late_reports,
    reports.returned_reports,
    meetings.late_follow_ups,
    meetings.returned_follow_ups,
    meetings.follow_ups_due_soon,
    due.reports_due_soon,
    reports.unsent_reports,
    meetings.claims_to_check,
    reports.reports_to_judge,
    reports.imports_to_accept,
    facts.differences_to_settle,
    facts.rakor_with_differences,
    reports.rounds_to_determine,
    reports.rounds_to_publish,
    meetings.rakor_to_finish,
    reports.draft_reports,
    meetings.rakor_drafts,
)
"""What a person can bring forward."""

NEXT = (meetings.coming_rakor,)
DONE = (reports.accepted_reports, meetings.done_follow_ups)
