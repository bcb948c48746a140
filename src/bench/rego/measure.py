"""Measures what src/bench/rego/run has prepared, in rounds, and writes the table of a page.

In each round everything is measured once, one after the other, so that what the machine does beside
hits all alike; a ratio is made of the figures of one round, and shown as the median of the rounds with
the least and the most.
"""

import argparse
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import tempfile

SETS = {
    "cutset": "Cutset's policies, facts of a stack",
    "admission": "Kubernetes admission: redhat-cop/rego-policies",
    "terraform": "Terraform plan: fugue/regula",
    "authorization": "authorization: authzen of open-policy-agent/contrib",
}


def spawn(command):
    """Runs a command and gives its seconds of CPU, its seconds, its peak memory in MiB, its output."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        before = os.times().elapsed
        process = subprocess.Popen(command, stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        elapsed = os.times().elapsed - before
        out.seek(0)
        err.seek(0)
        if process.returncode != 0:
            raise RuntimeError(f"{command}: {out.read()[-2000:]} {err.read()[-2000:]}")
        text = out.read().decode()
    return usage.ru_utime + usage.ru_stime, elapsed, usage.ru_maxrss / 1024, text


class Warm:
    """A process that evaluates a set again and again when it is told to."""

    def __init__(self, command):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def nanos(self, way):
        self.process.stdin.write(way + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        return float(line) if line.strip() else None

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def entry(folder):
    return (folder / "entry").read_text().strip()


def sources(folder):
    lines = (folder / "sources").read_text().split("\n")[:-1]
    flags = [line for line in lines if line.startswith("--")]
    data = [line for line in lines if not line.startswith("--")]
    return flags + ["--ignore", "*_test.rego"] + [part for path in data for part in ("-d", path)]


def query(folder):
    return "data." + entry(folder).replace("/", ".")


def opa_warm(to, folder):
    """OPA as a library: a prepared query and a parsed input."""
    flags = sources(folder)
    version = "v0" if "--v0-compatible" in flags else "v1"
    data = [part for flag, part in zip(flags, flags[1:]) if flag == "-d"]
    return [to / "opa-warm", query(folder), folder / "input.json", version] + data


def java_warm(java, classes, folder):
    command = [java, "-cp", classes, "Warm", folder / "plan.tar.gz", entry(folder)]
    return command + [folder / "input.json", folder / "policy.wasm", folder / "data.json"]


def opa_eval(folder):
    return ["opa", "eval", "-f", "json", "-i", folder / "input.json"] + sources(folder) + [query(folder)]


def answer_of_opa(text):
    return json.loads(text)["result"][0]["expressions"][0]["value"]


def plain(value):
    """With numbers as Python compares them, and lists that may have been sets in one order."""
    if isinstance(value, list):
        return sorted((plain(each) for each in value), key=lambda each: json.dumps(each, sort_keys=True))
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return value


class Cold:
    """How to start one of ours, with an archive of its classes that was made before."""

    def __init__(self, jdk, libraries, to, folder):
        path = ":".join(sorted(str(jar) for jar in pathlib.Path(libraries).glob("*.jar")))
        self.java = [f"{jdk}/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
        archive = to / f"{folder.name}-{pathlib.Path(jdk).name}.jsa"
        arguments = [folder / "plan.tar.gz", entry(folder), folder / "input.json"]
        # A bundle's classes are all that a packed plan needs, too.
        spawn(self.java + ["-Xint", f"-XX:ArchiveClassesAtExit={archive}", "-cp", path, "Cold"] + arguments)
        self.java += [f"-XX:SharedArchiveFile={archive}", "-Xshare:auto", "-cp", path, "Cold"]
        self.ours = self.java + arguments
        self.packed = self.java + [folder / "plan.packed"] + arguments[1:] + [folder / "data.json"]


def spread(values, form="{:.1f}"):
    present = [value for value in values if value is not None]
    if not present:
        return "–"
    shown = [form.format(each) for each in (statistics.median(present), min(present), max(present))]
    return f"{shown[0]} ({shown[1]}–{shown[2]})"


def ratios(above, below):
    return [a / b if a and b else None for a, b in zip(above, below)]


def time(nanos):
    if not any(nanos):
        return "cannot"
    median = statistics.median(each for each in nanos if each)
    return f"{median / 1e3:.2f} µs" if median < 1e6 else f"{median / 1e6:.2f} ms"


def warm_rows(options, jdk, folders):
    rows = []
    for folder in folders:
        here = Warm(java_warm(f"{jdk}/bin/java", options.classes, folder))
        theirs = Warm(opa_warm(options.to, folder))
        figures = {"opa": [], "value": [], "text": [], "wasm": []}
        for way in ["value"] * 15 + ["text"] * 5 + ["wasm"] * 3:  # until it is compiled
            here.nanos(way)
        for _ in range(options.rounds):
            for way, measured in figures.items():
                measured.append((theirs if way == "opa" else here).nanos(way))
        here.end()
        theirs.end()
        rows.append(
            f"| {SETS[folder.name]} | {time(figures['value'])} | {time(figures['opa'])} "
            f"| {spread(ratios(figures['opa'], figures['value']))} "
            f"| {spread(ratios(figures['wasm'], figures['text']))} |"
        )
        print(rows[-1], file=sys.stderr)
    return rows


def cold_rows(options, jdk, to, folders):
    rows = []
    for folder in folders:
        cold = Cold(jdk, options.libraries, to, folder)
        wasm = [f"{jdk}/bin/java", "-cp", options.classes, "ColdWasm", folder / "policy.wasm"]
        wasm += [entry(folder), folder / "input.json", folder / "data.json"]
        theirs = spawn(opa_eval(folder))[3]
        assert plain(json.loads(spawn(cold.ours)[3])) == plain(answer_of_opa(theirs)), folder
        assert plain(json.loads(spawn(cold.packed)[3])) == plain(answer_of_opa(theirs)), folder
        commands = {"jvm": cold.java, "packed": cold.packed, "ours": cold.ours, "opa": opa_eval(folder), "wasm": wasm}
        figures = {name: [] for name in commands}
        broken = set()
        for _ in range(options.rounds):
            for name, command in commands.items():
                if name not in broken:
                    try:
                        figures[name].append(spawn(command)[:3])
                    except RuntimeError:
                        broken.add(name)

        def top(name):
            pairs = zip(figures[name], figures["jvm"])
            return spread([(mine[0] - jvm[0]) * 1000 for mine, jvm in pairs], "{:.0f}")

        def part(name, index, form):
            return "cannot" if name in broken else spread([each[index] for each in figures[name]], form)

        rows.append(
            f"| {SETS[folder.name]} | {top('packed')} | {top('ours')} "
            f"| {part('ours', 0, '{:.2f}')} | {part('opa', 0, '{:.2f}')} | {part('wasm', 0, '{:.2f}')} "
            f"| {part('ours', 2, '{:.0f}')} | {part('opa', 2, '{:.0f}')} | {part('wasm', 2, '{:.0f}')} |"
        )
        print(rows[-1], file=sys.stderr)
    return rows


def version(jdk):
    said = subprocess.run([f"{jdk}/bin/java", "-version"], capture_output=True, text=True).stderr
    return re.search(r'"([^"]*)"', said).group(1)


def processor():
    info = pathlib.Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.*)", info.read_text()) if info.exists() else None
    return found.group(1).strip() if found else platform.processor()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--to", type=pathlib.Path)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--jdks", nargs=2)
    parser.add_argument("--libraries")
    parser.add_argument("--classes")
    parser.add_argument("--page", type=pathlib.Path)
    options = parser.parse_args()
    folders = [options.to / "sets" / name for name in SETS]
    opa = re.search(r"Version: (\S+)", spawn(["opa", "version"])[3]).group(1)
    lines = [
        f"Measured by `src/bench/rego/run` in {options.rounds} rounds, with opa {opa} and opa-java-wasm 1.0.4, "
        f"on {os.cpu_count()} cores of {processor()}.",
        "Times are of CPU, of the whole process; shown is the median of the rounds, in brackets the least and the "
        "most. Warm, the input was read before, and OPA is its Go library with a prepared query.",
    ]
    for jdk in options.jdks:
        lines += [
            "",
            f"An evaluation in a warm process, JDK {version(jdk)}:",
            "",
            "| policies | here | OPA | OPA's time ÷ time here | opa-java-wasm's ÷ time here, texts in and out |",
            "|---|---|---|---|---|",
        ]
        lines += warm_rows(options, jdk, folders)
    for jdk in options.jdks:
        lines += [
            "",
            f"A process for one evaluation, JDK {version(jdk)} with an archive of the classes:",
            "",
            "| policies | CPU on top of the JVM's, ms: packed plan | bundle | CPU here (bundle), s | `opa eval` | opa-java-wasm "
            "| peak MiB here | `opa eval` | opa-java-wasm |",
            "|---|---|---|---|---|---|---|---|---|",
        ]
        lines += cold_rows(options, jdk, options.to, folders)
    begin, end = "<!-- measured -->", "<!-- end of measured -->"
    page = options.page.read_text()
    start = page.index(begin) + len(begin)
    options.page.write_text(page[:start] + "\n" + "\n".join(lines) + "\n" + page[page.index(end) :])


main()
