"""Every route × method × person × object state, and what the answer must be."""

from dataclasses import dataclass

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from accounts.permissions import allows, split, states_for
from accounts.routes import ACTS, LISTED, LISTS, ROUTES
from tests.permissions.world import DETERMINERS, JUDGES, KEEPERS, READERS, SENDERS

OPEN, REFUSED, ABSENT, SIGN_IN, CLOSED = "open", "refused", "absent", "sign in", "closed"

ON_ONE = ("change", "history", "delete")
"""Pages of a list that are about one object."""

FILES = ("admin:meetings_rakor_document", "admin:meetings_followup_evidence")
"""Told apart by what they belong to; tests/meetings asks them."""

FOREIGN = {"programs.period", "evaluations.release", "evaluations.award", "regions.unit"}
FOREIGN |= {"regions.province", "regions.regency", "regions.agency", "programs.program"}
FOREIGN |= {"programs.indicator", "programs.indicatorpair", "programs.source"}
"""What everybody with a right to the kind reads, wherever it belongs."""


WHOLE = {"meetings.outcome": "dilaksanakan"}
"""The state of the Rakor in which this world's parts of one stand."""


@dataclass(frozen=True)
class Cell:
    """One question: may this person do this to that, and what is the answer if so or if not."""

    name: str
    address: str
    method: str
    person: str
    state: str
    expected: str

    def __str__(self):
        return f"{self.person} {self.method} {self.name} [{self.state}] -> {self.expected}"


def routes():
    """{name: pattern} of every named route that the resolver knows."""
    return dict(_walk(get_resolver()))


def _walk(resolver, namespace=""):
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            inner = f"{namespace}{one.namespace}:" if one.namespace else namespace
            yield from _walk(one, inner)
        elif isinstance(one, URLPattern) and one.name:
            yield f"{namespace}{one.name}", one.pattern


def cells(person, assignments, world):
    """Every cell of the matrix for one person; `assignments` are (role, scope) in force, None for nobody."""
    yield from _plain(person, assignments)
    for label in LISTS:
        for page in ON_ONE:
            yield from _on_one(f"admin:{label.replace('.', '_')}_{page}", label, person, assignments, world)
    for name, route in ACTS.items():
        if name not in FILES:
            yield from _act(name, route, person, assignments, world)


def _plain(person, assignments):
    """Pages without an object: lists, forms for new things, the admin's own pages."""
    pages = [page for page in LISTED if page not in ON_ONE]
    listed = [f"admin:{label.replace('.', '_')}_{page}" for label in LISTS for page in pages]
    own = ["admin:index", "admin:jsi18n", "admin:search", "login", "admin-login"]
    for name in (*listed, *own):
        for method in ("GET", "POST"):
            yield Cell(name, reverse(name), method, person, "", at_door(name, method, assignments))


def at_door(name, method, assignments):
    """What the route's row says to somebody with these assignments."""
    route = ROUTES[name]
    if route.is_public:
        return OPEN
    if route.is_closed:
        return ABSENT
    if assignments is None:
        return SIGN_IN
    return OPEN if granted(route.permission(method), assignments) else REFUSED


def granted(permission, assignments):
    if not permission:
        return True
    action, label = split(permission)
    return any(allows(role, scope, label, action) for role, scope in assignments)


def _on_one(name, label, person, assignments, world):
    page = name.rpartition("_")[2]
    for method in ("GET", "POST"):
        door = at_door(name, method, assignments)
        for state, obj in world.own[label].items():
            expected = door
            if door == OPEN:
                expected = found(label, page, method, person, state, obj)
            yield Cell(name, reverse(name, args=[obj.pk]), method, person, state, expected)
        (obj,) = world.foreign[label].values()
        expected = ABSENT if door == OPEN and hidden_from(label, person) else None
        if expected:
            yield Cell(name, reverse(name, args=[obj.pk]), method, person, "foreign", expected)


def hidden_from(label, person):
    """Whether what belongs to Kalimantan Barat is hidden from this person of Jambi."""
    return label not in FOREIGN and person not in ("suri", "ani", "dewi")


def found(label, page, method, person, state, obj):
    """What the fetch says, once the door is open."""
    if person not in readers(label, state):
        return ABSENT
    if page == "history" or (page == "change" and method == "GET"):
        return OPEN
    action = page
    states = states_for(label, action)
    stands = state or WHOLE.get(label, "")
    may = person in KEEPERS.get(label, "").split() and (states is None or stands in states)
    return OPEN if may else REFUSED


def readers(label, state):
    """By name. A draft of a Rakor is known to those who prepare it only."""
    names = READERS[label].split()
    return [name for name in names if not (label == "meetings.rakor" and state == "draf" and name == "budi")]


def _act(name, route, person, assignments, world):
    action, label = split(route.write)
    if "object_id" not in str(routes()[name]) and "<id>" not in str(routes()[name]):
        for method in ("GET", "POST"):
            yield Cell(name, reverse(name), method, person, "", at_door(name, method, assignments))
        return
    about = {"meetings.review": "meetings.followup"}.get(label, label)
    for method in ("GET", "POST"):
        door = at_door(name, method, assignments)
        for state, obj in world.own[about].items():
            expected = door
            if door == OPEN and person not in readers(about, state):
                expected = ABSENT
            elif door == OPEN and person not in actors(label, action):
                expected = REFUSED
            yield Cell(name, reverse(name, args=[obj.pk]), method, person, state, expected)
        (obj,) = world.foreign[about].values()
        if door == OPEN and hidden_from(about, person):
            yield Cell(name, reverse(name, args=[obj.pk]), method, person, "foreign", ABSENT)


def actors(label, action):
    """Who does this to what belongs to Jambi, by name, whatever state it stands in."""
    if action == "view":
        return READERS[label].split()
    if label == "meetings.review":
        return ["suri", "rina", "wayan", "nia", "budi", "vera"] if action == "add" else ["suri", "vera"]
    kinds = {"submit": SENDERS, "accept": JUDGES, "return": JUDGES, "reopen": JUDGES}
    kinds |= {"determine": DETERMINERS, "publish": DETERMINERS}
    if label in kinds.get(action, ()):
        return kinds[action][label].split()
    if action == "retract":
        return ["suri", "rina", "wayan"]
    return KEEPERS[label].split()


def answer(client, cell):
    """What came back, in the matrix's words."""
    response = client.generic(cell.method, cell.address)
    if response.status_code == 405:
        return None
    if response.status_code >= 500:
        return f"broken ({response.status_code})"
    if response.status_code == 302 and response["Location"].startswith("/masuk/"):
        return OPEN if cell.name in ("admin-login", "admin-logout") else SIGN_IN
    return {403: REFUSED, 404: ABSENT}.get(response.status_code, OPEN)


def client_of(user):
    client = Client()
    if user is not None:
        client.force_login(user)
    return client
