"""Placeholder so that the addresses resolve; the pages come with the next commit."""

from django.http import Http404


def follow_up_list(request, **address):
    raise Http404
