"""MkDocs' events, bound to the adapter. What happens at each, and why then, is told in guide/mkdocs_adapter.py."""

from guide import collector

with collector.at_rest():  # what is imported stays
    from guide import mkdocs_adapter as adapter


def on_startup(command, dirty):
    adapter.startup(command)


on_config = adapter.configure
on_files = adapter.files
on_page_context = adapter.context
on_post_page = adapter.post_page
on_post_build = adapter.publish
on_serve = adapter.serve
on_build_error = adapter.abandon
