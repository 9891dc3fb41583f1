"""Walks the public pages as a visitor does: from one page along its links to all others."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

SUBRESOURCES = {"img", "script", "iframe", "source", "link", "audio", "video", "embed", "object", "use"}


class Reader(HTMLParser):
    """What a page links to, what it loads, its anchors, headings and descriptions."""

    def __init__(self):
        super().__init__()
        self.links, self.loaded, self.ids, self.inline, self.meta = [], [], [], [], {}
        self.headings, self.language, self.title = [], "", ""
        self._in = ""

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self._in = tag
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag == "html":
            self.language = given.get("lang", "")
        if tag == "meta":
            self.meta[given.get("name") or given.get("property")] = given.get("content", "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in SUBRESOURCES and given.get("rel") != "canonical":
            self.loaded += [given[name] for name in ("src", "href", "data", "srcset") if given.get(name)]
        if tag in ("script", "style") or "style" in given or any(name.startswith("on") for name in given):
            self.inline.append(self.get_starttag_text())

    def handle_data(self, data):
        if self._in == "title" and not self.title:
            self.title = data.strip()


@dataclass
class Page:
    """One answer. `found_on` is the page that led here first."""

    address: str
    status: int
    text: str
    queries: int
    found_on: str
    content: Reader = field(repr=False)

    def links(self):
        """Addresses of this site that the page links to, whole, with their anchors."""
        return {link for href in self.content.links if (link := inside(self.address, href))}


def inside(address, href):
    """`href` as an address of this site; nothing where it leads elsewhere."""
    parts = urlsplit(urljoin(f"http://site{address}", href))
    if parts.netloc != "site":
        return ""
    query = f"?{parts.query}" if parts.query else ""
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    return f"{parts.path}{query}{anchor}"


def ask(client, address, found_on=""):
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    text = response.content.decode() if response["Content-Type"].startswith("text/html") else ""
    content = Reader()
    content.feed(text)
    return Page(address, response.status_code, text, len(asked), found_on, content)


def crawl(*starts, leave_out=None, client=None):
    """Every page that links lead to: {address: Page}. `leave_out(address)` says which not to open."""
    client = client or Client()
    pages, waiting = {}, [(start, "") for start in starts]
    while waiting:
        address, found_on = waiting.pop(0)
        if address in pages or (leave_out and leave_out(address)):
            continue
        pages[address] = page = ask(client, address, found_on)
        waiting += [(link.partition("#")[0], address) for link in sorted(page.links())]
    return pages
