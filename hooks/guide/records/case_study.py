"""What a case study is: one line and one sentence of help per field, in the order of the file and of the page.

Only what a case study *is* stands here. Whether its terms and references exist is for library.py, checks between
records for checks/, and how it is shown for pages/case_study.py.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from .clock import today
from .documents import address_or_keeper
from .fields import (
    Day, Figure, Language, Mailbox, Moment, Passage, Record, SecureAddress, Slug, Slugs, SourceAddress, SourceId,
    Text, Year, Yes, _wrong, at_most, declared, one_of, or_unknown, reference_to, term_of,
)

# What a source may support: the fields that a reader would ask "who says so?" about.
SUPPORTED = (
    "title", "partners", "channels", "arrangement", "services", "clients", "status", "dates", "problem", "approach",
    "results", "success_factors", "challenges", "what_did_not_work", "lessons", "replication", "contact",
)
# What an approval may cover. Only the whole record is published; the other words say what is approved so far.
WHOLE = "whole"
QUALIFIERS = ("about", "more-than", "up-to", "at-least", "less-than")

Sentence = Annotated[Text, at_most(600)]
Sentences = Annotated[list[Sentence], Field(min_length=1, max_length=20)]
LongText = Annotated[Passage, at_most(5000)]


class Partner(Record):
    """One organization that takes part."""

    organization: reference_to("organization") = declared("The organization's id: the name of its file in organizations/.", "L'identifiant de l'organisation : le nom de son fichier dans organizations/.")
    role: Annotated[Text, at_most(300)] | None = declared("What it does in the partnership.", "Ce qu'elle fait dans le partenariat.", None)
    lead: Yes = declared("`true` if it leads; leave out otherwise.", "`true` si elle dirige ; sinon, ne rien écrire.", False)


class Status(Record):
    """Where the partnership stands, and when that was true."""

    term: term_of("status") = declared("Where the partnership stands.", "Où en est le partenariat.")
    as_of: Moment = declared("The year or date at which this was true.", "L'année ou la date à laquelle c'était vrai.")


class Result(Record):
    """One thing that the partnership achieved. A figure has its unit, its year and its source."""

    statement: Sentence = declared("What was achieved, as a sentence that stands alone.", "Ce qui a été accompli, en une phrase complète.")
    figure: Figure | None = declared("The number: digits, with a point before decimals.", "Le nombre : des chiffres, avec un point avant les décimales.", None)
    qualifier: one_of(*QUALIFIERS) | None = declared("How exact the number is.", "Le degré de précision du nombre.", None)
    unit: Annotated[Text, at_most(80)] | None = declared("What the number counts.", "Ce que le nombre compte.", None)
    year: Year = declared("The year that the result is about.", "L'année à laquelle le résultat se rapporte.")
    source: SourceId = declared("The id of the source, from `sources`.", "L'identifiant de la source, tiré de `sources`.")

    @model_validator(mode="after")
    def _figure_with_unit(self) -> "Result":
        if self.figure is not None and self.unit is None:
            raise _wrong("figure-without-unit")
        if self.figure is None and (self.unit or self.qualifier):
            raise _wrong("unit-without-figure")
        return self


class Replication(Record):
    """What another government can take over."""

    agreement: or_unknown(LongText) | None = declared("The kind of agreement.", "Le type d'accord.", None)
    steps: or_unknown(LongText) | None = declared("The steps that were taken, in order.", "Les étapes suivies, dans l'ordre.", None)
    roles: or_unknown(LongText) | None = declared("Who has to do what.", "Qui doit faire quoi.", None)
    effort: or_unknown(LongText) | None = declared("The people and time it took.", "Les personnes et le temps qu'il a fallu.", None)
    cost: or_unknown(LongText) | None = declared("What it cost, and who paid.", "Ce que cela a coûté, et qui a payé.", None)
    conditions: or_unknown(LongText) | None = declared("What has to be in place first.", "Ce qui doit être en place au préalable.", None)
    transferable: or_unknown(LongText) | None = declared("The parts that can be used as they are.", "Les éléments utilisables tels quels.", None)

    @property
    def known(self) -> list[str]:
        """The names of the parts about which something is known."""
        return [name for name in type(self).model_fields if getattr(self, name)]


class Contact(Record):
    """Where to ask: an organization's page or a role mailbox, never a person."""

    organization: reference_to("organization") = declared("Whose contact it is.", "L'organisation à laquelle s'adresser.")
    page: SecureAddress | None = declared("A page of the organization or of the service.", "Une page de l'organisation ou du service.", None)
    mailbox: Mailbox | None = declared("The mailbox of a role or an office.", "La boîte aux lettres d'une fonction ou d'un bureau.", None)
    verified: Moment = declared("The date on which it was seen to work.", "La date à laquelle on a vu qu'elle fonctionnait.")

    @model_validator(mode="after")
    def _page_or_mailbox(self) -> "Contact":
        if not (self.page or self.mailbox):
            raise _wrong("contact-empty")
        return self


class Source(Record):
    """A document on which the case rests: a public one by its address, or one that a council keeps."""

    id: Slug = declared("A short name, for `source` in the results.", "Un nom court, pour `source` dans les résultats.")
    url: SourceAddress | None = declared("The address where it was seen.", "L'adresse où elle a été vue.", None)
    held_by: reference_to("body") | None = declared("In place of an address: the body that keeps the document, where it is not public.", "Au lieu d'une adresse : l'organisme qui conserve le document, s'il n'est pas public.", None)
    title: Annotated[Text, at_most(300)] = declared("The document's own title, or a description in both languages.", "Le titre du document, ou une description dans les deux langues.")
    language: Language = declared("The language of the document.", "La langue du document.")
    seen_on: Day = declared("The date on which it was seen.", "La date à laquelle elle a été vue.")
    supports: Annotated[list[one_of(*SUPPORTED)], Field(min_length=1)] = declared("The fields of this file that rest on it.", "Les champs de ce fichier qui s'appuient sur elle.")

    _address_or_keeper = model_validator(mode="after")(address_or_keeper)


class Consent(Record):
    """On what basis the record may be published. Without it the record is seen in the preview only."""

    basis: one_of("public-sources", "council-documents", "author-approval", "pending") = declared("`public-sources` when every fact is cited; `council-documents` when it also rests on the council's own papers; `author-approval` when the author administration approved; `pending` until then.", "`public-sources` si chaque fait est cité ; `council-documents` si l'étude s'appuie aussi sur des documents du Conseil ; `author-approval` si l'administration auteure a approuvé ; `pending` d'ici là.")
    administration: reference_to("organization") | None = declared("The administration that approved.", "L'administration qui a approuvé.", None)
    role: Annotated[Text, at_most(200)] | None = declared("The function (never the name) of whoever approved.", "La fonction (jamais le nom) de qui a approuvé.", None)
    approved_on: Day | None = declared("The date of the approval.", "La date de l'approbation.", None)
    languages: Annotated[list[Language], Field(min_length=1)] | None = declared("The languages that the approval covers.", "Les langues visées par l'approbation.", None)
    parts: Annotated[list[one_of(WHOLE, *SUPPORTED)], Field(min_length=1)] | None = declared("`whole` when the approval covers all that the file says, and the record is then published. Until then, the fields that are approved.", "`whole` si l'approbation vise tout le contenu du fichier ; la fiche est alors publiée. D'ici là, les champs qui sont approuvés.", None)

    @model_validator(mode="after")
    def _approval_complete(self) -> "Consent":
        details = ("administration", "role", "approved_on", "languages", "parts")
        missing = [name for name in details if not getattr(self, name)]
        if self.basis == "author-approval" and missing:
            raise _wrong("approval-incomplete", missing=missing)
        if self.basis != "author-approval" and missing != list(details):
            raise _wrong("approval-not-asked")
        if self.approved_on and self.approved_on > today():
            raise _wrong("approval-in-future", at="approved_on", found=str(self.approved_on))
        return self

    @property
    def is_approval(self) -> bool:
        """Whether the author administration approved, for both languages, all that the record says."""
        return self.basis == "author-approval" and sorted(self.languages or ()) == ["en", "fr"] and self.parts == [WHOLE]


class Review(Record):
    """When the record was last checked, and against what."""

    on: Day = declared("The date of the check.", "La date de la vérification.")
    against: one_of("public-sources", "council-documents", "owner") = declared("`owner` when the partners confirmed it; `council-documents` when it was checked against the council's papers; `public-sources` otherwise.", "`owner` si les partenaires l'ont confirmé ; `council-documents` si elle a été comparée aux documents du Conseil ; sinon `public-sources`.")


class Change(Record):
    """One change of the published record."""

    on: Day = declared("The date of the change.", "La date de la modification.")
    what: Sentence = declared("What changed.", "Ce qui a changé.")
    why: Sentence | None = declared("Why it changed.", "Pourquoi.", None)


class Relation(Record):
    """Another case that a reader learns from, with the reason."""

    case: reference_to("case_study") = declared("The id of the other case.", "L'identifiant de l'autre étude.")
    reason: Sentence = declared("Why a reader of this case should read it.", "Pourquoi la lire après celle-ci.")


class CaseStudy(Record):
    """A service-delivery partnership between governments, told so that others can decide and replicate."""

    title: Annotated[Text, at_most(160)] = declared("The partnership's name; `translated` names the language whose name is not official.", "Le nom du partenariat ; `translated` indique la langue dont le nom n'est pas officiel.")
    summary: Annotated[Text, at_most(320)] = declared("One or two sentences: who did what, for whom, with what effect.", "Une ou deux phrases : qui a fait quoi, pour qui, avec quel effet.")
    slug: Slugs = declared("The last part of the page's address, in each language.", "La dernière partie de l'adresse de la page, dans chaque langue.")
    partners: Annotated[list[Partner], Field(min_length=1, max_length=40)] = declared("The organizations that take part.", "Les organisations participantes.")
    channels: or_unknown(Annotated[list[term_of("channel")], Field(min_length=1)]) = declared("How clients reach the service.", "Comment la clientèle accède au service.")
    arrangement: or_unknown(term_of("arrangement")) = declared("The kind of arrangement, in the Guide's own labels.", "Le type d'entente, selon les termes du présent guide.")
    playbook_model: or_unknown(term_of("playbook-model")) = declared("The Playbook's model, where it is known.", "Le modèle du Guide des partenariats, s'il est connu.")
    services: or_unknown(Annotated[list[term_of("service")], Field(min_length=1)]) = declared("The services that are delivered.", "Les services offerts.")
    clients: or_unknown(Annotated[list[term_of("client-group")], Field(min_length=1)]) = declared("The people or businesses that are served.", "Les personnes ou les entreprises servies.")
    themes: or_unknown(Annotated[list[term_of("theme")], Field(min_length=1)]) = declared("The council's themes that the case serves.", "Les thèmes du Conseil auxquels l'étude se rattache.")
    status: Status = declared("Where the partnership stands.", "Où en est le partenariat.")
    started: Moment = declared("When it began.", "Quand il a commencé.")
    ended: Moment | None = declared("When it ended; leave out while it runs.", "Quand il a pris fin ; ne rien écrire s'il est en cours.", None)
    problem: or_unknown(LongText) = declared("The problem that clients or governments had.", "Le problème vécu par la clientèle ou les administrations.")
    approach: or_unknown(LongText) = declared("What the partners did.", "Ce que les partenaires ont fait.")
    results: or_unknown(Annotated[list[Result], Field(min_length=1)]) = declared("What was achieved, each with year and source.", "Ce qui a été accompli, avec l'année et la source.")
    success_factors: or_unknown(Sentences) | None = declared("What helped.", "Ce qui a aidé.", None)
    challenges: or_unknown(Sentences) | None = declared("What was hard.", "Ce qui a été difficile.", None)
    what_did_not_work: or_unknown(Sentences) = declared("What failed or had to be corrected.", "Ce qui a échoué ou a dû être corrigé.")
    lessons: or_unknown(Sentences) | None = declared("What others should take from it.", "Ce que d'autres devraient en retenir.", None)
    replication: Replication | None = declared("What another government can take over.", "Ce qu'une autre administration peut reprendre.", None)
    evidence: term_of("evidence") = declared("How well the facts are supported.", "À quel point les faits sont étayés.")
    contact: or_unknown(Contact) = declared("Where to ask.", "Où s'adresser.")
    sources: Annotated[list[Source], Field(min_length=1, max_length=60)] = declared("The public documents that support it.", "Les documents publics sur lesquels elle s'appuie.")
    consent: Consent | None = declared("On what basis it may be published.", "À quel titre elle peut être publiée.", None)
    reviewed: Review = declared("When it was last checked.", "Sa dernière vérification.")
    review_by: Day | None = declared("When it should be checked again.", "La date de la prochaine vérification.", None)
    changes: Annotated[list[Change], Field(min_length=1)] = declared("What changed and why, the newest first.", "Ce qui a changé et pourquoi, du plus récent au plus ancien.")
    related: Annotated[list[Relation], Field(max_length=10)] = declared("Other cases to read, each with the reason.", "D'autres études à lire, avec la raison.", ())
    credit: Annotated[list[reference_to("organization")], Field(max_length=10)] = declared("The organizations that wrote it or supplied its facts and want to be named; never a person.", "Les organisations qui l'ont rédigée ou en ont fourni les faits et qui souhaitent être nommées ; jamais une personne.", ())
    replicates: reference_to("case_study") | None = declared("The case that this one took over.", "L'étude que celle-ci reproduit.", None)

    @property
    def can_be_replicated(self) -> bool:
        """Whether anything is known about how to take it over."""
        return self.replication is not None and bool(self.replication.known)

    @property
    def is_published(self) -> bool:
        """Whether the record may leave the preview: only the exact approved forms do."""
        if self.consent is None or self.consent.basis == "pending":
            return False
        if self.consent.basis == "council-documents":
            return any(source.held_by for source in self.sources)
        return self.consent.basis == "public-sources" or self.consent.is_approval
