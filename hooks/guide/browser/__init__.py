"""The checker in a browser (Pyodide): `guide check`, reading and preview of one file beside the published Guide.

The worker (templates/special/checker_worker.js) calls `answers.py`; nothing of this runs when the site is built.
"""
