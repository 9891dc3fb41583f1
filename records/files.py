"""Taking a file in: digest, size and a generated name; nothing of the sender's name reaches a path."""

import hashlib
import uuid

from django.core.files.base import ContentFile
from django.utils import timezone

from records import ledger
from records.choices import Action
from records.models import StoredFile

SUFFIXES = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "text/csv": "csv",
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
}


def store(content, *, name, content_type, by):
    """Keep `content` (bytes) as a StoredFile; the same bytes are kept once per type and name."""
    digest = hashlib.sha256(content).hexdigest()
    known = StoredFile.objects.filter(sha256=digest, original_name=name[:200]).first()
    if known:
        return known
    stored = StoredFile(
        original_name=name[:200],
        content_type=content_type,
        size=len(content),
        sha256=digest,
        stored_at=timezone.now(),
        stored_by=by,
    )
    generated = f"{uuid.uuid4().hex}.{SUFFIXES.get(content_type, 'bin')}"
    stored.file.save(generated, ContentFile(content), save=False)
    return ledger.save(stored, Action.CREATE, by=by, before={})
