"""Our templates are compiled whole and once, and each language puts its words in."""

from __future__ import annotations

import shutil

import pytest
from jinja2 import UndefinedError

from guide import templating
from guide.strings import all_strings


@pytest.fixture
def filled(site_of, tmp_path, monkeypatch):
    """Fills a template of the given name among the given ones, in a language."""
    def fill(templates: dict[str, str], page: str, language: str, **values: object) -> str:
        for path, text in templates.items():
            (tmp_path / path).write_text(text, "utf-8")
        return templating.environment(site_of(), language).get_template(page).render(**values)

    monkeypatch.setattr(templating, "TEMPLATES", tmp_path)
    monkeypatch.setattr(templating, "KEPT", tmp_path / "kept")
    return fill


@pytest.mark.parametrize(("language", "word"), [("en", "What did not work"), ("fr", "Ce qui n’a pas fonctionné")])
def test_the_words_of_the_language_are_in_the_template_with_their_typography(filled, language, word):
    """And in the parts that it names. What a word needs from a page is still asked for."""
    made = filled({"page.html": '<p title="{{ t(\'case.what-did-not-work\') }}">{% include "part.html" %}</p>', "part.html": '{{ t("case.what-did-not-work") }} {{ t("count.cases", n=n) }}\n'},
                  "page.html", language, t=lambda key, n: f"{n} {key}", n=3)

    assert made == f'<p title="{word}">{word} 3 count.cases</p>'


def test_a_macro_that_is_imported_by_its_name_knows_what_the_page_knows(filled):
    """It is part of the page's own template."""
    made = filled({"page.html": '{% from "part.html" import row with context %}\n{{ row("a") }}{{ row("<b>") }}', "part.html": "{% macro row(text) %}\n<li>{{ text }}{{ mark }}</li>\n{% endmacro %}\n"},
                  "page.html", "en", mark="!")

    assert made == "<li>a!</li>\n<li>&lt;b&gt;!</li>\n"


def test_a_word_that_nobody_knows_is_no_empty_place(filled):
    """The template is not even loaded."""
    with pytest.raises(KeyError, match="case.nothing"):
        filled({"page.html": '{{ t("case.nothing") }}'}, "page.html", "en")


def test_a_template_in_both_languages_has_no_words_of_its_own(filled):
    """It is given those of each."""
    with pytest.raises(UndefinedError):
        filled({"page.html": '{{ t("case.changed") }}'}, "page.html", "")


def test_a_word_is_no_part_of_a_template(filled, monkeypatch):
    """What means something to Jinja is shown as it stands."""
    monkeypatch.setitem(all_strings()["en"].texts, "nav.about", "{# a #} < {% b %} {{")

    assert filled({"page.html": '{{ t("nav.about") }}'}, "page.html", "en", t=all_strings()["en"]) == "{# a #} &lt; {% b %} {{"


def test_a_template_is_compiled_once_for_both_languages(filled, monkeypatch):
    """Each finds its own words in it, also after a word was changed."""
    page = {"page.html": '{{ t("nav.about") }}'}
    english = filled(page, "page.html", "en")
    monkeypatch.setattr(templating.Pages, "_generate", lambda *_, **__: pytest.fail("compiled again"))

    assert (english, filled(page, "page.html", "fr")) == tuple(all_strings()[language]("nav.about") for language in ("en", "fr"))
    assert all_strings()["en"]("nav.about") != all_strings()["fr"]("nav.about")
    monkeypatch.setitem(all_strings()["en"].texts, "nav.about", "Changed")
    assert filled(page, "page.html", "en") == "Changed"


def test_what_a_template_is_compiled_to_depends_on_the_parts_that_it_names(filled):
    """A folder for each state: Jinja compares only the text of the template itself."""
    page = {"page.html": '{% include "part.html" %}'}

    assert [filled({**page, "part.html": text}, "page.html", "en") for text in ("a", "b")] == ["a", "b"]


def test_words_stand_wherever_compiling_puts_the_text_around_them(filled):
    """In blocks and macros, which are code in code."""
    made = filled({"page.html": '{% macro m(x) %}{{ t("nav.about") }}{{ x }}{{ t("nav.about") }}{% endmacro %}{% if n %}{{ m(n) }}{% endif %}'
                                '{% block b %}{% set held %}{{ t("nav.about") }}{% endset %}{{ held }}{% endblock %}'}, "page.html", "en", n="|")

    assert made == "About|AboutAbout".replace("About", all_strings()["en"]("nav.about")) and "\x02" not in made


def test_what_is_called_in_a_loop_is_given_what_was_written(filled):
    """And nothing of what Jinja keeps of the loop: neither macros nor functions of ours ask for it."""
    calls = []
    made = filled({"page.html": '{% macro row(n) %}<{{ n }}>{% endmacro %}{% for n in ns %}{{ once(row, n) }}{{ row(n=n) }}{{ count("<", n=n) }}{% endfor %}'},
                  "page.html", "en", ns=[1, 2, 1], count=lambda *values, **named: calls.append((values, named)) or values[0])

    assert made == "<1><1>&lt;<2><2>&lt;<1><1>&lt;"
    assert calls == [(("<",), {"n": n}) for n in (1, 2, 1)]


def test_a_name_after_a_point_is_an_attribute_and_no_item(filled):
    """An item is asked for as one: a field that is called `items` or `keys` is then never taken for a method."""
    assert filled({"page.html": '{{ found["items"] }}{{ n.real }}'}, "page.html", "en", found={"items": 3}, n=4) == "34"
    with pytest.raises(AttributeError, match="key"):
        filled({"page.html": "{{ found.key }}"}, "page.html", "en", found={"key": 3})


def test_all_that_pages_are_made_with_can_be_compiled_beforehand(site_of, tmp_path, monkeypatch):
    """Once: what is kept is not looked at again. Where nothing can be kept, nothing is made in vain."""
    monkeypatch.setattr(templating, "KEPT", tmp_path / "kept")
    templating.compile_all(["layout/footer.html"])  # of a build that was stopped, a part is kept
    templating.compile_all()
    monkeypatch.setattr(templating.Pages, "_generate", lambda *_, **__: pytest.fail("compiled again"))

    templating.compile_all()
    for language in ("en", "fr"):
        made = templating.environment(site_of(), language)
        assert all(made.get_template(name).name == name for name in ("layout/main.html", "pages/case_study.html", "pages/written.html", *templating.of_pages()))

    (tmp_path / "file").write_text("")
    monkeypatch.setattr(templating, "KEPT", tmp_path / "file")
    templating.compile_all()


def test_what_is_kept_may_be_deleted_at_any_time(site_of, tmp_path, monkeypatch):
    """Also while templates are compiled: they are, and are not kept."""
    monkeypatch.setattr(templating, "KEPT", tmp_path / "kept")
    made = templating.environment(site_of(), "en")
    shutil.rmtree(tmp_path / "kept")

    assert made.get_template("layout/footer.html").name == "layout/footer.html" and not (tmp_path / "kept").exists()


def test_where_no_version_is_known_nothing_is_kept(filled, tmp_path, monkeypatch):
    """In a browser, the libraries are files without what installing them would tell; a page is made all the same."""
    def unknown(name: str) -> str:
        raise templating.PackageNotFoundError(name)

    monkeypatch.setattr(templating, "version", unknown)

    assert filled({"page.html": "<p>{{ n }}</p>"}, "page.html", "en", n=3) == "<p>3</p>" and not (tmp_path / "kept").exists()
