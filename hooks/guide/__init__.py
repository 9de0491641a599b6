"""The Guide: bilingual case studies of service-delivery partnerships, from YAML to pages.

This package knows nothing of MkDocs, but for mkdocs_adapter.py. hooks/README.md is its map.
"""
