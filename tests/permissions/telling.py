"""How a sentence is told and held to: a person, what he or she asks of the program, what the program answers.

    Sentence("Sari does not find Kerinci's draft", "GET /admin/programs/report/{draft}/change/", ABSENT)

The first word names the person (a fixture; "Visitors" have no account). Names in braces are fixtures too, and
stand for the row's key. Nothing here asks the program who may do what: it is asked for the page itself.
"""

import json
import re
from dataclasses import dataclass, field
from string import Formatter

from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from tests.adminform import read_form

OPENS = "the page is shown, and nothing is written"
DONE = "it is written"
REFUSED = "the page says why it may not be done, and nothing is written"
ABSENT = "word for word what a row that does not exist is answered with"
FORBIDDEN = "the page says that it is not for this person, and nothing is written"
SIGN_IN = "the door is shown, and nothing is written"
NOTHING_HAPPENS = "whatever the page says, nothing is written"

STATUSES = {
    OPENS: {200},
    DONE: {302},
    REFUSED: {409},
    ABSENT: {404},
    FORBIDDEN: {403},
    SIGN_IN: {302},
    NOTHING_HAPPENS: {200, 302, 403, 404, 409},
}
CHANGES_WITH_EVERY_ANSWER = re.compile(
    rb'(?:name="csrfmiddlewaretoken" value="[^"]*"|nonce="[^"]*"|nonce-[\w+/=-]+|csrftoken=[^;]*)'
)


@dataclass(frozen=True)
class Sentence:
    """`sends` is what is typed into the form; `shows` and `hides` are words of the answer.

    `becomes` says what stands afterwards: {"kerinci_sent.state": "diterima"}.
    """

    text: str
    asks: str
    answer: str
    sends: dict = field(default_factory=dict)
    shows: tuple = ()
    hides: tuple = ()
    becomes: dict = field(default_factory=dict)
    among: tuple = ()
    """Fixtures that stand beside the ones named in braces."""

    def __str__(self):
        return self.text


class Told:
    """A sentence among rows that stand; `request` is pytest's, `client` a browser."""

    def __init__(self, sentence, request, client):
        self.sentence, self.request, self.client = sentence, request, client
        self.method, self.address = sentence.asks.split(" ", 1)

    def holds(self):
        self.person()
        for name in self.sentence.among:
            self.request.getfixturevalue(name)
        address, sends = self.filled(self.address), self.filled(self.sentence.sends)
        words = [self.filled(list(self.sentence.shows)), self.filled(list(self.sentence.hides))]
        before = everything_stored()
        answer = self.ask(address, sends)
        said = read(answer)
        self.check_answer(answer)
        self.check_words(said, *words)
        is_written = everything_stored() != before
        assert is_written == (self.sentence.answer == DONE), f"{self.sentence}: written? {is_written}"
        self.check_stands()
        if self.sentence.answer == ABSENT:
            absent = self.filled(self.address, absent=True)
            nowhere = self.ask(absent, sends)
            assert plain(answer, address) == plain(nowhere, absent), f"{self.sentence}: the answer tells"

    def person(self):
        name = self.sentence.text.split(" ", 1)[0].strip(",").lower()
        if name != "visitors":
            log_in = self.request.getfixturevalue("logged_in")
            log_in(self.request.getfixturevalue(name))

    # What is asked.

    def ask(self, address, sends):
        if self.method == "GET":
            return self.client.get(address)
        if self.method == "FILL":
            return self.fill(address, sends)
        if self.method == "IMPORT":
            return self.send_sheet(address, sends)
        return self.client.post(address, sends)

    def fill(self, address, sends):
        """Open a form, type into it, send everything back; a page without a form is sent what was typed."""
        page = self.client.get(address)
        model = address.split("/")[3]
        asked = read_form(page, f"{model}_form") if page.status_code == 200 else {}
        return self.client.post(address, asked | sends)

    def send_sheet(self, address, sends):
        """Upload a sheet and confirm its preview, if there is something to confirm."""
        sheet = SimpleUploadedFile("lembar.csv", sends["sheet"], content_type="text/csv")
        preview = self.client.post(address + "import/", {"periksa": "1", "import_file": sheet})
        token = re.search(r'name="token" value="([^"]+)"', preview.content.decode())
        if token is None:
            return preview
        return self.client.post(address + "process_import/", {"token": token[1]})

    # Names in braces.

    def filled(self, told, absent=False):
        if isinstance(told, dict):
            return {self.filled(key): self.filled(value) for key, value in told.items()}
        if isinstance(told, list):
            return [self.filled(one) for one in told]
        if not isinstance(told, str):
            return told
        names = [name for _text, name, _form, _turn in Formatter().parse(told) if name]
        keys = {name: self.key_of(name, absent) for name in names}
        return re.sub(r"\{([\w.]+)\}", lambda found: keys[found[1]], told)

    def key_of(self, name, absent=False):
        key = self.value_of(name)
        if not absent:
            return str(key)
        return "98765432" if isinstance(key, int) else "tidak-ada"

    def value_of(self, name):
        fixture, _dot, attribute = name.partition(".")
        return getattr(self.request.getfixturevalue(fixture), attribute or "pk")

    # What is answered.

    def check_answer(self, answer):
        expected = STATUSES[self.sentence.answer]
        assert answer.status_code in expected, (
            f"{self.sentence}: {self.sentence.asks} answers {answer.status_code}, not: {self.sentence.answer}"
        )
        if answer.status_code == 302 and self.sentence.answer != NOTHING_HAPPENS:
            is_door = answer["Location"].startswith(("/masuk/", "/admin/login/"))
            assert is_door == (self.sentence.answer == SIGN_IN), f"{self.sentence}: {answer['Location']}"

    def check_words(self, said, shows, hides):
        for words in shows:
            assert words in said, f"{self.sentence}: «{words}» is missing"
        for words in hides:
            assert words not in said, f"{self.sentence}: «{words}» is told"

    def check_stands(self):
        for name, value in self.sentence.becomes.items():
            fixture, attribute = name.split(".")
            row = self.request.getfixturevalue(fixture)
            stored = getattr(type(row)._base_manager.get(pk=row.pk), attribute)
            expected = self.request.getfixturevalue(value[1:-1]) if str(value).startswith("{") else value
            assert stored == expected, f"{self.sentence}: {name} is {stored}"


def everything_stored():
    """Every row of every table but the sessions, asked plainly: it is asked twice for each sentence."""
    models = apps.get_models(include_auto_created=True)
    tables = [model._meta.db_table for model in models if model._meta.app_label != "sessions"]
    stored = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            stored[table] = sorted(map(repr, cursor.fetchall()))
    return stored


def read(answer):
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if answer.get("Content-Type", "").startswith("application/json"):
        return json.dumps(json.loads(content), ensure_ascii=False)
    return content.decode(errors="replace")


def plain(answer, address):
    """An answer without what differs each time: tokens, the request's number, the clock, its address."""
    number = answer.headers.get("X-Request-ID", "\0")
    said = {
        name: CHANGES_WITH_EVERY_ANSWER.sub(b"", value.encode())
        for name, value in sorted(answer.headers.items())
        if name not in ("X-Request-ID", "Content-Length", "Expires")
    }
    body = CHANGES_WITH_EVERY_ANSWER.sub(b"", answer.content)
    return answer.status_code, said, body.replace(address.encode(), b"").replace(number.encode(), b"")
