"""The Guide among its peers: `python -m bench.peers HARNESS --sizes 500,2000`, where HARNESS is the folder of run.py.

Two subjects take part. "guide-same" builds the pages that the peers build (same.py); "guide-all" builds everything.
Hugo's search is made by Pagefind: its program is named by BENCH_PAGEFIND, or found on the path, or in the package `pagefind[bin]` where it is installed.
The corpus is converted beforehand (convert.py), as the generator writes each peer's own format beforehand. What is timed is:
Python looks for changed records, converting those there are (one, in a rebuild); then MkDocs builds with our
hooks, from a start without a site or .cache. All options that are not named here go to run.py.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .project import corpus, project


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("harness", type=Path)
    parser.add_argument("--sizes", default="500")
    parser.add_argument("--subjects", default="guide-same,guide-all")
    parser.add_argument("--peers", default="hugo,floor")
    parser.add_argument("--lab", type=Path)
    options, more = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, options.sizes.split(",")):
            made = project(corpus(options.harness), size, Path(folder, f"guide-{size}"))
            chosen = [option for name in options.subjects.split(",") for option in ("--subject", f"{name}={SUBJECTS[name]}")]
            command = [sys.executable, str(options.harness / "run.py"), "--lab", str(options.lab or folder), "--sizes", str(size), "--peers", options.peers,
                       *chosen, "--subject-dir", str(made), "--subject-site", "site", "--subject-search", "en/search,fr/search", *more]
            subprocess.run(command, check=True, env=environment())


# Run in the folder of the project, whose package they are.
SUBJECTS = {"guide-same": f"{sys.executable} bench/peers/same.py", "guide-all": f"{sys.executable} bench/peers/convert.py && {sys.executable} -m mkdocs build --strict --quiet"}


def environment() -> dict[str, str]:
    """The program of Pagefind for those who need it."""
    packaged = importlib.util.find_spec("pagefind_bin")
    program = shutil.which("pagefind") or (str(Path(packaged.origin).parent / "pagefind") if packaged else "")
    return {**({"BENCH_PAGEFIND": program} if program else {}), **os.environ}


if __name__ == "__main__":
    main()
