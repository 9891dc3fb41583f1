"""Whose data a text field can hold: every text field of every model stands here once.

A new field is added to the line of its model under one of the five heads. Choices are left out: nobody types
them. `test_personal_fields.py` holds the models to this table.
"""

PERSONAL = {
    "accounts.User": "username name email password",
}
"""A person's own: never public, never in the ledger or a log, gone when the person is erased.

The model names them in PERSONAL_FIELDS (with last_login, which is no text).
"""

OFFICE = {
    "meetings.Role": "name prefix office",
    "meetings.Invitation": "represented_by",
    "evaluations.Award": "signatory",
}
"""A name with its office as printed: public by office (UU 14/2008), so NIP and the like are refused in it."""

PUBLIC = {
    "records.StoredFile": "original_name",
    "regions.Unit": "name",
    "regions.Regency": "capital",
    "regions.Agency": "abbreviation address",
    "regions.UnitName": "name decree",
    "programs.Program": "name short_name description",
    "programs.Indicator": "name concept definition interpretation formula_text classification measure_unit",
    "programs.IndicatorPair": "name",
    "programs.Schedule": "basis",
    "programs.Source": "name",
    "meetings.Series": "name slug next_host_note",
    "meetings.Rakor": ("title slug date_note venue place summary state_reason source_name source_note"),
    "meetings.Invitation": "group note",
    "meetings.AgendaItem": "title note",
    "meetings.Document": "title number",
    "meetings.Issue": "title cause note",
    "meetings.Outcome": "text",
    "meetings.FollowUp": "what due_note",
    "meetings.Figure": "label measure_unit period previous_period as_printed",
    "meetings.Agreement": "title number note",
    "evaluations.Instrument": "name basis",
    "evaluations.Line": "name",
    "evaluations.Band": "label",
    "evaluations.Round": "basis_number",
    "evaluations.Release": "title subject basis source_name reason",
    "evaluations.Award": "title number",
}
"""Typed by somebody and shown to the public, now or when its Rakor is: NIP and the like are refused in it."""

INNER = {
    "records.ImportBatch": "retracted_reason",
    "records.Change": "reason",
    "regions.Assignment": "office",
    "programs.Target": "source reason",
    "programs.Report": "returned_reason",
    "programs.Measurement": "note",
    "programs.Observation": "measure_unit note",
    "programs.Extension": "reason",
    "programs.ReportStep": "reason",
    "programs.Remark": "text",
    "programs.Evidence": "title",
    "programs.Settlement": "reason minutes_number",
    "programs.SettledFigure": "said",
    "programs.Part": "label",
    "records.Notice": "text",
    "meetings.Review": "remark",
}
"""Typed by somebody and read by people with an account; kept in the ledger, so the same is refused in it."""

MADE = {
    "records.StoredFile": "file content_type sha256",
    "records.ImportBatch": "kind",
    "records.Change": "object_type object_id object_label changes request_id",
    "records.Seal": "lines digest key_mark mac",
    "regions.Unit": "code bps_code",
    "regions.Assignment": "object_ref",
    "programs.Program": "code",
    "programs.Indicator": "code",
    "programs.Period": "code",
    "programs.Source": "url",
    "programs.Observation": "cell",
    "programs.Evidence": "url",
    "records.Notice": "path key",
    "meetings.Rakor": "source_url",
    "meetings.Document": "url",
    "meetings.Review": "evidence_url",
    "meetings.FollowUp": "reference",
    "evaluations.Release": "ranking text sha256 source_url ledger_head",
    "evaluations.Award": "code",
    "evaluations.Round": "sha256 text",
    "evaluations.Score": "band lines",
}
"""Made by the program, or of a form that holds no person: codes, digests, addresses, generated names."""
