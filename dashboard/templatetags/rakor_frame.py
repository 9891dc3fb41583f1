"""The frame: which items the navigation has for this person, and which of them is open."""

from django import template
from django.urls import reverse

from accounts.routes import route_of

register = template.Library()

FRONT = "work:today"
"""Every page of /kerja/ lies below it, and none of them in it."""


@register.inclusion_tag("_components/nav_item.html", takes_context=True)
def nav_item(context, view_name, label):
    """An item of the main navigation, marked when the page is it or lies below it."""
    return item(context, view_name, label)


@register.inclusion_tag("_components/dock_item.html", takes_context=True)
def dock_item(context, view_name, label, icon):
    """An item of the dock, which on a phone stands in for the navigation of /kerja/."""
    return item(context, view_name, label) | {"icon": icon}


def item(context, view_name, label):
    url = reverse(view_name)
    request = context.get("request")
    path = request.path if request else ""
    below = path.startswith(url) and view_name != FRONT
    current = "page" if path == url else "true" if below else ""
    return {"url": url, "label": label, "current": current, "is_open": is_open(request, view_name)}


def is_open(request, view_name):
    """Whether this person may come to that page; of a public page nobody is asked who is there."""
    permission = route_of(view_name).read
    return not permission or bool(request and request.user.has_perm(permission))
