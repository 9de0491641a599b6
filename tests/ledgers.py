"""The ledger of a small Guide: written by the command, then changed by hand as a maintainer would."""

from __future__ import annotations

from guide.commands.addresses import FILE, ledger_text
from guide.ledger import updated

from .project import CASE, Project

# A second case whose every text can be told from all others.
KIOSK_FILE = "guide_data/case_studies/kiosk.yml"
KIOSK = (CASE.replace("A counter for two governments", "Zanzibar kiosk").replace("Un comptoir pour deux gouvernements", "Guérite de Zanzibar")
         .replace("Two governments share a counter.", "Zanzibar shares a kiosk.").replace("Deux gouvernements partagent un comptoir.", "Zanzibar partage une guérite.")
         .replace("shared-counter", "old-kiosk").replace("comptoir-partage", "ancienne-guerite")
         .replace("People went from door to door.", "Zanzibar walked.").replace("Les gens allaient de porte en porte.", "Zanzibar marchait.")
         .replace("One counter was opened.", "Zanzibar opened it.").replace("Un comptoir a été ouvert.", "Zanzibar l'a ouverte.")
         .replace("The counter served people.", "Zanzibar was served.").replace("Le comptoir a servi des gens.", "Zanzibar a été servie.")
         .replace("      - results\n", "      - results\n      - replication\n").replace("1200", "7654321").replace("Annual report", "Zanzibar report") + "replication:\n  steps:\n    en: Zanzibar first.\n    fr: Zanzibar d'abord.\n")
RENAMED = {"guide_data/case_studies/counter.yml": CASE.replace("shared-counter", "one-counter").replace("comptoir-partage", "un-comptoir")}
WITHDRAWN = """\
    withdrawn:
      on: 2027-01-15
      reason:
        en: The <partners> asked for it.
        fr: Les <partenaires> l'ont demandé.
"""


def with_ledger(guide: Project) -> Project:
    """The Guide with all its addresses in the ledger."""
    site = guide.prepare().site
    return guide.write({FILE: ledger_text(updated(site.ledger, site.routes.paths))})


def withdrawing(guide: Project, more: str = WITHDRAWN, kind: str = "case_study", key: str = "kiosk") -> str:
    """The ledger with a withdrawal at the end of an entry."""
    text = (guide.root / FILE).read_text("utf-8")
    before, mark, after = text.partition(f"  - kind: {kind}\n    key: {key}\n")
    assert mark
    entry, next_one, rest = after.partition("  - kind: ")
    return before + mark + entry + more + next_one + rest
