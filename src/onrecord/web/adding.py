"""Takes in stories: pasted, uploaded, or a folder of this machine; and tells how far their reading is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord import ingest, stories
from onrecord.model.errors import BadConfiguration, BadInput
from onrecord.model.story import Story
from onrecord.web.jobs import Job, Jobs
from onrecord.web.rooms import is_part, page

MOST_FILES = 1000
_EXAMPLES = ("honest.txt", "faulty.txt")


async def add(request: Request) -> Response:
    """Show the form, or begin to read what it brings."""
    if request.method == "GET":
        return page(request, "add.html")
    async with request.form(max_files=MOST_FILES, max_part_size=ingest.MAX_STORY_BYTES) as form:
        published, outlet = _day(_words(form, "published")), _words(form, "outlet") or None
        jobs: Jobs = request.app.state.jobs
        pasted, folder = _words(form, "text"), _words(form, "folder")
        uploads = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
        if pasted:
            job = jobs.begin("a pasted story", _pasted(pasted, published, outlet), total=1)
        elif uploads:
            told = [(one.filename or "", await one.read(ingest.MAX_STORY_BYTES + 1)) for one in uploads]
            job = jobs.begin(f"{len(told)} files", _uploaded(told, published), total=None)
        elif folder:
            files = await run_in_threadpool(lambda: list(stories.find([folder])))
            job = jobs.begin(folder, _found(files, published), total=None)
        else:
            raise BadConfiguration("nothing was given; expected a text, files or a folder")
    return RedirectResponse(f"/jobs/{job.number}", 303)


def example(request: Request) -> Response:
    """Read the two example stories that come with onrecord."""
    jobs: Jobs = request.app.state.jobs
    job = jobs.begin("two example stories", _found([_example(name) for name in _EXAMPLES], None), total=2)
    return RedirectResponse(f"/jobs/{job.number}", 303)


def job(request: Request) -> Response:
    """Tell how far a job is."""
    jobs: Jobs = request.app.state.jobs
    found: Job | None = jobs.get(request.path_params["number"])
    if found is None:
        return page(
            request, "trouble.html", status=404, said="This reading is over; what it has added is in the record."
        )
    return page(request, "progress.html" if is_part(request) else "job.html", job=found)


def _words(form: FormData, name: str) -> str:
    given = form.get(name)
    return given.strip() if isinstance(given, str) else ""


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise BadConfiguration(f"{written!r} is no day; expected YYYY-MM-DD") from None


def _pasted(text: str, published: date | None, outlet: str | None) -> Iterator[Story | BadInput]:
    try:
        # A form sends every line's end as CR LF; the story that was pasted had one character there.
        plain = text.replace("\r\n", "\n")
        yield ingest.from_record({"text": plain, "outlet": outlet}, where="pasted", published=published)
    except BadInput as bad:
        yield bad


def _uploaded(files: list[tuple[str, bytes]], published: date | None) -> Iterator[Story | BadInput]:
    for name, data in files:
        yield from stories.read_bytes(data, name=name, published=published)


def _found(files: list[Path | BadInput], published: date | None) -> Iterator[Story | BadInput]:
    for file in files:
        if isinstance(file, BadInput):
            yield file
        elif file != stories.STANDARD_INPUT:
            yield from stories.read(file, published=published)


def _example(name: str) -> Path:
    package = Path(__file__).resolve().parents[1]
    return next(
        file for file in (package / "examples" / name, package.parents[1] / "examples" / name) if file.is_file()
    )
