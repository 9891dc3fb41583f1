"""Every address the resolver knows, each as a path that leads to its view."""

import re

from django.contrib import admin
from django.urls import URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

SAMPLES = {
    "int": "1",
    "str": "1",
    "path": "1",
    "slug": "satu",
    "uuid": "00000000-0000-0000-0000-000000000000",
    "region": "15",
    "regency": "15.01",
    "owner": "nasional",
    "code": "MCP",
}
PART = re.compile(r"<(?:(\w+):)?(\w+)>")


def addresses(resolver=None, before="/"):
    """(path, view) of every route."""
    for entry in (resolver or get_resolver()).url_patterns:
        path = before + sample(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from addresses(entry, path)
        else:
            yield path, entry.callback


def sample(pattern):
    if isinstance(pattern, RoutePattern):
        return PART.sub(lambda part: SAMPLES[part[1] or "str"], str(pattern))
    # The admin's two patterns written as regular expressions: an app's list, and whatever is left.
    return "records/" if "app_label" in str(pattern) else "tidak-ada/"


def lists():
    """The admin's list pages."""
    return [
        f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        for model in sorted(admin.site._registry, key=lambda model: model._meta.label)
    ]
