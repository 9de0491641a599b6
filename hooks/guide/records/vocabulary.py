"""What a vocabulary is: one facet of the Guide, with its terms in both languages."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .fields import Passage, Record, Slugs, TermId, Text, at_most, declared, one_of
from .statement import Statements


class Term(Record):
    """One value of a facet."""

    id: TermId = declared("The id that records use. It never changes.", "L'identifiant employé dans les fiches. Il ne change jamais.")
    label: Annotated[Text, at_most(80)] = declared("The words that readers see.", "Les mots que voient les lecteurs.")
    slug: Slugs = declared("The last part of the page's address, in each language.", "La dernière partie de l'adresse de la page, dans chaque langue.")
    definition: Annotated[Text, at_most(400)] = declared("What it means, in one sentence.", "Ce qu'il signifie, en une phrase.")
    when_it_fits: Statements | None = declared("When it fits, as the cases show.", "Quand il convient, d'après les études.", None)
    what_it_needs: Statements | None = declared("What it needs, as the cases show.", "Ce qu'il exige, d'après les études.", None)
    origin: Annotated[Text, at_most(80)] | None = declared("For a jurisdiction: what follows the words “a partner”, such as `from Ontario`.", "Pour une administration : ce qui suit les mots « un partenaire », par exemple `de l'Ontario`.", None)


class Missing(Record):
    """Terms that are known to exist, but not what they are."""

    places: Annotated[list[Annotated[Text, at_most(120)]], Field(min_length=1, max_length=20)] = declared("What stands in the place of each term.", "Ce qui tient la place de chaque terme.")
    how: Annotated[Passage, at_most(1500)] = declared("What is not known, and how to supply it.", "Ce qui n'est pas connu, et comment le fournir.")


class Vocabulary(Record):
    """A facet: a question that every case answers with terms from one list."""

    title: Annotated[Text, at_most(80)] = declared("The facet's name.", "Le nom de la facette.")
    slug: Slugs = declared("The first part of the address of its pages, in each language.", "La première partie de l'adresse de ses pages, dans chaque langue.")
    definition: Annotated[Text, at_most(400)] = declared("What the facet says about a case.", "Ce que la facette dit d'une étude.")
    order: one_of("listed", "alphabetical") = declared("`listed` keeps the order below; `alphabetical` sorts by label.", "`listed` garde l'ordre ci-dessous ; `alphabetical` trie par libellé.")
    note: Annotated[Text, at_most(600)] | None = declared("A remark shown on the facet's page.", "Une remarque affichée sur la page de la facette.", None)
    terms: Annotated[list[Term], Field(min_length=1, max_length=200)] = declared("The terms.", "Les termes.")
    missing: Missing | None = declared("Terms that exist and are not known yet: each keeps a place on the page.", "Les termes qui existent et ne sont pas encore connus : chacun garde une place dans la page.", None)
