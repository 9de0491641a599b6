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

    organization: reference_to("organization") = declared("The organization's id: the name of its file in organizations/.", "L'identifiant de l'organisation : le nom de son fichier dans organizations/.", label=("Organization", "Organisation"), example=("Service Canada", "Service Canada"), on_form=("An organization that takes part. Type a part of its name, and choose it from the list.", "Une organisation participante. Tapez une partie de son nom et choisissez-la dans la liste."))
    role: Annotated[Text, at_most(300)] | None = declared("What it does in the partnership.", "Ce qu'elle fait dans le partenariat.", None, ("Role", "Rôle"), ("Receives the data and issues the Social Insurance Number", "Reçoit les données et attribue le numéro d'assurance sociale"))
    lead: Yes = declared("`true` if it leads; leave out otherwise.", "`true` si elle dirige ; sinon, ne rien écrire.", False, ("Leads the partnership", "Dirige le partenariat"), on_form=("Tick it for the one that leads, if one does.", "Cochez cette case pour celle qui dirige, s'il y en a une."))


class Status(Record):
    """Where the partnership stands, and when that was true."""

    term: term_of("status") = declared("Where the partnership stands.", "Où en est le partenariat.", label=("Where it stands", "Où il en est"))
    as_of: Moment = declared("The year or date at which this was true.", "L'année ou la date à laquelle c'était vrai.", label=("As of", "En date de"), example=("2024-12", "2024-12"))


class Result(Record):
    """One thing that the partnership achieved. A figure has its unit, its year and its source."""

    statement: Sentence = declared("What was achieved, as a sentence that stands alone.", "Ce qui a été accompli, en une phrase complète.", label=("Statement", "Énoncé"), example=("Yukon was the first jurisdiction in Canada to offer the service.", "Le Yukon a été la première administration au Canada à offrir le service."))
    figure: Figure | None = declared("The number: digits, with a point before decimals.", "Le nombre : des chiffres, avec un point avant les décimales.", None, ("Number", "Nombre"), ("15.5", "15.5"))
    qualifier: one_of(*QUALIFIERS) | None = declared("How exact the number is.", "Le degré de précision du nombre.", None, ("Precision", "Précision"))
    unit: Annotated[Text, at_most(80)] | None = declared("What the number counts.", "Ce que le nombre compte.", None, ("Unit", "Unité"), ("million dollars", "millions de dollars"))
    year: Year = declared("The year that the result is about.", "L'année à laquelle le résultat se rapporte.", label=("Year", "Année"), example=("2010", "2010"))
    source: SourceId = declared("The id of the source, from `sources`.", "L'identifiant de la source, tiré de `sources`.", label=("Source of the result", "Source du résultat"), on_form=("One of the sources that you named above.", "L'une des sources que vous avez nommées plus haut."))

    @model_validator(mode="after")
    def _figure_with_unit(self) -> "Result":
        if self.figure is not None and self.unit is None:
            raise _wrong("figure-without-unit")
        if self.figure is None and (self.unit or self.qualifier):
            raise _wrong("unit-without-figure")
        return self


class Replication(Record):
    """What another government can take over."""

    agreement: or_unknown(LongText) | None = declared("The kind of agreement.", "Le type d'accord.", None, ("Agreement", "Entente"), ("A memorandum of understanding between the province and the city, renewed every five years.", "Un protocole d'entente entre la province et la ville, renouvelé tous les cinq ans."))
    steps: or_unknown(LongText) | None = declared("The steps that were taken, in order.", "Les étapes suivies, dans l'ordre.", None, ("Steps", "Étapes"), ("1. Agree on common principles.", "1. Convenir de principes communs."))
    roles: or_unknown(LongText) | None = declared("Who has to do what.", "Qui doit faire quoi.", None, ("Roles", "Rôles"), ("The federal department leads and pays for the secretariat.", "Le ministère fédéral dirige et finance le secrétariat."))
    effort: or_unknown(LongText) | None = declared("The people and time it took.", "Les personnes et le temps qu'il a fallu.", None, ("Effort", "Effort"), ("Staff travelled from community to community to map permits. The number of hours is not known.", "Des employés sont allés d'une collectivité à l'autre pour recenser les permis. Le nombre d'heures n'est pas connu."))
    cost: or_unknown(LongText) | None = declared("What it cost, and who paid.", "Ce que cela a coûté, et qui a payé.", None, ("Cost", "Coût"), ("The provinces' share follows a formula based on population.", "La part des provinces suit une formule fondée sur la population."))
    conditions: or_unknown(LongText) | None = declared("What has to be in place first.", "Ce qui doit être en place au préalable.", None, ("Conditions", "Conditions"), ("Each partner needs a website to carry the service.", "Chaque partenaire doit avoir un site Web où intégrer le service."))
    transferable: or_unknown(LongText) | None = declared("The parts that can be used as they are.", "Les éléments utilisables tels quels.", None, ("What can be taken over", "Ce qui peut être repris"), ("The cost formula based on population.", "La formule de partage des coûts selon la population."))

    @property
    def known(self) -> list[str]:
        """The names of the parts about which something is known."""
        return [name for name in type(self).model_fields if getattr(self, name)]


class Contact(Record):
    """Where to ask: an organization's page or a role mailbox, never a person."""

    organization: reference_to("organization") = declared("Whose contact it is.", "L'organisation à laquelle s'adresser.", label=("Organization to ask", "Organisation à joindre"), example=("Service Canada", "Service Canada"), on_form=("Whose contact it is. Type a part of its name, and choose it from the list.", "L'organisation à laquelle s'adresser. Tapez une partie de son nom et choisissez-la dans la liste."))
    page: SecureAddress | None = declared("A page of the organization or of the service.", "Une page de l'organisation ou du service.", None, ("Web page", "Page Web"), ("https://bizpal.ca/en/faq/", "https://bizpal.ca/en/faq/"))
    mailbox: Mailbox | None = declared("The mailbox of a role or an office.", "La boîte aux lettres d'une fonction ou d'un bureau.", None, ("Role mailbox", "Boîte de courriel d'une fonction"), ("partnerships@department.example", "partenariats@ministere.example"))
    verified: Moment = declared("The date on which it was seen to work.", "La date à laquelle on a vu qu'elle fonctionnait.", label=("Seen to work on", "Fonctionnait le"), example=("2026-11-22", "2026-11-22"))

    @model_validator(mode="after")
    def _page_or_mailbox(self) -> "Contact":
        if not (self.page or self.mailbox):
            raise _wrong("contact-empty")
        return self


class Source(Record):
    """A document on which the case rests: a public one by its address, or one that a council keeps."""

    id: Slug = declared("A short name, for `source` in the results.", "Un nom court, pour `source` dans les résultats.", label=("Short name", "Nom court"), example=("annual-report-2024", "rapport-annuel-2024"), on_form=("A short name, by which results point to this source. The form makes one from the title.", "Un nom court, par lequel les résultats renvoient à cette source. Le formulaire en propose un d'après le titre."))
    url: SourceAddress | None = declared("The address where it was seen.", "L'adresse où elle a été vue.", None, ("Address", "Adresse"), ("https://bizpal.ca/en/faq/", "https://bizpal.ca/en/faq/"))
    held_by: reference_to("body") | None = declared("In place of an address: the body that keeps the document, where it is not public.", "Au lieu d'une adresse : l'organisme qui conserve le document, s'il n'est pas public.", None, ("Kept by", "Conservé par"), ("Public Sector Service Delivery Council", "Conseil de la prestation des services du secteur public"), on_form=("In place of an address: the body that keeps the document, where it is not public. Choose it from the list.", "Au lieu d'une adresse : l'organisme qui conserve le document, s'il n'est pas public. Choisissez-le dans la liste."))
    title: Annotated[Text, at_most(300)] = declared("The document's own title, or a description in both languages.", "Le titre du document, ou une description dans les deux langues.", label=("Title", "Titre"), example=("BizPaL frequently asked questions", "Foire aux questions de PerLE (BizPaL)"), on_form=("The document's own title, the same in both boxes; or a description in each language.", "Le titre du document, le même dans les deux cases ; ou une description dans chaque langue."))
    language: Language = declared("The language of the document.", "La langue du document.", label=("Language of the document", "Langue du document"))
    seen_on: Day = declared("The date on which it was seen.", "La date à laquelle elle a été vue.", label=("Seen on", "Vue le"), example=("2026-11-22", "2026-11-22"))
    supports: Annotated[list[one_of(*SUPPORTED)], Field(min_length=1)] = declared("The fields of this file that rest on it.", "Les champs de ce fichier qui s'appuient sur elle.", label=("What it supports", "Ce qu'elle appuie"), on_form=("What of this case rests on it.", "Ce qui, dans cette étude, s'appuie sur elle."))

    _address_or_keeper = model_validator(mode="after")(address_or_keeper)


class Consent(Record):
    """On what basis the record may be published. Without it the record is seen in the preview only."""

    basis: one_of("public-sources", "council-documents", "author-approval", "pending") = declared("`public-sources` when every fact is cited; `council-documents` when it also rests on the council's own papers; `author-approval` when the author administration approved; `pending` until then.", "`public-sources` si chaque fait est cité ; `council-documents` si l'étude s'appuie aussi sur des documents du Conseil ; `author-approval` si l'administration auteure a approuvé ; `pending` d'ici là.", label=("Basis", "Fondement"))
    administration: reference_to("organization") | None = declared("The administration that approved.", "L'administration qui a approuvé.", None, ("Approved by", "Approuvée par"), ("Service Canada", "Service Canada"), on_form=("The administration that approved. Only for an approval.", "L'administration qui a approuvé. Seulement pour une approbation."))
    role: Annotated[Text, at_most(200)] | None = declared("The function (never the name) of whoever approved.", "La fonction (jamais le nom) de qui a approuvé.", None, ("Function", "Fonction"), ("Director, partnerships", "Direction des partenariats"))
    approved_on: Day | None = declared("The date of the approval.", "La date de l'approbation.", None, ("Date of approval", "Date de l'approbation"), ("2026-11-22", "2026-11-22"))
    languages: Annotated[list[Language], Field(min_length=1)] | None = declared("The languages that the approval covers.", "Les langues visées par l'approbation.", None, ("Languages approved", "Langues approuvées"))
    parts: Annotated[list[one_of(WHOLE, *SUPPORTED)], Field(min_length=1)] | None = declared("`whole` when the approval covers all that the file says, and the record is then published. Until then, the fields that are approved.", "`whole` si l'approbation vise tout le contenu du fichier ; la fiche est alors publiée. D'ici là, les champs qui sont approuvés.", None, ("Parts approved", "Parties approuvées"))

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

    on: Day = declared("The date of the check.", "La date de la vérification.", label=("Date of the check", "Date de la vérification"), example=("2026-11-22", "2026-11-22"))
    against: one_of("public-sources", "council-documents", "owner") = declared("`owner` when the partners confirmed it; `council-documents` when it was checked against the council's papers; `public-sources` otherwise.", "`owner` si les partenaires l'ont confirmé ; `council-documents` si elle a été comparée aux documents du Conseil ; sinon `public-sources`.", label=("Checked against", "Comparée à"))


class Change(Record):
    """One change of the published record."""

    on: Day = declared("The date of the change.", "La date de la modification.", label=("Date of the change", "Date de la modification"), example=("2026-11-22", "2026-11-22"))
    what: Sentence = declared("What changed.", "Ce qui a changé.", label=("What changed", "Ce qui a changé"), example=("First publication.", "Première publication."))
    why: Sentence | None = declared("Why it changed.", "Pourquoi.", None, ("Why it changed", "Pourquoi"), ("Entered from public sources.", "Étude rédigée d'après des sources publiques."))


class Relation(Record):
    """Another case that a reader learns from, with the reason."""

    case: reference_to("case_study") = declared("The id of the other case.", "L'identifiant de l'autre étude.", label=("Case study", "Étude de cas"), example=("BizPaL (Business Permits and Licences)", "PerLE"), on_form=("The other case. Type a part of its name, and choose it from the list.", "L'autre étude. Tapez une partie de son nom et choisissez-la dans la liste."))
    reason: Sentence = declared("Why a reader of this case should read it.", "Pourquoi la lire après celle-ci.", label=("Reason", "Raison"), example=("It serves the same clients in another way.", "Même clientèle, autre moyen."))


class CaseStudy(Record):
    """A service-delivery partnership between governments, told so that others can decide and replicate."""

    title: Annotated[Text, at_most(160)] = declared("The partnership's name; `translated` names the language whose name is not official.", "Le nom du partenariat ; `translated` indique la langue dont le nom n'est pas officiel.", label=("Name of the partnership", "Nom du partenariat"), example=("BizPaL (Business Permits and Licences)", "PerLE"), asks_translated=True, on_form=("The partnership's name. Where only one language has an official name, translate it and say so.", "Le nom du partenariat. Si une seule langue a un nom officiel, traduisez-le et dites-le."))
    summary: Annotated[Text, at_most(320)] = declared("One or two sentences: who did what, for whom, with what effect.", "Une ou deux phrases : qui a fait quoi, pour qui, avec quel effet.", label=("Summary", "Résumé"), example=("One free online service gives entrepreneurs a single list of the permits and licences their business needs.", "Un service en ligne gratuit fournit aux entrepreneurs une seule liste des permis et licences exigés."))
    slug: Slugs = declared("The last part of the page's address, in each language.", "La dernière partie de l'adresse de la page, dans chaque langue.", label=("Address of the page", "Adresse de la page"), example=("bizpal", "perle"), on_form=("The last part of the page's address. It follows the name until you type another one.", "La dernière partie de l'adresse de la page. Elle suit le nom tant que vous n'en écrivez pas une autre."))
    partners: Annotated[list[Partner], Field(min_length=1, max_length=40)] = declared("The organizations that take part.", "Les organisations participantes.", label=("Partners", "Partenaires"))
    channels: or_unknown(Annotated[list[term_of("channel")], Field(min_length=1)]) = declared("How clients reach the service.", "Comment la clientèle accède au service.", label=("Service channels", "Modes de prestation"))
    arrangement: or_unknown(term_of("arrangement")) = declared("The kind of arrangement, in the Guide's own labels.", "Le type d'entente, selon les termes du présent guide.", label=("Arrangement", "Type d'entente"))
    playbook_model: or_unknown(term_of("playbook-model")) = declared("The Playbook's model, where it is known.", "Le modèle du Guide des partenariats, s'il est connu.", label=("Playbook model", "Modèle du Guide des partenariats"))
    services: or_unknown(Annotated[list[term_of("service")], Field(min_length=1)]) = declared("The services that are delivered.", "Les services offerts.", label=("Services", "Services"))
    clients: or_unknown(Annotated[list[term_of("client-group")], Field(min_length=1)]) = declared("The people or businesses that are served.", "Les personnes ou les entreprises servies.", label=("Clients", "Clientèle"))
    themes: or_unknown(Annotated[list[term_of("theme")], Field(min_length=1)]) = declared("The council's themes that the case serves.", "Les thèmes du Conseil auxquels l'étude se rattache.", label=("Themes", "Thèmes"))
    status: Status = declared("Where the partnership stands.", "Où en est le partenariat.", label=("Status", "État"))
    started: Moment = declared("When it began.", "Quand il a commencé.", label=("Started", "Début"), example=("2005-12", "2005-12"))
    ended: Moment | None = declared("When it ended; leave out while it runs.", "Quand il a pris fin ; ne rien écrire s'il est en cours.", None, ("Ended", "Fin"), ("2014", "2014"), on_form=("When it ended. Leave it empty while it runs.", "Quand il a pris fin. Ne rien écrire s'il est en cours."))
    problem: or_unknown(LongText) = declared("The problem that clients or governments had.", "Le problème vécu par la clientèle ou les administrations.", label=("The problem", "Le problème"), example=("Parents had to apply separately to two governments.", "Les parents devaient présenter une demande distincte à chacun des deux gouvernements."))
    approach: or_unknown(LongText) = declared("What the partners did.", "Ce que les partenaires ont fait.", label=("What was done", "Ce qui a été fait"), example=("A request for the number was added to the provincial birth registration form.", "Une demande de numéro a été ajoutée au formulaire provincial d'enregistrement des naissances."))
    results: or_unknown(Annotated[list[Result], Field(min_length=1)]) = declared("What was achieved, each with year and source.", "Ce qui a été accompli, avec l'année et la source.", label=("Results", "Résultats"))
    success_factors: or_unknown(Sentences) | None = declared("What helped.", "Ce qui a aidé.", None, ("What helped", "Ce qui a aidé"), ("Every partner agreed to common principles.", "Tous les partenaires ont adhéré à des principes communs."))
    challenges: or_unknown(Sentences) | None = declared("What was hard.", "Ce qui a été difficile.", None, ("What was hard", "Ce qui a été difficile"), ("Small municipalities had no website; the territory hosted their content.", "De petites municipalités n'avaient pas de site Web ; le territoire a hébergé leur contenu."))
    what_did_not_work: or_unknown(Sentences) = declared("What failed or had to be corrected.", "Ce qui a échoué ou a dû être corrigé.", label=("What did not work", "Ce qui n'a pas fonctionné"), example=("The first form asked for too much, and was withdrawn.", "Le premier formulaire en demandait trop et a été retiré."))
    lessons: or_unknown(Sentences) | None = declared("What others should take from it.", "Ce que d'autres devraient en retenir.", None, ("Lessons", "Leçons"), ("Plan for manual work.", "Il faut prévoir du travail manuel."))
    replication: Replication | None = declared("What another government can take over.", "Ce qu'une autre administration peut reprendre.", None, ("How to replicate it", "Comment reproduire ce partenariat"))
    evidence: term_of("evidence") = declared("How well the facts are supported.", "À quel point les faits sont étayés.", label=("Level of evidence", "Niveau de preuve"))
    contact: or_unknown(Contact) = declared("Where to ask.", "Où s'adresser.", label=("Contact", "Contact"))
    sources: Annotated[list[Source], Field(min_length=1, max_length=60)] = declared("The public documents that support it.", "Les documents publics sur lesquels elle s'appuie.", label=("Sources", "Sources"))
    consent: Consent | None = declared("On what basis it may be published.", "À quel titre elle peut être publiée.", None, ("Basis of publication", "Fondement de la publication"))
    reviewed: Review = declared("When it was last checked.", "Sa dernière vérification.", label=("Last check", "Dernière vérification"))
    review_by: Day | None = declared("When it should be checked again.", "La date de la prochaine vérification.", None, ("To be checked again by", "À vérifier de nouveau d'ici le"), ("2027-11-22", "2027-11-22"))
    changes: Annotated[list[Change], Field(min_length=1)] = declared("What changed and why, the newest first.", "Ce qui a changé et pourquoi, du plus récent au plus ancien.", label=("Changes", "Modifications"))
    related: Annotated[list[Relation], Field(max_length=10)] = declared("Other cases to read, each with the reason.", "D'autres études à lire, avec la raison.", (), ("Read next", "À lire ensuite"))
    credit: Annotated[list[reference_to("organization")], Field(max_length=10)] = declared("The organizations that wrote it or supplied its facts and want to be named; never a person.", "Les organisations qui l'ont rédigée ou en ont fourni les faits et qui souhaitent être nommées ; jamais une personne.", (), ("Credit", "Crédit"), ("Service Canada", "Service Canada"))
    replicates: reference_to("case_study") | None = declared("The case that this one took over.", "L'étude que celle-ci reproduit.", None, ("Took over this case", "Reprend cette étude"), ("BizPaL (Business Permits and Licences)", "PerLE"), on_form=("The case that this one took over, if any. Choose it from the list.", "L'étude que celle-ci reproduit, s'il y en a une. Choisissez-la dans la liste."))

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
