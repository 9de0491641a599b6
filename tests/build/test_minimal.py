"""The minimal library of the tests is itself a good one, and builds."""

from tests.project import FACETS


def test_the_minimal_library_has_nothing_to_report(project):
    """What tests start from passes every check."""
    assert project().findings() == []


def test_the_minimal_guide_builds(project):
    """Plain `mkdocs build --strict` makes the site in both languages."""
    guide = project()

    done = guide.build("--strict")

    assert done.returncode == 0, done.stdout
    assert "A counter for two governments" in guide.page("en/case-studies/shared-counter")
    assert "Un comptoir pour deux gouvernements" in guide.page("fr/etudes-de-cas/comptoir-partage")
    assert len(FACETS) == 10


def test_a_machine_without_npm_builds_a_site_whose_form_says_so(project):
    """One line of the build says it in both languages, a warning it is not; the form has the sentence, and no folder of a checker."""
    page = "---\ntitle: {0}\nslug: {0}\ndescription: {0}.\nmodified: 2026-11-22\n---\n# {0}\n"
    guide = project({f"docs/contribute.{language}.md": page.format(word) for language, word in (("en", "contribute"), ("fr", "contribuer"))})

    done = guide.build("--strict")

    assert done.returncode == 0, done.stdout
    assert done.stdout.count("guide browser") == 2 and sum("guide browser" in line for line in done.stdout.splitlines()) == 1
    form = guide.page("fr/contribuer/formulaire")
    assert 'data-checker=""' in form and "produit sans le vérificateur." in form
    assert not (guide.root / "site" / "assets" / "checker").exists()
