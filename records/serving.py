"""Handing a stored file out: as an attachment under its own name, never to be shown or run by the browser."""

from django.http import FileResponse, Http404


def attachment(stored):
    """The file as a download. Whoever calls has asked before whether this person may have it."""
    try:
        content = stored.file.open("rb")
    except FileNotFoundError as error:
        raise Http404(stored.original_name) from error
    response = FileResponse(
        content, as_attachment=True, filename=stored.original_name, content_type=stored.content_type
    )
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
