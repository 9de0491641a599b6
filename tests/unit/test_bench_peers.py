"""The records of the shared corpus become a Guide that passes every check, and only what changed is converted again."""

from __future__ import annotations

import json
import os
from pathlib import Path
from types import SimpleNamespace

import yaml

from bench.peers import convert
from bench.peers.project import project
from guide.languages import LANGUAGES
from tests.project import Project, run

RECORD = {
    "id": "cs-00001-bayfield", "title": {"en": "Land titles: one counter in Bayfield", "fr": "Titres fonciers : un comptoir à Bayfield"},
    "summary": {"en": "The agency, in Bayfield, did this.", "fr": "À Bayfield, l'agence a fait ceci."},
    "partners": [{"name": {"en": "City of Bayfield", "fr": "Ville de Bayfield"}, "jurisdiction": "NB", "order": "municipal"},
                 {"name": {"en": "City of Bayfield", "fr": "Ville de Bayfield"}, "jurisdiction": "CA", "order": "municipal"}],
    "channels": ["online", "phone"], "model": "co-location", "services": [{"en": "land titles", "fr": "titres fonciers"}],
    "years": {"start": 2004, "end": 2006}, "updated": "2024-04-23",
    "contacts": [{"name": "Un Nom", "email": "un.nom@example.org", "phone": "555-0140", "role": {"en": "Program manager", "fr": "Gestionnaire de programme"}}],
    "sources": [{"title": {"en": "Report 2007", "fr": "Rapport 2007"}, "url": "https://example.org/reports/1-3", "year": 2007}],
    "problem": {"en": "A **bold** word.\n\nAnother paragraph.", "fr": "Un mot **gras**.\n\nUn autre paragraphe."},
    "approach": {"en": "The [agreement](https://example.org/agreement).", "fr": "L'[entente](https://example.org/entente)."},
    "results": {"en": "After two years:\n\n- In Bayfield, waiting\n  times fell.\n- More.", "fr": "Après deux ans :\n\n- À Bayfield, les délais\n  ont diminué.\n- Plus."},
    "lessons": {"en": "- **Agree early**, always.", "fr": "- **Convenir tôt**, toujours."},
}


def records(size):
    return [{**RECORD, "id": f"cs-{n:05}-bayfield", "title": {language: f"{RECORD['title'][language]} {n}" for language in LANGUAGES}} for n in range(1, size + 1)]


def write_yaml(records, folder):
    (folder / "case-studies").mkdir(exist_ok=True)
    for record in records:
        (folder / f"case-studies/{record['id']}.yml").write_text(json.dumps(record, ensure_ascii=False), "utf-8")


CORPUS = SimpleNamespace(
    JURISDICTIONS=[("CA", "Canada (federal)", "Canada (fédéral)", "federal"), ("NB", "New Brunswick", "Nouveau-Brunswick", "provincial")],
    CHANNELS=[("online", "Online", "En ligne"), ("phone", "Telephone", "Téléphone")], MODELS=[("co-location", "Co-location", "Cohabitation")],
    ORDERS={"municipal": ("Municipal", "Municipal")}, SERVICES=[("land titles", "titres fonciers")], records=records, WRITERS={"yaml": write_yaml})


def texts(value):
    """Every text of a record, in the order of their letters."""
    return sorted(texts_in(value))


def texts_in(value):
    if isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)
    else:
        yield str(value)


def test_a_converted_corpus_passes_every_check(tmp_path):
    """Not one finding: what the checks object to would be printed, and timed, in every build."""
    made = Project(project(CORPUS, 3, tmp_path / "guide")).prepare()

    assert made.findings == []
    assert sorted(made.site.library.case_studies) == ["cs-00001-bayfield", "cs-00002-bayfield", "cs-00003-bayfield"]
    assert len(made.site.library.organizations) == 2, "two partners of one name are told apart, one that is named twice is there once"


def test_a_start_from_nothing_has_nothing_compiled(tmp_path):
    """The project has a package of its own, which keeps compiled templates in the folder that the harness deletes."""
    root = project(CORPUS, 1, tmp_path / "guide")
    done = run("bench/peers/same.py", cwd=root)

    assert (done.returncode, done.stdout) == (0, "")
    assert [path.name for path in root.glob(".cache/templates-*")] and (root / "site/en/case-studies/cs-00001-bayfield/index.html").exists()


def test_a_record_is_converted_without_losing_a_text():
    """Our pages say what the peers' pages say: names, contacts, results and all. Services are in the vocabulary, as labels."""
    made = " ".join(texts([convert.case(RECORD), dict(convert.organizations(RECORD))])).replace("**", "")
    carried = {key: value for key, value in RECORD.items() if key != "services"}
    led_to = ("After two years:", "Après deux ans :")
    said = {word for text in texts(carried) for word in text.replace("**", "").replace(led_to[0], "").replace(led_to[1], "").split()}

    assert {word for word in said if word not in made} == set()


def test_a_converted_record_is_read_as_it_was_made():
    """The writer of the converter writes what YAML reads."""
    made = convert.case(RECORD)
    read = yaml.load(convert.written(made), yaml.BaseLoader)

    assert [text.rstrip() for text in texts(read)] == texts(made)
    assert list(read) == list(made)


def test_only_what_changed_is_converted_again(tmp_path):
    """A rebuild after one edit pays for one record."""
    root = project(CORPUS, 3, tmp_path / "guide")
    first, second, third = (root / f"case-studies/cs-0000{n}-bayfield.yml" for n in (1, 2, 3))
    assert convert.converted(root) == 0

    first.write_text(first.read_text("utf-8").replace("Another paragraph.", "An edit."), "utf-8")
    os.utime(second, ns=(second.stat().st_atime_ns, second.stat().st_mtime_ns))  # read, not changed
    third.unlink()

    assert convert.converted(root) == 1
    assert "An edit." in (root / "guide_data/case_studies/cs-00001-bayfield.yml").read_text("utf-8")
    assert sorted(path.name for path in Path(root, "guide_data/case_studies").iterdir()) == ["cs-00001-bayfield.yml", "cs-00002-bayfield.yml"]
