"""Material's page, as MkDocs renders it, is the frame that the Guide expects. An upgrade that changes it fails here."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest

from guide.frame import PARTS
from tests.project import new_project

from .parsed import fetched, internal, told

# A second hook, before ours: it sees what MkDocs and Material made, before the marks are filled.
SPY = '''
from pathlib import Path

def on_post_page(output, page, config):
    folder = Path(config.config_file_path).parent / "frames"
    folder.mkdir(exist_ok=True)
    (folder / (page.url.replace("/", "_") + ".html")).write_text(output, "utf-8")
'''


@pytest.fixture(scope="module")
def frames(tmp_path_factory) -> dict[str, str]:
    """What Material renders for each page that MkDocs knows, by the page's address."""
    guide = new_project(tmp_path_factory.mktemp("theme") / "guide", {"spy.py": SPY})
    config = (guide.root / "mkdocs.yml").read_text("utf-8")
    guide.write({"mkdocs.yml": re.sub(r"(?m)^hooks: \[", "hooks: [spy.py, ", config)})
    done = guide.build("--strict")
    assert done.returncode == 0, done.stdout
    return {path.stem: path.read_text("utf-8") for path in (guide.root / "frames").glob("*.html")}


def test_material_renders_one_frame_for_each_language_and_depth(frames):
    """Pages of each depth share a frame, in each language; the pages written by hand pass through as well."""
    depths = {language: {name.count("_") for name in frames if name.startswith(language)} for language in ("en", "fr")}

    assert depths["en"] == depths["fr"] and depths["en"] >= {1, 2, 3} and len(frames) < 16, sorted(frames)
    assert {"en_about_", "fr_a-propos_"} <= frames.keys()


def test_material_keeps_every_mark_once_and_in_order(frames):
    """Each block that we fill is in Material's page exactly once: head, styles, header, main, footer."""
    wrong = [f"{name}: {found}" for name, frame in frames.items() if (found := re.findall(r"<!--guide:(\w+)-->", frame)) != list(PARTS)]

    assert not wrong, f"Material's template no longer has the blocks that hooks/theme/main.html fills (head, styles, header, main, footer): {told(wrong)}"


def test_the_marks_stand_where_their_parts_belong(frames):
    """Head and styles in the head, where Material's own styles would be; header before main, main inside Material's main element."""
    for name, frame in frames.items():
        head, _, body = frame.partition("</head>")
        before_main, _, main = body.partition("<main")
        assert "<!--guide:head-->" in head and "<!--guide:styles-->" in head and "stylesheet" not in head, f"{name}: head"
        assert "<!--guide:header-->" in before_main, f"{name}: header"
        assert "<!--guide:main-->" in main.partition("</main>")[0] and "<!--guide:footer-->" in main.partition("</main>")[2], f"{name}: main"


def test_material_adds_nothing_of_its_own_to_read_or_to_run(frames):
    """Without our parts, Material's page has no text, no link, no heading, no title and no script."""
    for name, frame in frames.items():
        body = re.sub(r"<!--.*?-->", "", frame.partition("</head>")[2])
        assert not re.sub(r"<[^>]*>|\s", "", body), f"{name}: {re.sub(r'<[^>]*>', ' ', body).split()}"
        assert not (found := re.findall(r"<(?:a|h[1-6]|nav|header|footer|button|title|script|style|iframe|img)\b[^>]*>", frame)), f"{name}: {found}"


# Pages with a form load its script and style too; no other page does.
FORMS = {f"{language}/{page}/{form}/" for language, form, pages in (
    ("en", "form", ("contribute", "information-exchange", "reporting-back")), ("fr", "formulaire", ("contribuer", "echange-d-information", "rendre-compte")))
    for page in pages}


def test_materials_scripts_and_search_are_not_in_the_site(site, pages):
    """None of the scripts that Material ships is published, and no page loads any but our own."""
    shipped = {path.name for path in (Path(material.__file__).parent / "templates/assets/javascripts").rglob("*") if path.is_file()}
    wrong = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.name in shipped or path.name in ("javascripts", "search_index.json")]
    assert len(shipped) > 10 and not wrong, told(wrong)

    early, own, forms = (next(path.relative_to(site).as_posix() for path in site.glob(f"assets/{name}.*.js")) for name in ("early", "guide", "form"))
    loaded = {path: [internal(page, script.get("src", ""))[0] for script in page.all("script") if script.get("type") != "application/ld+json"] for path, page in pages.items()}
    wrong = [f"{path}: {found}" for path, found in loaded.items() if found != ([early, own, forms] if path in FORMS else [early, own])]
    assert not wrong, told(wrong)


def test_every_page_loads_one_stylesheet_and_a_form_two(pages):
    """What we use of Material's typesetting stands in our own (layout/base.css), so that an upgrade cannot change it in silence."""
    for path, page in pages.items():
        sheets = [internal(page, link)[0] for link in fetched(page) if link.endswith(".css")]
        ours = ["guide", "form"] if path in FORMS else ["guide"]
        assert [re.sub(r"^assets/(\w+)\.[0-9a-f]{10}\.css$", r"\1", sheet) for sheet in sheets] == ours, f"{path}: {sheets}"


def test_only_the_small_script_runs_before_the_page_is_read(pages):
    """It is the one that what is drawn first depends on; the others are deferred, in their order."""
    for path, page in pages.items():
        scripts = [(script.get("src", ""), script.get("defer")) for script in page.all("script") if script.get("type") != "application/ld+json"]
        assert "/early." in scripts[0][0] and scripts[0][1] is None and all(defer is not None for _, defer in scripts[1:]), f"{path}: {scripts}"
