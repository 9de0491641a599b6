"""Machine output is well formed, whatever the texts are: every file of a hostile Guide is read by a strict reader of its form."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import bibtexparser
import feedparser
import html5lib
import pytest
import rdflib
import rispy
import yaml

from tests.build.parsed import told
from tests.build.traces import unpacked
from tests.project import Project

from .payloads import PAYLOADS, RECORDS, hostile_library

FORMULA = re.compile(r"[=+\-@\t\r\n|%]")


def files(hostile: Project, ending: str) -> Iterator[tuple[str, bytes]]:
    """The files of the site with an ending, by their paths."""
    site = hostile.root / "site"
    found = [(path.relative_to(site).as_posix(), path.read_bytes()) for path in sorted(site.rglob(f"*{ending}")) if "/search/" not in path.as_posix() or ending == ".json"]
    assert found, f"no file ends with {ending}"
    return iter(found)


def strict(content: str | bytes) -> object:
    """JSON without NaN and without a name that stands twice in one object."""

    def once(pairs: list[tuple[str, object]]) -> dict:
        assert len({name for name, _ in pairs}) == len(pairs), f"a name twice among {[name for name, _ in pairs]}"
        return dict(pairs)

    def refused(word: str) -> None:
        raise AssertionError(word)

    return json.loads(content, object_pairs_hook=once, parse_constant=refused)


def test_every_json_file_is_strict(hostile):
    """So are the data in the pages."""
    for name, content in (*files(hostile, ".json"), *files(hostile, ".jsonld")):
        assert content.decode("utf-8") == unicodedata.normalize("NFC", content.decode("utf-8")), name
        strict(content)
    blocks = [script.text for _, content in files(hostile, ".html") for script in html5lib.parse(content, namespaceHTMLElements=False).iter("script") if "json" in script.get("type", "")]
    assert len(blocks) > 30 and all(strict(block) for block in blocks)


def test_the_json_of_a_record_is_the_record(hostile):
    """Every text of both languages, letter for letter, as its file says it."""
    case = strict((hostile.root / "site/api/v1/cases/counter.json").read_bytes())["case"]
    said = json.loads(hostile_library()["guide_data/case_studies/counter.yml"])

    def texts(data: object) -> list[str]:
        inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
        return [data] if isinstance(data, str) else [text for value in inner for text in texts(value)]

    missing = [text for text in texts(said) if " " in text and text not in texts(case)]
    assert missing == []


def test_every_xml_file_is_well_formed(hostile):
    """Feeds, sitemap, cards; no entity and no processing instruction of anybody else."""
    for name, content in files(hostile, ".xml"):
        ElementTree.fromstring(content)
        assert b"<!DOCTYPE" not in content and b"<!ENTITY" not in content and b"<?xml-stylesheet" not in content, name


def test_what_a_feed_shows_is_only_text(hostile):
    """Read as a feed reader does, no entry brings an element that could run."""
    wrong, read = [], 0
    for name, content in files(hostile, "feed.xml"):
        for entry in feedparser.parse(content, sanitize_html=False).entries:
            parts = [entry.title_detail, *([entry.summary_detail] if "summary_detail" in entry else []), *entry.get("content", ())]
            read += len(parts)
            for part in (part.value for part in parts if part.type != "text/plain"):
                wrong += [f"{name}: {element.tag}" for element in html5lib.parseFragment(part, namespaceHTMLElements=False).iter()
                          if element.tag in ("script", "img", "svg", "iframe", "style", "meta", "base", "form", "object", "link", "video", "math")]
    assert read > 20 and not wrong, told(wrong)


def test_every_table_has_one_width_and_no_formula(hostile):
    """RFC 4180; a cell that could start a formula has an apostrophe before it."""
    for name, content in files(hostile, ".csv"):
        text = content.decode("utf-8").removeprefix("\ufeff")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1 and "\r\n" in text, name
        assert [cell for row in rows for cell in row if FORMULA.match(cell) and not re.fullmatch(r"-?[\d.]+", cell)] == [], name


@pytest.mark.parametrize("ending", [".xlsx", ".pptx"])
def test_every_office_file_opens_and_has_no_active_part(hostile, ending):
    """No macro, no embedded program, no link of a kind that is followed unasked; every part is well formed."""
    for name, content in files(hostile, ending):
        package = zipfile.ZipFile(io.BytesIO(content))
        assert package.testzip() is None and not re.search(r"vbaProject|activeX|embeddings|externalLink|macro", " ".join(package.namelist())), name
        for part in package.namelist():
            if not part.endswith((".xml", ".rels")):
                continue
            tree = ElementTree.fromstring(package.read(part))
            outside = {(found.get("Type", "").rpartition("/")[2], found.get("Target", "").partition(":")[0]) for found in tree.iter() if found.get("TargetMode") == "External"}
            assert outside <= {("hyperlink", "https"), ("hyperlink", "http")}, f"{name} {part}"
            assert not [found for found in tree.iter() if found.tag.endswith("}f")], f"{name} {part} holds a formula"


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_citations_and_descriptions_are_read_by_their_own_readers(hostile):
    """One entry a case, whatever its title closes or opens."""
    for _, content in files(hostile, ".bib"):
        library = bibtexparser.parse_string(content.decode("utf-8"))
        assert not library.failed_blocks and len(library.entries) == 1
    for _, content in files(hostile, ".ris"):
        assert len(rispy.loads(content.decode("utf-8"))) == 1
    for _, content in files(hostile, ".jsonld"):
        assert len(rdflib.Graph().parse(data=content, format="json-ld")) > 10


def test_nothing_was_evaluated_or_included_or_read_from_the_machine(hostile):
    """The product of the sums in the payloads, the text of a file and the value of a variable are nowhere."""
    site = hostile.root / "site"
    told_by_machine = re.compile(rb"x 49 |uid=\d|root:x:|site_name: Service Delivery|cycler|" + re.escape(str(Path.home()).encode()) + b"(?:/|<)|/tmp/[a-z]")
    found = [f"{path.relative_to(site)}: {match[0]!r}" for path in site.rglob("*") if path.is_file() and (match := told_by_machine.search(unpacked(path.read_bytes())))]

    assert not found, told(found)


def test_every_kind_of_record_and_every_payload_is_in_the_hostile_guide():
    """A new kind of record is given hostile texts too."""
    from guide.records import KINDS

    folders = {name.split("/")[1] for name in RECORDS}
    written = "".join(" ".join(map(str, _flat(yaml.safe_load(text)))) for text in hostile_library().values())
    assert {kind.folder for kind in KINDS.values()} <= folders
    assert [payload for payload in PAYLOADS if payload not in written] == []


def _flat(data: object) -> list[object]:
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [data] if not isinstance(data, (dict, list)) else [one for value in inner for one in _flat(value)]
