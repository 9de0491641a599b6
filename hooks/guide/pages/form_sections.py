"""How the long form of a case study is divided, and the few things that its model cannot say about filling it in.

A form whose kind stands in no table here shows its fields one after the other.
"""

from __future__ import annotations

# The sections of a form, in the order in which one fills them in: sources come before what rests on them.
SECTIONS = {
    "case_study": {
        "brief": ("title", "summary", "slug"),
        "partners": ("partners",),
        "service": ("channels", "arrangement", "playbook_model", "services", "clients", "themes"),
        "dates": ("status", "started", "ended"),
        "sources": ("sources",),
        "story": ("problem", "approach"),
        "results": ("results",),
        "learned": ("success_factors", "challenges", "what_did_not_work", "lessons"),
        "replication": ("replication",),
        "contact": ("evidence", "contact"),
        "publication": ("consent", "reviewed", "review_by", "changes", "credit"),
        "related": ("related", "replicates"),
    },
}
# Sections that most people leave empty at first: they are folded.
FOLDED = ("replication", "related")
# Fields (by model and name) that name an entry of a list of the same form.
CHOSEN_FROM = {("result", "source"): "sources"}
# Lists whose new entries come first.
NEWEST_FIRST = ("changes",)
# Choices whose words the pages have already, in the middle of a sentence.
SAID_ELSEWHERE = {("source", "supports"): "supports", ("consent", "parts"): "supports"}
