"""Whether the addresses that records name still answer: which there are, how one is visited, and what is kept of it.

`guide links` is the only one that goes to the network, and never inside a pull request. Pages and reports read the result
(guide_data/links.json), so that a build needs no network and says the same tomorrow.
"""
