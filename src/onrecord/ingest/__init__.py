"""Bytes become stories: plain text, HTML, JSON lines."""

from onrecord.ingest.files import MAX_STORY_BYTES, from_bytes, from_line
from onrecord.ingest.pages import from_html
from onrecord.ingest.plain import MAX_CHARACTERS, from_text
from onrecord.ingest.records import from_record

__all__ = ["MAX_CHARACTERS", "MAX_STORY_BYTES", "from_bytes", "from_html", "from_line", "from_record", "from_text"]
