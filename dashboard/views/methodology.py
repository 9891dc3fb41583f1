from django.http import Http404


def methodology(request, **address):
    raise Http404
