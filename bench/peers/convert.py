"""The records of the shared corpus (case-studies/*.yml of make_corpus.py) as records of the Guide: `python convert.py [FOLDER]`.

Every field of a record becomes a field of ours, so that our pages say what the peers' pages say: partners become
organizations with a file of their own, contacts stand in "roles" (our contact is never a person), each bullet of the
results is a result with its source. Only a record whose file changed since the last time is converted again.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

LANGUAGES = ("en", "fr")
SUPPORTED = ("problem", "approach", "results", "lessons", "replication")
FROM, CASES, ORGANIZATIONS, KEPT = "case-studies", "guide_data/case_studies", "guide_data/organizations", ".converted.json"


def converted(root: Path) -> int:
    """Convert what changed below a folder. Returns how many records that were."""
    before = json.loads((root / KEPT).read_bytes()) if (root / KEPT).exists() else {}
    with os.scandir(root / FROM) as entries:
        now = {entry.name: (found := entry.stat()) and [found.st_mtime_ns, found.st_size] for entry in entries}
    if now == before:
        return 0
    for name in before.keys() - now.keys():
        (root / CASES / name).unlink()
    changed = sorted(name for name in now if now[name] != before.get(name))
    for folder in (CASES, ORGANIZATIONS):
        (root / folder).mkdir(parents=True, exist_ok=True)
    for name in changed:
        _convert(root, name)
    (root / KEPT).write_text(json.dumps(now), "utf-8")
    return len(changed)


def _convert(root: Path, name: str) -> None:
    import yaml  # a run in which nothing changed need not wait for it

    record = yaml.load((root / FROM / name).read_bytes(), yaml.CSafeLoader)
    for key, organization in organizations(record):
        if not (path := root / ORGANIZATIONS / f"{key}.yml").exists():
            path.write_text(written(organization), "utf-8")
    (root / CASES / name).write_text(written(case(record)), "utf-8")


def organizations(record: dict) -> Iterator[tuple[str, dict]]:
    """The partners of a record as organizations, each with its id, which depends on nothing but the partner."""
    for partner in record["partners"]:
        key = organization_id(partner)
        yield key, {"name": partner["name"], "slug": {language: key for language in LANGUAGES}, "kind": "organization",
                    "order_of_government": partner["order"], "jurisdiction": jurisdiction(partner["jurisdiction"])}


def organization_id(partner: dict) -> str:
    """An id from the English name, and from all that tells two partners of one name apart."""
    told_apart = json.dumps([partner["name"], partner["jurisdiction"], partner["order"]], sort_keys=True).encode()
    return f"{slugified(partner['name']['en'])[:60].strip('-')}-{hashlib.sha256(told_apart).hexdigest()[:6]}"


def slugified(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def jurisdiction(code: str) -> str:
    """The corpus's code as ISO 3166-2 has it.

    >>> jurisdiction("CA"), jurisdiction("NB")
    ('CA', 'CA-NB')
    """
    return code if code == "CA" else f"CA-{code}"


def case(record: dict) -> dict:
    """A record of the corpus as a case study."""
    sources = [{"id": f"report-{source['year']}", "url": source["url"], "title": source["title"], "language": "en", "seen_on": record["updated"],
                "supports": list(SUPPORTED)} for source in record["sources"]]
    return {
        "title": record["title"], "summary": record["summary"], "slug": {language: record["id"] for language in LANGUAGES},
        "partners": [{"organization": organization_id(partner)} for partner in record["partners"]],
        "channels": record["channels"], "arrangement": record["model"], "playbook_model": "unknown",
        "services": [slugified(service["en"]) for service in record["services"]], "clients": "unknown", "themes": "unknown",
        "status": {"term": "ended", "as_of": record["years"]["end"]}, "started": record["years"]["start"], "ended": record["years"]["end"],
        "problem": record["problem"], "approach": record["approach"],
        "results": [{"statement": statement, "year": "unknown", "source": sources[0]["id"]} for statement in sentences(record["results"])],
        "what_did_not_work": "unknown", "lessons": list(sentences(record["lessons"])), "replication": {"roles": _roles(record["contacts"])},
        "evidence": "moderate", "contact": "unknown", "sources": sources, "consent": {"basis": "public-sources"},
        "reviewed": {"on": record["updated"], "against": "public-sources"},
        "changes": [{"on": record["updated"], "what": {"en": "First publication.", "fr": "Première publication."}}],
    }


def sentences(texts: dict[str, str]) -> Iterator[dict[str, str]]:
    """The bullets of a text in both languages, without their Markdown; what leads to them stands in our template.

    >>> list(sentences({"en": "After a year:\\n\\n- **One**\\n  more.\\n- Two.", "fr": "- **Un**.\\n- Deux."}))
    [{'en': 'One more.', 'fr': 'Un.'}, {'en': 'Two.', 'fr': 'Deux.'}]
    """
    bullets = [[" ".join(bullet.replace("**", "").split()) for bullet in re.split(r"(?m)^- ", texts[language])[1:]] for language in LANGUAGES]
    for english, french in zip(*bullets, strict=True):
        yield {"en": english, "fr": french}


def _roles(contacts: list[dict]) -> dict[str, str]:
    return {language: "\n".join(f"- {contact['role'][language]}: {contact['name']}, {contact['email']}, {contact['phone']}" for contact in contacts)
            for language in LANGUAGES}


def written(record: dict) -> str:
    """A record as the Guide's files are written: fields and lists in blocks, a long text in lines."""
    return "".join(_lines(record, ""))


def _lines(value: dict | list, indent: str) -> Iterator[str]:
    for mark, item in value.items() if isinstance(value, dict) else (("-", item) for item in value):
        if isinstance(value, list) and isinstance(item, dict):  # the first field stands beside the dash
            yield f"{indent}- {''.join(_lines(item, indent + '  '))[len(indent) + 2:]}"
        elif isinstance(item, (dict, list)):
            yield f"{indent}{mark}:\n"
            yield from _lines(item, indent + "  ")
        elif "\n" in str(item):
            yield f"{indent}{mark}: |\n" + "".join(f"{indent}  {line}".rstrip() + "\n" for line in str(item).rstrip().split("\n"))
        else:
            yield f"{indent}{mark}{'' if mark == '-' else ':'} {_scalar(item)}\n"


def _scalar(value: object) -> str:
    text = str(value)
    return text if re.fullmatch(r"[\w-]+|https://[\w./-]+", text) else json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    converted(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
