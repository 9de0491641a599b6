"""What pages may load and run."""

from __future__ import annotations

from guide.outputs import policy


def test_a_page_of_one_file_is_known_by_the_hash_of_its_stylesheet():
    """Another stylesheet, another policy; the hash is the one that browsers make."""
    assert "style-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='" in policy.alone("abc")
    assert policy.alone("abc") != policy.alone("abd")


def test_only_the_preview_lets_a_script_in_a_page_run():
    """MkDocs' preview follows changes with a script in each page; the published site has none."""
    assert "'unsafe-inline'" in policy.page(is_preview=True)
    assert "unsafe" not in policy.page()
