"""The frame: which item of the navigation is open."""

from django import template
from django.urls import reverse

register = template.Library()


@register.inclusion_tag("_components/nav_item.html", takes_context=True)
def nav_item(context, view_name, label):
    """An item of the main navigation, marked when the page is it or lies below it."""
    url = reverse(view_name)
    request = context.get("request")
    path = request.path if request else ""
    current = "page" if path == url else "true" if path.startswith(url) else ""
    return {"url": url, "label": label, "current": current}
