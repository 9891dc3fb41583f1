"""Who may come to which address: one row for every route, asked before any view runs.

A row says what the permission table must grant for reading (GET) and for writing (POST); which object it may
be is then decided by the fetch (regions.scoped). A route without a row is closed, and the suite fails on it.
"""

from dataclasses import dataclass

from accounts.permissions import (
    ACCEPT,
    ADD,
    CANCEL,
    CHANGE,
    CLOSE,
    COMPUTE,
    DELETE,
    DETERMINE,
    EXPORT,
    HOLD,
    IMPORT,
    POSTPONE,
    PUBLISH,
    REOPEN,
    RETRACT,
    RETURN,
    REVIEW,
    SCHEDULE,
    SETTLE,
    SUBMIT,
    VERIFY,
    VIEW,
    WITHDRAW,
    name_of,
)


@dataclass(frozen=True)
class Route:
    """What must be granted here: `read` and `write` are full permission names, empty where none is asked.

    `is_public` addresses ask nobody; the others ask for an account. `closed` ones answer nobody.
    """

    read: str = ""
    write: str = ""
    is_public: bool = False
    is_closed: bool = False

    def permission(self, method):
        return self.read if method in ("GET", "HEAD", "OPTIONS") else self.write


PUBLIC = Route(is_public=True)
SIGNED_IN = Route()
CLOSED = Route(is_closed=True)
"""Pages that a library brings and the house does not use."""


def _act(label, action):
    return Route(name_of(label, action), name_of(label, action))


PAGES = {
    # Public pages.
    "dashboard:home": PUBLIC,
    "dashboard:release-list": PUBLIC,
    "dashboard:release-detail": PUBLIC,
    "dashboard:release-version": PUBLIC,
    "dashboard:score-detail": PUBLIC,
    "dashboard:region-list": PUBLIC,
    "dashboard:region-detail": PUBLIC,
    "dashboard:rakor-list": PUBLIC,
    "dashboard:rakor-detail": PUBLIC,
    "dashboard:follow-up-list": PUBLIC,
    "dashboard:methodology": PUBLIC,
    "dashboard:program-list": PUBLIC,
    "dashboard:program-detail": PUBLIC,
    "dashboard:indicator-detail": PUBLIC,
    "set-language": PUBLIC,
    "set-theme": PUBLIC,
    # The door.
    "login": PUBLIC,
    "logout": PUBLIC,
    "password-forgotten": PUBLIC,
    "password-letter-sent": PUBLIC,
    "password-set": PUBLIC,
    "admin-login": PUBLIC,
    "admin-logout": PUBLIC,
    # Officials' daily work.
    "work:today": SIGNED_IN,
    "work:report-list": Route("programs.view_report"),
    "work:report-accept": Route("programs.accept_report", "programs.accept_report"),
    "work:report-start": Route(write="programs.submit_report"),
    "work:report-evidence": Route("programs.view_report"),
    "work:report-detail": Route("programs.view_report", "programs.submit_report"),
    "work:report-judge": Route(write="programs.accept_report"),
    "work:report-reopen": Route(write="programs.reopen_report"),
    "work:difference-list": Route("programs.view_difference"),
    "work:sync-rates": Route("programs.view_difference"),
    "work:difference-settle": _act("programs.difference", SETTLE),
    "work:difference-carry": Route(write="programs.carry_difference"),
    "work:figure-detail": Route("programs.view_measurement", "programs.add_observation"),
    "work:figure-document": Route("programs.view_observation"),
    "work:report-board": Route("programs.view_report"),
    "work:report-board-file": Route("programs.export_report"),
    "work:parts": Route("programs.submit_report", "programs.submit_report"),
    "work:program-list": Route("programs.view_program"),
    "work:program-detail": Route("programs.view_program"),
    "work:indicator-detail": Route("programs.view_indicator"),
    "work:notice-list": SIGNED_IN,
    "work:notice-read-all": SIGNED_IN,
    "work:notice-open": SIGNED_IN,
    "work:follow-up-list": Route("meetings.view_followup"),
    "work:follow-up-detail": Route("meetings.view_followup", "meetings.add_review"),
    "work:rakor-list": Route("meetings.view_rakor"),
    "work:rakor-detail": Route("meetings.view_rakor"),
    "work:document": Route("meetings.view_document"),
    "work:evidence": Route("meetings.view_followup"),
    # One's own account.
    "account": SIGNED_IN,
    "account-password": SIGNED_IN,
    "account-sign-out": SIGNED_IN,
    "admin-password-change": SIGNED_IN,
    "own-data": SIGNED_IN,
    "own-data-file": SIGNED_IN,
    # The admin's own pages.
    "admin:index": SIGNED_IN,
    "admin:app_list": SIGNED_IN,
    "admin:jsi18n": SIGNED_IN,
    "admin-autocomplete": SIGNED_IN,
    "admin:password_change": CLOSED,
    "admin:password_change_done": CLOSED,
    "admin:search": CLOSED,
    "admin:view_on_site": CLOSED,
    "admin:login": CLOSED,
    "admin:logout": CLOSED,
    "admin:autocomplete": CLOSED,
}

LISTED = {
    "changelist": (VIEW, VIEW),
    "change": (VIEW, CHANGE),
    "history": (VIEW, VIEW),
    "add": (ADD, ADD),
    "delete": (DELETE, DELETE),
}
"""What every list of the admin has. A POST to a list is a bulk action, which asks for its own permission."""

LISTS = (
    "accounts.user",
    "records.change",
    "records.storedfile",
    "records.importbatch",
    "regions.unit",
    "regions.province",
    "regions.regency",
    "regions.agency",
    "programs.program",
    "programs.indicator",
    "programs.indicatorpair",
    "programs.period",
    "programs.source",
    "programs.target",
    "programs.schedule",
    "programs.extension",
    "programs.report",
    "programs.measurement",
    "programs.observation",
    "programs.difference",
    "programs.settlement",
    "meetings.series",
    "meetings.rakor",
    "meetings.issue",
    "meetings.outcome",
    "meetings.followup",
    "evaluations.instrument",
    "evaluations.round",
    "evaluations.release",
    "evaluations.award",
)

ACTS = {
    "admin:programs_report_empty_sheet": _act("programs.report", IMPORT),
    "admin:programs_report_import": _act("programs.report", IMPORT),
    "admin:programs_report_process_import": _act("programs.report", IMPORT),
    "admin:programs_report_submit": _act("programs.report", SUBMIT),
    "admin:programs_report_accept": _act("programs.report", ACCEPT),
    "admin:programs_report_give_back": _act("programs.report", RETURN),
    "admin:programs_report_reopen": _act("programs.report", REOPEN),
    "admin:programs_schedule_refill": _act("programs.schedule", CHANGE),
    "admin:programs_schedule_copy": _act("programs.schedule", ADD),
    "admin:programs_measurement_export": _act("programs.measurement", EXPORT),
    "admin:programs_measurement_export_xlsx": _act("programs.measurement", EXPORT),
    "admin:records_importbatch_accept": _act("records.importbatch", ACCEPT),
    "admin:records_importbatch_retract": _act("records.importbatch", RETRACT),
    "admin:meetings_rakor_document": _act("meetings.document", VIEW),
    "admin:meetings_rakor_public_page": _act("meetings.rakor", VIEW),
    "admin:meetings_rakor_schedule_step": _act("meetings.rakor", SCHEDULE),
    "admin:meetings_rakor_hold_step": _act("meetings.rakor", HOLD),
    "admin:meetings_rakor_close_step": _act("meetings.rakor", CLOSE),
    "admin:meetings_rakor_postpone_step": _act("meetings.rakor", POSTPONE),
    "admin:meetings_rakor_cancel_step": _act("meetings.rakor", CANCEL),
    "admin:meetings_rakor_reopen_step": _act("meetings.rakor", REOPEN),
    "admin:meetings_followup_evidence": _act("meetings.followup", VIEW),
    "admin:meetings_followup_claim_step": _act("meetings.review", ADD),
    "admin:meetings_followup_progress_step": _act("meetings.review", ADD),
    "admin:meetings_followup_verdict_step": _act("meetings.review", VERIFY),
    "admin:evaluations_round_compute": _act("evaluations.round", COMPUTE),
    "admin:evaluations_round_open_review": _act("evaluations.round", REVIEW),
    "admin:evaluations_round_determine": _act("evaluations.round", DETERMINE),
    "admin:evaluations_round_publish": _act("evaluations.round", PUBLISH),
    "admin:evaluations_round_withdraw": _act("evaluations.round", WITHDRAW),
    "admin:evaluations_release_record": _act("evaluations.release", ADD),
    "admin:auth_user_password_change": _act("accounts.user", CHANGE),
    "admin:accounts_user_csv": _act("accounts.user", VIEW),
    "admin:accounts_user_xlsx": _act("accounts.user", VIEW),
    "admin:accounts_user_import_sheet": _act("accounts.user", ADD),
    "admin:accounts_user_import_confirm": _act("accounts.user", ADD),
    "admin:accounts_user_import_empty": _act("accounts.user", ADD),
    "admin:accounts_user_give": _act("accounts.user", CHANGE),
    "admin:accounts_user_end": _act("accounts.user", CHANGE),
    "admin:accounts_user_send_again": _act("accounts.user", CHANGE),
    "admin:accounts_user_call_back": _act("accounts.user", CHANGE),
    "admin:accounts_user_close": _act("accounts.user", CHANGE),
    "admin:accounts_user_reopen": _act("accounts.user", CHANGE),
    "admin:accounts_user_hand_out_data": _act("accounts.user", CHANGE),
    "admin:accounts_user_erase": _act("accounts.user", CHANGE),
}


ELSEWHERE = {
    f"admin:meetings_{part}_{page}": CLOSED
    for part in ("issue", "outcome", "followup")
    for page in ("add", "delete")
} | {"admin:evaluations_release_add": CLOSED, "admin:programs_observation_add": CLOSED}
"""Added and taken away on the form of its Rakor only; a release by an act, what a source says in /kerja/."""


def _lists():
    for label in LISTS:
        for page, (reading, writing) in LISTED.items():
            route = Route(name_of(label, reading), name_of(label, writing))
            yield f"admin:{label.replace('.', '_')}_{page}", route


ROUTES = {**PAGES, **dict(_lists()), **ELSEWHERE, **ACTS}


def route_of(view_name):
    """The row of a route by its name; None where it has none."""
    return ROUTES.get(view_name)
