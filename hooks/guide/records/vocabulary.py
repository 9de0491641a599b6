"""What a vocabulary is: one facet of the Guide, with its terms in both languages."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .fields import Record, Slugs, TermId, Text, at_most, declared, one_of


class Term(Record):
    """One value of a facet."""

    id: TermId = declared("The id that records use. It never changes.", "L'identifiant employé dans les fiches. Il ne change jamais.")
    label: Annotated[Text, at_most(80)] = declared("The words that readers see.", "Les mots que voient les lecteurs.")
    slug: Slugs = declared("The last part of the page's address, in each language.", "La dernière partie de l'adresse de la page, dans chaque langue.")
    definition: Annotated[Text, at_most(400)] = declared("What it means, in one sentence.", "Ce qu'il signifie, en une phrase.")


class Vocabulary(Record):
    """A facet: a question that every case answers with terms from one list."""

    title: Annotated[Text, at_most(80)] = declared("The facet's name.", "Le nom de la facette.")
    slug: Slugs = declared("The first part of the address of its pages, in each language.", "La première partie de l'adresse de ses pages, dans chaque langue.")
    definition: Annotated[Text, at_most(400)] = declared("What the facet says about a case.", "Ce que la facette dit d'une étude.")
    order: one_of("listed", "alphabetical") = declared("`listed` keeps the order below; `alphabetical` sorts by label.", "`listed` garde l'ordre ci-dessous ; `alphabetical` trie par libellé.")
    note: Annotated[Text, at_most(600)] | None = declared("A remark shown on the facet's page.", "Une remarque affichée sur la page de la facette.", None)
    terms: Annotated[list[Term], Field(min_length=1, max_length=200)] = declared("The terms.", "Les termes.")
