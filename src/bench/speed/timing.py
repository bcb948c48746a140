"""Runs commands and tells what they cost."""

import math
import os
import signal
import statistics
import subprocess
import tempfile
import threading
import time


def spawn(command, env=None, cwd=None, limit=900, fine=(0, 1)):
    """Runs a command; gives its seconds, seconds of CPU with its children's, and its peak in MB.

    A command that takes longer than the limit is ended, and costs nothing that is known; nor does
    one that ends with another code than it may: what fails is quick.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=out, stderr=err,
            env={**os.environ, **(env or {})}, cwd=cwd, start_new_session=True,
        )
        late = threading.Event()

        def end():
            late.set()
            os.killpg(process.pid, signal.SIGKILL)

        timer = threading.Timer(limit, end)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if late.is_set():
            return {"unfinished": limit}
        if process.returncode not in fine:
            # The system ends what takes more memory than there is.
            if process.returncode == -signal.SIGKILL:
                return {"killed": True}
            for stream in (out, err):
                stream.seek(0)
            said = (out.read()[-1500:] + err.read()[-1500:]).decode(errors="replace")
            return {"failed": process.returncode, "said": said}
        out.seek(0)
        return {
            "wall": wall,
            "cpu": usage.ru_utime + usage.ru_stime,
            "peak": usage.ru_maxrss / 1024,
            "code": process.returncode,
            "lines": out.read().count(b"\n"),
        }


def output(command, env=None, cwd=None, limit=900):
    """What a command prints; one that fails is an error."""
    done = subprocess.run(
        [str(part) for part in command], env={**os.environ, **(env or {})}, cwd=cwd, timeout=limit,
        capture_output=True, text=True, check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{command} ended with {done.returncode}: {done.stdout[-800:]} {done.stderr[-800:]}")
    return done.stdout


def told(run):
    if "wall" not in run:
        if "failed" in run:
            return f"failed with {run['failed']}: {run['said'][-600:]}"
        return "unfinished" if "unfinished" in run else "killed for want of memory"
    return f"{run['wall']:.3f} s, {run['cpu']:.3f} s of CPU, {run['peak']:.0f} MB"


def values(runs, what):
    return [run[what] for run in runs if run and what in run]


def median(numbers):
    return statistics.median(numbers) if numbers else None


def exponent(points):
    """The slope of a line through the logarithms of sizes and costs, by least squares."""
    logs = [(math.log(size), math.log(cost)) for size, cost in points if cost and cost > 0]
    if len(logs) < 2:
        return None
    x, y = (statistics.fmean(axis) for axis in zip(*logs))
    return sum((a - x) * (b - y) for a, b in logs) / sum((a - x) ** 2 for a, _ in logs)
