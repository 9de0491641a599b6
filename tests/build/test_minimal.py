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
