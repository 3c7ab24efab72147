"""``make bench``: what a team costs, stage by stage, against PyYAML's loader on the same files in the same run.

The stages take turns every few teams, so that a machine that slows down slows them all; what is counted
is the time the processor gave us, and a figure is the median of the rounds. Then whole builds by the
command line, each in a process of its own, by the clock on the wall.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from tests.benchmarks.generate import AS_OF, write_records
from tests.benchmarks.stages import BASE, LABELS, PAGE, READ, Stages

TARGETS = {READ: 0.6, PAGE: 1.5}
"""At most so many times what CSafeLoader takes for the same files."""
TURN = 10
"""So many teams before the next stage has its turn."""


def main() -> int:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measures the build.")
    parser.add_argument("--teams", type=int, default=1000, help="teams of the whole builds (default 1000)")
    parser.add_argument("--reports", type=int, default=1, help="reports of each team (default 1)")
    parser.add_argument("--sample", type=int, default=100, help="teams measured stage by stage (default 100)")
    parser.add_argument("--rounds", type=int, default=9, help="rounds of the stages (default 9)")
    args = parser.parse_args()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        scratch = Path(folder)
        print(
            f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}, files in {scratch.parent}"
        )
        write_records(scratch / "sample", args.sample, args.reports)
        print(
            f"\n{args.sample} teams with {args.reports} report(s) each, one core, processor time, median of {args.rounds} rounds:"
        )
        _print_stages(_rounds(Stages(scratch / "sample"), scratch / "out", args.rounds), args.sample)
        print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        write_records(scratch / "data", args.teams, args.reports)
        print(f"\nmingzhang build, {args.teams} teams:")
        for jobs in (1, 2):
            seconds, megabytes = _build(scratch / "data", scratch / f"site-{jobs}", jobs)
            files, size = _weight(scratch / f"site-{jobs}")
            print(
                f"  --jobs {jobs}: {seconds:6.2f} s, {args.teams / seconds:6.0f} teams/s, "
                f"largest process {megabytes:.0f} MB, {files} files, {size / 1e6:.0f} MB"
            )
    return 0


def _rounds(stages: Stages, scratch: Path, rounds: int) -> list[list[float]]:
    """Seconds per team of every stage, one list a round; the first round only warms up."""
    found: list[list[float]] = []
    for _ in range(rounds + 1):
        steps = stages.begin(scratch)
        times = [0.0] * len(steps)
        for first in range(0, len(stages.units), TURN):
            for number, step in enumerate(steps):
                start = process_time()
                for unit in stages.units[first : first + TURN]:
                    step(unit)
                times[number] += process_time() - start
            stages.forget()
        found.append([seconds / len(stages.units) for seconds in times])
        shutil.rmtree(scratch)
    return found[1:]


def _print_stages(rounds: list[list[float]], teams: int) -> None:
    print(f"  {'':46} {'µs/team':>8} {'teams/s':>8} {'× (a)':>6}  target")
    for stage, label in enumerate(LABELS):
        seconds = median(times[stage] for times in rounds)
        ratio = median(times[stage] / times[BASE] for times in rounds)
        target = TARGETS.get(stage)
        words = "" if target is None else f"≤ {target}  {'met' if ratio <= target else 'MISSED'}"
        print(f"  {label:46} {seconds * 1e6:8.0f} {1 / seconds:8.0f} {ratio:6.2f}  {words}".rstrip())


def _build(data: Path, output: Path, jobs: int) -> tuple[float, float]:
    """Seconds of one build by the command line, and the megabytes of its largest process."""
    command = [sys.executable, "-P", "-m", "generator.cli", "build", "--data", str(data), "--output", str(output)]
    command += ["--as-of", AS_OF.isoformat(), "--jobs", str(jobs)]
    start = perf_counter()
    silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=silence)
    _, status, usage = os.wait4(pid, 0)
    if status:
        message = f"the build with {jobs} job(s) ended with status {os.waitstatus_to_exitcode(status)}"
        raise SystemExit(message)
    return perf_counter() - start, usage.ru_maxrss / 1024


def _weight(folder: Path) -> tuple[int, int]:
    """How many files, and how many bytes."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


if __name__ == "__main__":
    sys.exit(main())
