"""The readers of the tests themselves: each comes as if nobody had been there before."""

from __future__ import annotations

# What a reader can leave behind: in the page, in the browser, and with the context.
LEAVES = """async () => {
  localStorage.setItem('left', 'a'); sessionStorage.setItem('left', 'a'); document.cookie = 'left=a; max-age=600'; window.name = 'left';
  await new Promise((done) => { indexedDB.open('left').onsuccess = done; });
  await caches?.open('left');
}"""
FINDS = """async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie, window.name, ...(await indexedDB.databases()).map(({name}) => name),
  ...await caches?.keys() ?? [], (await navigator.permissions.query({name: 'geolocation'})).state, innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, history.length].filter(Boolean)"""


def test_a_reader_finds_nothing_of_the_one_before(readers, address):
    """The context is the same, and as empty as a new one; whoever shares a test has another one."""
    fresh = readers.lend(address, 1280, True, {})
    fresh.goto("/en/")
    expected = fresh.evaluate(FINDS)
    first = readers.lend(address, 320, False, {"color_scheme": "dark"})
    beside = readers.lend(address, 1280, False, {})
    assert first.context != beside.context
    first.goto("/en/")
    first.goto("/fr/")
    first.evaluate(LEAVES)
    first.context.grant_permissions(["geolocation"])
    left = first.evaluate(FINDS)
    known = first.context
    beside.context.close()
    readers.lent = [one for one in readers.lent if one[-1] != beside.context]
    readers.take_back()
    second = readers.lend(address, 1280, False, {})
    second.goto("/en/")
    found = second.evaluate(FINDS)
    readers.take_back()

    assert second.context == known and found == expected and left.count("left") == 5 and "left=a" in left
