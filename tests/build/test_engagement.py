"""The engagement pages of the real Guide: messages, timeline, and acronyms that a reader can follow."""

from __future__ import annotations

import re

import pytest
import yaml

from .parsed import LANGUAGES, bare, text_of, told, words

MESSAGES = {"en": "en/key-messages/", "fr": "fr/messages-cles/"}
PLAN = {"en": "en/mandate-and-work-plan/", "fr": "fr/mandat-et-plan-de-travail/"}
HUB = {"en": "en/engagement/", "fr": "fr/mobilisation/"}


def records(built, folder: str) -> dict[str, dict]:
    """The records of a folder as plain YAML, read by another reader than the Guide's own."""
    return {path.stem: yaml.load(path.read_bytes(), yaml.BaseLoader) for path in sorted((built / "guide_data" / folder).glob("*.yml"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_stands_on_its_page_in_three_lengths(built, pages, language):
    """What a member copies is what the record says, and the stated length is the length of what is copied."""
    page, wrong = pages[MESSAGES[language]], []
    for name, record in records(built, "key_messages").items():
        for form in ("short", "medium", "long"):
            shown = page.by_id(f"{name}-{form}")
            text = " ".join(words("".join(part.itertext())) for part in shown.findall("p")) or text_of(shown)
            if bare(text) != bare(record[form][language]):
                wrong.append(f"{name} {form}: {text[:80]}")
            stated = int(re.sub(r"\D", "", text_of(page.by_id(f"{name}-{form}-label")).rpartition("·")[2]))
            if stated != len(text):
                wrong.append(f"{name} {form}: {stated} stated, {len(text)} copied")

    assert page.all("section", _class="guide-message") and not wrong, told(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_timeline_is_drawn_and_told_alike(built, pages, language):
    """Each milestone has a row with all that it says, and a dot that leads to the row."""
    page = pages[PLAN[language]]
    rows = {row.get("id"): text_of(row) for row in page.all("tr") if row.get("id", "").startswith("milestone-")}
    dots = [part.get("href").removeprefix("#") for part in page.elements if part.get("href", "").startswith("#milestone-")]
    told_points = bare(" ".join(rows.values()))

    milestones = records(built, "milestones")
    assert len(rows) == len(milestones) > 10
    assert sorted(dots) == sorted(rows)
    assert [name for name, record in milestones.items() for point in record["what"] if bare(point[language]) not in told_points] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hub_leads_to_every_engagement_page(pages, language):
    """From one page a member reaches the strategy, the plan and the messages, and each leads back."""
    page = pages[HUB[language]]
    doors = [link for part in page.all("dl", _class="guide-doorways") for link in part.iter("a")]

    assert len(doors) >= 3
    assert all(text_of(link) for link in doors)
    for path in (MESSAGES[language], PLAN[language]):
        crumbs = next(part for part in pages[path].all("nav") if "breadcrumb" in part.get("class", ""))
        assert [link.get("href") for link in crumbs.iter("a")][-1] in ("../engagement/", "../mobilisation/")


def acronyms(built, language: str) -> dict[str, set[str]]:
    """The council's bodies by their acronym in a language, with every name that the acronym stands for, an organization's too."""
    bodies, found = set(), {}
    for folder in ("bodies", "organizations"):
        for record in records(built, folder).values():
            written, name = record.get("acronym", {}), record["name"]
            for code in LANGUAGES:
                acronym = written if isinstance(written, str) else written.get(code)
                if acronym:
                    found.setdefault(acronym, set()).add(name[code] if isinstance(name, dict) else name)
                    bodies |= {acronym} if folder == "bodies" and code == language else set()
    return {acronym: found[acronym] for acronym in bodies}


def read_text(page) -> str:
    """What stands in the paragraphs and lists of a page. The names of other pages stand between < and >."""
    def texts(element):
        yield element.text or ""
        for child in element:
            yield from ("<", *texts(child), ">") if child.tag == "a" else texts(child)
            yield child.tail or ""

    return words(" ".join("".join(texts(part)) for part in page.main if part.tag in ("p", "li", "td", "dt", "dd")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_acronym_of_a_body_is_explained_where_it_first_stands(built, pages, language):
    """On every page, the first mention of PSSDC or SNC in a text has the name before it."""
    wrong, seen = [], 0
    known = acronyms(built, language)
    for path, page in pages.items():
        if path.startswith(f"{language}/"):
            text = read_text(page)
            for acronym, names in known.items():
                if match := re.search(rf"(?<![\w-]){acronym}(?![\w-])(?![^<]*>)", text):
                    seen += 1
                    before = bare(text[: match.end()]).casefold()
                    if not any(bare(name.split(" (")[0]).casefold() in before for name in names):
                        wrong.append(f"{path}: {acronym} in {text[max(0, match.start() - 60): match.end() + 20]!r}")

    assert seen > 10 and not wrong, told(wrong)
