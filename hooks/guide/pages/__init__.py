"""The pages of the Guide: one file per kind, each with a view (what its template may use) and `pages(site)`.

A page is decided here, in pure functions; templates only lay it out. Adding a page kind is a file here, a template
of the same name, its words in locales, and its name in KINDS.
"""
