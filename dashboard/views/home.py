from django.http import Http404


def home(request, **address):
    raise Http404
