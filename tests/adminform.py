"""Filling in an admin form the way a browser does: read it from the page, type, add rows, send everything."""

from html.parser import HTMLParser


class FormReader(HTMLParser):
    """Collects what a browser would send for the form with this id, without rows that are only patterns."""

    def __init__(self, form_id):
        super().__init__()
        self.form_id = form_id
        self.fields = {}
        self.labels = set()
        self.controls = []
        self.inside = False
        self.select = self.textarea = None
        self.text = ""

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.inside = attrs.get("id") == self.form_id
        if not self.inside:
            return
        if tag == "label":
            self.labels.add(attrs.get("for"))
        name = attrs.get("name", "")
        if tag in ("input", "select", "textarea") and name and "__prefix__" not in name:
            self.control(tag, name, attrs)
        if tag == "option" and self.select and "selected" in attrs:
            self.fields.setdefault(self.select, []).append(attrs.get("value", ""))
        elif tag == "option" and self.select:
            self.first.setdefault(self.select, attrs.get("value", ""))

    first = {}

    def control(self, tag, name, attrs):
        kind = attrs.get("type", "text")
        if kind != "hidden":
            self.controls.append((name, attrs))
        if tag == "select":
            self.select, self.multiple = name, "multiple" in attrs
            self.first = {}
        elif tag == "textarea":
            self.textarea, self.text = name, ""
        elif kind in ("checkbox", "radio"):
            if "checked" in attrs:
                self.fields[name] = attrs.get("value", "on")
        elif kind not in ("file", "submit"):
            self.fields[name] = attrs.get("value", "")

    def handle_data(self, data):
        if self.textarea:
            self.text += data

    def handle_endtag(self, tag):
        if tag == "select" and self.select:
            if not self.multiple and self.select not in self.fields and self.select in self.first:
                self.fields[self.select] = self.first[self.select]
            self.select = None
        elif tag == "textarea" and self.textarea:
            # A browser drops the line break that Django writes after the opening tag.
            self.fields[self.textarea] = self.text.removeprefix("\r\n").removeprefix("\n")
            self.textarea = None
        elif tag == "form":
            self.inside = False


def read_form(response, form_id):
    """The fields of a form as a test client can send them back."""
    return reader_of(response, form_id).fields


def reader_of(response, form_id):
    reader = FormReader(form_id)
    reader.feed(response.content.decode())
    return reader


def add_row(data, prefix, values, nested=()):
    """Type a new row into a formset; gives its prefix. `nested` names the formsets inside the row."""
    row = f"{prefix}-{data[f'{prefix}-TOTAL_FORMS']}"
    data[f"{prefix}-TOTAL_FORMS"] = str(int(data[f"{prefix}-TOTAL_FORMS"]) + 1)
    data |= {f"{row}-{name}": value for name, value in values.items()}
    for name in nested:
        data |= empty_rows(f"{row}-{name}")
    return row


def empty_rows(prefix):
    """What a formset without rows sends."""
    counts = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}
    return {f"{prefix}-{name}": count for name, count in counts.items()}


def errors_of(response):
    """Every error sentence of a form that was not saved."""
    form = response.context["adminform"].form
    found = [*form.non_field_errors(), *(text for errors in form.errors.values() for text in errors)]
    formsets = [one.formset for one in response.context["inline_admin_formsets"]]
    while formsets:
        formset = formsets.pop()
        found += formset.non_form_errors()
        for row in formset.forms:
            found += [text for errors in row.errors.values() for text in errors]
            formsets += [nested.formset for nested in getattr(row, "nested_formsets", ())]
    return found
