import uuid

from records import ledger


class RequestIdMiddleware:
    """Gives each request an identifier that its ledger lines carry."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.request_id = uuid.uuid4().hex
        with ledger.request(request.request_id):
            return self.get_response(request)
