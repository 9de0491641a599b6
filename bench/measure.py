"""What one run of a command costs: time on the clock, time of the processors, memory, and how fast the machine is meanwhile."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# How often memory is looked at, in seconds.
STEP = 0.05


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock, seconds of the processors, MiB at the peak; the last two with all processes that the command starts."""

    wall: float
    cpu: float
    memory: float = 0


def cost(command: list[str], folder: Path, **environment: str) -> Cost:
    """Run a command, from its start to its exit. Ends this program with its output where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    peak = Peak(process.pid)
    with process.stdout as output:
        said = output.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    memory = peak.stop() or used.ru_maxrss / 1024
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command}\n{said.decode(errors='replace')[-2000:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, memory)


class Peak(threading.Thread):
    """The most memory that a process and its descendants hold together, in MiB: the sum of their proportional shares (PSS).

    A page that forked processes share counts once. Where a system does not tell (it is in Linux' /proc), the peak is 0.
    """

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process, self.most, self.ended = process, 0.0, threading.Event()
        self.start()

    def run(self) -> None:
        while not self.ended.wait(STEP):
            self.most = max(self.most, sum(map(_share, family(self.process))))

    def stop(self) -> float:
        """The peak."""
        self.ended.set()
        self.join()
        return self.most


def family(process: int) -> list[int]:
    """A process with its descendants."""
    try:
        children = [int(child) for file in Path(f"/proc/{process}/task").glob("*/children") for child in file.read_text().split()]
    except OSError:  # it ended
        return [process]
    return [process, *(member for child in children for member in family(child))]


def _share(process: int) -> float:
    try:
        found = re.search(r"(?m)^Pss: +(\d+) kB", Path(f"/proc/{process}/smaps_rollup").read_text())
    except OSError:
        return 0
    return int(found[1]) / 1024 if found else 0


def machine() -> Cost:
    """What a fixed piece of work costs now. Dividing by it makes figures of two machines, or of two hours, comparable."""
    start, used = time.perf_counter(), time.process_time()
    for turn in range(60):
        text = json.dumps([{"name": f"Counter {number}", "texts": [f"line {number + turn}"] * 5} for number in range(300)])
        words = re.findall(r"\w+", text)
        sorted({word: len(word) for word in words}.items())
        "".join(word.replace("n", "m").title() for word in words)
    return Cost(time.perf_counter() - start, time.process_time() - used)


def until(happens: Callable[[], bool], most: float = 240) -> float:
    """The seconds until something happens. Ends this program where it does not."""
    start = time.perf_counter()
    while not happens():
        if time.perf_counter() - start > most:
            sys.exit(f"nothing happened for {most} seconds")
        time.sleep(0.01)
    return time.perf_counter() - start
