"""Handing a stored file out: as an attachment under its own name, never to be shown or run by the browser."""

from django.http import FileResponse, Http404

from records.uploads import plain_name

# Should a browser open it after all, it has no origin, no script and no other file.
INERT = "sandbox; default-src 'none'; frame-ancestors 'none'"


def attachment(stored):
    """The file as a download. Whoever calls has asked before whether this person may have it."""
    try:
        content = stored.file.open("rb")
    except FileNotFoundError as error:
        raise Http404(stored.original_name) from error
    response = FileResponse(
        content,
        as_attachment=True,
        filename=plain_name(stored.original_name),
        content_type=stored.content_type,
    )
    response["Content-Security-Policy"] = INERT
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
