"""Placeholder so that the addresses resolve; the pages come with the next commit."""

from django.http import Http404


def region_list(request, **address):
    raise Http404


def region_detail(request, **address):
    raise Http404
