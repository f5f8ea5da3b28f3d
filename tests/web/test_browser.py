"""The page in a real browser: its tasks by keyboard and mouse, without script, and for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.conftest import CHROMIUM, OTHER, STORY

sync_api = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium at hand (.ci/run installs Debian's)")

SERIOUS = {"serious", "critical"}


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def tab(browser, served) -> Iterator[object]:
    """A tab in which the printed address was opened; whatever it complains of is a fault."""
    context = browser.new_context()
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    tab.goto(served)
    yield tab
    context.close()
    assert complaints == []


def paste(tab, text: str, day: str) -> None:
    tab.get_by_role("link", name="Add", exact=True).click()
    tab.get_by_label("The story; its first line is the headline").fill(text)
    tab.get_by_label("Published on").fill(day)
    tab.get_by_role("button", name="Read and add").click()
    tab.get_by_text("All is done").wait_for()


def audit(tab) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(tab).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found if one["impact"] in SERIOUS for node in one["nodes"]]


def test_from_an_empty_record_to_a_judged_person(tab):
    tab.get_by_role("button", name="Read the two examples").click()
    tab.get_by_text("All is done").wait_for()
    paste(tab, STORY, "2025-03-04")
    tab.get_by_role("link", name="Jane Roe and Tom Hale marry in Leeds").click()
    card = tab.locator(".card", has=tab.get_by_role("heading", name="Jane Roe", exact=True))
    line = card.locator("li", has_text="Age 41").first
    line.get_by_text("Judge").click()
    line.get_by_label("Age in years").fill("42")
    line.get_by_role("button", name="Correct").click()
    tab.get_by_text("corrected by").wait_for()
    tab.locator(".card", has=tab.get_by_role("heading", name="Jane Roe", exact=True)).get_by_role(
        "link", name="In the record"
    ).click()
    assert tab.get_by_text("Age 42", exact=True).count() == 1
    tab.get_by_role("link", name="Judgements").click()
    tab.get_by_role("button", name="Undo").click()
    tab.get_by_text("undone by").wait_for()


def test_search_finds_as_one_types(tab):
    paste(tab, STORY, "2025-03-04")
    tab.get_by_role("search").first.get_by_role("searchbox").fill("rings")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search?q=rings")  # with all its scripts
    tab.get_by_label("Names or words").fill("eleven years")
    tab.get_by_role("link", name="We waited for eleven years").wait_for()


def test_questions_are_answered_by_keyboard(tab):
    paste(tab, "Baker wins a prize\nJames Smith, a baker in Leeds, won a prize on Friday. Smith was glad of it.\n", "")
    paste(tab, "Judge retires\nJames Smith, a judge in Hull, has retired. Smith will write his memoirs.\n", "")
    tab.get_by_role("link", name="Who is who").click()
    tab.get_by_text("1 question is open").wait_for()
    tab.wait_for_load_state()  # with all its scripts
    tab.keyboard.press("n")
    tab.get_by_text("No question is open").wait_for()


def test_the_story_can_be_read_without_script(browser, served):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(served)
    tab.get_by_role("button", name="Read the two examples").click()
    for _ in range(200):
        if tab.get_by_text("All is done").count():
            break
        tab.wait_for_timeout(100)
        tab.get_by_role("link", name="Look again").click()
    tab.locator("#progress li a").first.click()
    assert tab.locator(".text .person").count() > 3
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
def test_every_room_can_be_used_by_those_who_cannot_see_it(tab, scheme, width):
    tab.emulate_media(color_scheme=scheme)
    tab.set_viewport_size({"width": width, "height": 900})
    faults = audit(tab)
    paste(tab, STORY, "2025-03-04")
    paste(tab, OTHER, "2025-05-01")
    tab.locator("#progress li a").first.click()
    faults += audit(tab)
    compare = tab.get_by_role("link", name="compare").first.get_attribute("href")
    tab.get_by_role("link", name="In the record").first.click()
    faults += audit(tab)
    origin = tab.url.split("/people")[0]
    rooms = ("/add", "/queue", "/judgements", "/search?q=roe", "/conflicts", "/origins", "/export?format=gedcom")
    for path in (compare, *rooms):
        tab.goto(origin + path)
        faults += audit(tab)
        wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        faults += [f"{path}: {wide} pixels too wide"] if wide > 0 else []
    assert faults == []
