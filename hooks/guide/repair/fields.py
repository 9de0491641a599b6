"""Values and names of fields in another spelling than the Guide's: a term, a code, a slug, a date, a number, a field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from ..findings import Finding
from ..naming import slugified
from ..yaml_source import Mapping, Scalar
from ..yaml_source.nodes import at
from .draft import UNTOUCHED, Draft, Proposal, location_of
from .places import with_value
from .spelling import is_meant, is_same

_LANGUAGES = {"en": {"english", "anglais", "eng"}, "fr": {"french", "francais", "fra", "fre"}}
_YES = {"yes", "y", "oui", "o", "vrai", "on", "1", "true", "x"}


def proposals(draft: Draft) -> Iterator[Proposal]:
    """One line for each finding that has one correction."""
    for finding in draft.findings:
        location = location_of(finding.place)
        if not location or UNTOUCHED in location or finding.code not in SPELLED and finding.code != "unknown-field":
            continue
        if finding.code == "unknown-field":
            line = _renamed(draft, finding, location)
        else:
            line = _spelled(draft, finding, location)
        if line is not None:
            yield Proposal(finding.line - 1, finding.line, (line,), finding.code)


def _spelled(draft: Draft, finding: Finding, location: tuple) -> str | None:
    node, meant = at(draft.document.root, location), str(finding.params.get("suggest") or "")
    if not isinstance(node, Scalar) or not meant or node.line != finding.line or not SPELLED[finding.code](draft, node.value.strip(), meant, finding):
        return None
    return with_value(draft.lines, node, meant)


def _renamed(draft: Draft, finding: Finding, location: tuple) -> str | None:
    """A field under the name that was meant, where there is none of that name yet."""
    siblings, meant = at(draft.document.root, location[:-1]), str(finding.params.get("nearest") or "")
    key = siblings.keys.get(location[-1]) if isinstance(siblings, Mapping) else None
    if not key or not finding.params.get("meant") or meant == UNTOUCHED or not is_meant(key.value, meant, _others(finding, siblings)):
        return None
    start = key.column - 1
    line = draft.lines[key.line - 1]
    if line[start: start + len(key.value)] != key.value:
        return None
    return line[:start] + meant + line[start + len(key.value):]


def _others(finding: Finding, siblings: Mapping) -> list[str]:
    """The fields that could still be meant: those that are not there."""
    return [name for name in finding.params.get("choices", ()) if name not in siblings.keys]


def _a_slug(draft: Draft, found: str, meant: str, finding: Finding) -> bool:
    """Nothing may be cut off."""
    return slugified(found) == meant


def _a_choice(draft: Draft, found: str, meant: str, finding: Finding) -> bool:
    return slugified(found) in _LANGUAGES.get(meant, ()) or is_meant(found, meant, finding.params.get("choices") or ())


def _a_term(draft: Draft, found: str, meant: str, finding: Finding) -> bool:
    """By its id, by a label in either language, or by the last letters of a code."""
    terms = draft.library.terms.get(str(finding.params.get("facet")), {})
    words = {term.id: [str(word) for word in (term.id, term.label.en, term.label.fr, _end_of_code(term.id)) if word] for term in terms.values()}
    return _is_one_of(found, meant, words)


def _end_of_code(term: str) -> str:
    """`ON` of CA-ON."""
    return term.partition("-")[2] if term.isupper() else ""


def _a_record(kind: str) -> Callable[[Draft, str, str, Finding], bool]:
    """By its id or its name."""
    def is_it(draft: Draft, found: str, meant: str, finding: Finding) -> bool:
        names = {name: [name, *_named(draft.library.records[kind].get(name))] for wanted, name in draft.library.documents if wanted == kind}
        return _is_one_of(found.removesuffix(".yml"), meant, names)
    return is_it


def _named(record: object) -> Iterator[str]:
    for text in (getattr(record, field, None) for field in ("name", "title", "acronym")):
        yield from (str(word) for word in (text.en, text.fr) if word) if text else ()


def _is_one_of(found: str, meant: str, words: dict[str, list[str]]) -> bool:
    """Whether a text is another spelling of one name only, or a slip in one id only."""
    same = [name for name, known in words.items() if any(is_same(found, word) for word in known)]
    if same:
        return same == [meant]
    return re.fullmatch(r"([A-Za-z]{2}-)?[A-Za-z]{2}", found) is None and is_meant(found, meant, _flat(words, meant))


def _flat(words: dict[str, list[str]], meant: str) -> Iterable[str]:
    """Every other name, and the id that is meant."""
    return [meant, *(word for name, known in words.items() if name != meant for word in known)]


def _a_date(draft: Draft, found: str, meant: str, finding: Finding) -> bool:
    """`2026/11/3` or `3 novembre 2026`: a whole date, of which nothing is left out."""
    typed, kept = [[int(part) for part in re.findall(r"\d+", text)] for text in (found, meant)]
    return sorted(typed) == sorted(kept) or len(typed) == len(kept) - 1 and set(typed) <= set(kept)


def _a_number(draft: Draft, found: str, meant: str, finding: Finding) -> bool:
    """Spaces between thousands, a comma before decimals. `1,200` is a thousand in one language and 1.2 in the other."""
    return re.fullmatch(r"-?\d{1,3},\d{3}", found) is None or finding.code == "count-form"


def _a_word(draft: Draft, found: str, meant: str, finding: Finding) -> bool:
    return True


def _a_yes(draft: Draft, found: str, meant: str, finding: Finding) -> bool:
    return found.casefold() in _YES


SPELLED: dict[str, Callable[[Draft, str, str, Finding], bool]] = {
    "slug-form": _a_slug, "term-form": _a_slug, "not-in-list": _a_choice, "no-such-source": _a_choice,
    "no-such-term": _a_term, "jurisdiction-code": _a_term,
    "no-such-organization": _a_record("organization"), "no-such-case-study": _a_record("case_study"), "no-such-body": _a_record("body"),
    "date-form": _a_date, "day-form": _a_date, "month-form": _a_date, "number-form": _a_number, "count-form": _a_number,
    "unknown-word": _a_word, "typographic-quotes": _a_word, "true-expected": _a_yes,
}
