from django.http import Http404


def release_list(request, **address):
    raise Http404


def release_detail(request, **address):
    raise Http404


def score_detail(request, **address):
    raise Http404
