"""The frame of /kerja/. Who may come in is asked at the door of the house (accounts/doorkeeper.py)."""

from django.shortcuts import render

from accounts.choices import Role
from dashboard.selectors.links import unit_title
from records.models import Notice
from regions.access import assignments_of


def show(request, template, page, context):
    """A page of /kerja/ in its frame: who is here, and whether the admin has anything for this person."""
    return render(request, f"dashboard/work/{template}", frame_of(request, page) | context)


def frame_of(request, page):
    """What the frame shows around a page."""
    return {
        "page": page,
        "offices": offices_of(request.user),
        "has_admin": has_admin(request.user),
        "unread_notices": Notice.objects.of(request.user).unread().count(),
    }


def offices_of(user):
    """ "Operator, Kabupaten Kerinci": each assignment in force, once."""
    said = [
        ", ".join(filter(None, (str(Role(one.role).label), one.unit and unit_title(one.unit))))
        for one in assignments_of(user)
    ]
    return list(dict.fromkeys(said))


def has_admin(user):
    """Who only reports finds everything here; the others also set up, import, log and look things up."""
    more = any(one.role != Role.OPERATOR for one in assignments_of(user))
    return user.is_staff and (user.is_superuser or more)
