"""Measures Cutset beside its peers, and how its cost grows; src/bench/speed/run has prepared it.

In a round everything is run once, one after the other, so that what the machine does beside hits all
alike; a ratio is made of figures of the same round. Each round is kept in results.json as soon as it is
done: started again, it goes on where it was. What was measured with another build of Cutset is dropped.
"""

import argparse
import datetime
import hashlib
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import time

from preview import preview
from timing import output, spawn, told

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[2]
CHECKOV = (
    "CKV_AWS_21,CKV_AWS_28,CKV_AWS_115,CKV_AWS_116,CKV_AWS_133,CKV_AWS_134,CKV_AWS_138,CKV_AWS_152,"
    "CKV_AWS_157,CKV_AWS_165,CKV_AWS_261,CKV_AWS_310,CKV_AWS_318,CKV_AWS_326,CKV_AWS_343,CKV_AWS_360,"
    "CKV_AWS_361,CKV_AWS_394,CKV2_AWS_8,CKV2_AWS_9,CKV2_AWS_15,CKV2_AWS_16,CKV2_AWS_18,CKV2_AWS_23,"
    "CKV2_AWS_35,CKV2_AWS_50,CKV2_AWS_59"
)
# Rounds by size; beyond the slow ones' the peers that take minutes are left out of a round.
ROUNDS = {20: 15, 1_000: 9, 10_000: 5, 100_000: 2, 1_000_000: 1}
SLOW_ROUNDS = {20: 3, 1_000: 2, 10_000: 1}
SLOW = ("pack", "checkov")
PEERS = ("conftest", "opa", "pack", "checkov")
MILLION = 1_000_000
# A heap that keeps the whole process below 2 GB.
LARGE_HEAP = "-Xmx1500m"
# How far each shape is taken; the answer of the last two is as long as the square of their size.
GROWTH = {
    "web": 1_000_000, "wide": 1_000_000, "entries": 1_000_000, "shared": 1_000_000,
    "dense": 100_000, "deep": 1_000, "worst": 1_000,
}
GROWTH_SIZES = (1_000, 10_000, 100_000, 1_000_000)
SMALLER_SIZES = (100, 300, 1_000)


class Bench:
    """What was prepared, where the results are kept, and the stacks that are there meanwhile."""

    def __init__(self, options):
        self.options = options
        self.to = options.to
        self.file = self.to / "results.json"
        self.results = json.loads(self.file.read_text()) if self.file.exists() else {}
        jar = hashlib.sha256((ROOT / "target/cutset.jar").read_bytes()).hexdigest()[:16]
        if self.results.get("jar") not in (None, jar):
            self.say("Cutset was built anew: what was measured with the old one is dropped")
            self.results = {}
        self.results |= {"jar": jar, "machine": machine(options)}
        self.stacks = {}
        for left in self.to.glob("*.*.json"):
            left.unlink()  # of a run that was ended
        self.warm = set()

    def say(self, text):
        print(f"{datetime.datetime.now():%H:%M:%S} {text}", file=sys.stderr, flush=True)

    def keep(self):
        part = self.file.with_suffix(".part")
        part.write_text(json.dumps(self.results, indent=1))
        part.replace(self.file)

    def part(self, *path):
        """A place in the results, as a dictionary."""
        place = self.results
        for key in path:
            place = place.setdefault(str(key), {})
        return place

    def stack(self, shape, size, form):
        name = self.to / f"{shape}-{size}.{form}.json"
        if name not in self.stacks:
            self.say(f"making {name.name}")
            output(["java", f"-Dkinds={HERE.parent}/stacks/kinds.txt", "-cp", self.to / "classes",
                    "dev.cutset.bench.stacks.MakeStack", shape, size, form, name])
            self.stacks[name] = name.stat().st_size
        return name

    def drop(self, *but):
        """Large stacks do not stay: a million resources are more than two gigabytes."""
        for name in [name for name in self.stacks if name not in but]:
            name.unlink(missing_ok=True)
            del self.stacks[name]

    def cutset(self, jdk, *arguments, opts="", limit=900, fine=(0, 1)):
        env = {"JAVA_HOME": self.options.jdks[jdk], "CUTSET_JAVA_OPTS": opts}
        if jdk not in self.warm:  # the first runs on a JDK make what the others start faster with
            for _ in range(2):
                spawn([ROOT / "cutset", "check", ROOT / "stacks/ladder/1-single-server/preview.json"], env)
            self.warm.add(jdk)
        return spawn([ROOT / "cutset", *arguments], env, limit=limit, fine=fine)

    def tokens(self, jdk, plan, limit):
        """A JVM that starts as fast as Cutset's and turns the plan into tokens, and nothing else."""
        java = f"{self.options.jdks[jdk]}/bin/java"
        jar = self.to / "tokens.jar"
        common = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xlog:disable"]
        what = ["-cp", f"{jar}:{ROOT / 'target/cutset.jar'}", "dev.cutset.bench.speed.Tokens"]
        archive = self.to / f"tokens-{jdk}.jsa"
        newer = int(jdk) >= 24
        if jar not in self.warm:
            output(["jar", "cf", jar, "-C", self.to / "classes", "dev/cutset/bench/speed/Tokens.class"])
            self.warm.add(jar)
        if archive not in self.warm:
            if newer:
                conf = archive.with_suffix(".conf")
                output([java, *common, "-XX:AOTMode=record", f"-XX:AOTConfiguration={conf}", *what, plan])
                output([java, *common, "-XX:AOTMode=create", f"-XX:AOTConfiguration={conf}",
                        f"-XX:AOTCache={archive}", *what[:2]])
            else:
                output([java, *common, f"-XX:ArchiveClassesAtExit={archive}", *what, plan])
            self.warm.add(archive)
        fast = f"-XX:AOTCache={archive}" if newer else f"-XX:SharedArchiveFile={archive}"
        return spawn([java, *common, fast, *what, plan], limit=limit)

    def pulumi(self):
        return {
            "PATH": f"{self.to / 'pack'}{os.pathsep}{os.environ['PATH']}",
            "PULUMI_HOME": str(self.to / "pulumi"), "PULUMI_BACKEND_URL": f"file://{self.to / 'pulumi'}",
            "PULUMI_CONFIG_PASSPHRASE": "bench", "PULUMI_SKIP_UPDATE_CHECK": "true",
            "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",
        }

    def run(self, who, size):
        limit = self.options.limit
        plan = self.stack("web", size, "plan")
        if who.startswith("cutset-"):
            opts = LARGE_HEAP if size >= MILLION else ""
            return self.cutset(who.removeprefix("cutset-"), "check", plan, opts=opts, limit=limit)
        if who.startswith("tokens-"):
            return self.tokens(who.removeprefix("tokens-"), plan, limit)
        if who == "conftest":
            return spawn([self.to / "bin/conftest", "test", "-p", HERE / "conftest", plan], limit=limit)
        if who == "opa":
            return spawn(["opa", "eval", "-f", "json", "-d", HERE / "conftest", "-i", plan,
                          "data.main.deny"], limit=limit)
        if who == "checkov":
            return spawn([self.to / "venv/bin/checkov", "-f", plan, "--framework", "terraform_plan",
                          "--compact", "--quiet", "--check", CHECKOV], limit=limit)
        return spawn(["pulumi", "policy", "analyze", "--policy-pack", self.to / "pack", "--file",
                      self.stack("web", size, "state")], self.pulumi(), cwd=self.to / "pack", limit=limit)


def compare(bench):
    options = bench.options
    for size in options.sizes:
        runners = [f"{who}-{jdk}" for jdk in options.jdks for who in ("cutset", "tokens")]
        if size < MILLION:
            runners = [peer for peer in options.peers if peer not in SLOW] + runners
        slow = [peer for peer in SLOW if peer in options.peers and size in SLOW_ROUNDS]
        rounds = bench.part("compare", size).setdefault("rounds", [])
        if options.fresh:
            rounds.clear()
        wanted = options.rounds or ROUNDS.get(size, 1)
        for number in range(wanted):
            now = runners + (slow if number < SLOW_ROUNDS.get(size, 0) else [])
            done = rounds[number] if number < len(rounds) else {}
            if all(who in done for who in now):
                continue
            # A round is whole or measured anew: its ratios are of figures next to each other.
            keep = {} if any(who not in done for who in runners) else done
            for who in [who for who in now if who not in keep]:
                keep[who] = bench.run(who, size)
                bench.say(f"{size} resources, round {number + 1} of {wanted}, {who}: {told(keep[who])}")
            rounds[number : number + 1] = [keep]
            bench.part("compare", size)["bytes"] = bench.stack("web", size, "plan").stat().st_size
            bench.keep()
        bench.drop()


def growth(bench):
    jdk = list(bench.options.jdks)[-1]
    for shape, most in GROWTH.items():
        grown = bench.part("growth", shape)
        if bench.options.fresh:
            grown.clear()
        for size in (20, *(GROWTH_SIZES if most > 1_000 else SMALLER_SIZES)):
            if size > min(most, bench.options.most) or str(size) in grown:
                continue
            stack = bench.stack(shape, size, "plan")
            opts = LARGE_HEAP if size >= MILLION else ""
            times = 3 if size <= 10_000 else 1
            runs = [bench.cutset(jdk, "check", stack, opts=opts, limit=bench.options.limit) for _ in range(times)]
            grown[str(size)] = {"runs": runs, "bytes": stack.stat().st_size}
            bench.say(f"{shape}, {size} resources: {told(runs[-1])}")
            bench.keep()
            bench.drop()


def deeper(bench):
    """What is asked for on request: pairs of failures, and exact availability."""
    jdk = list(bench.options.jdks)[-1]
    found = bench.part("deeper")
    if bench.options.fresh:
        found.clear()
    asked = {"check": ["check"], "pairs": ["chaos", "--pairs"], "availability": ["availability"]}
    for shape in ("web", "shared", "dense"):
        for size in (1_000, 5_000):
            for name, command in asked.items():
                key = f"{shape} {size} {name}"
                if key not in found:
                    # Code 2 is an honest "too large".
                    stack = bench.stack(shape, size, "plan")
                    found[key] = bench.cutset(jdk, *command, stack, limit=60, fine=(0, 1, 2))
                    bench.say(f"{key}: {told(found[key])}")
                    bench.keep()
    bench.drop()


def reading(bench):
    """Reading a stack beside turning the same file into tokens, each in a process of its own, then warm."""
    found = bench.part("reading")
    if bench.options.fresh:
        found.clear()
    for form in ("plan", "state", "preview"):
        for size in (10_000, 100_000):
            key = f"{form} {size}"
            if key in found or size > bench.options.most:
                continue
            stack = bench.stack("web", size, form)
            ways = {}
            for way in ("tokens", "read") * (3 if size < 100_000 else 1):
                java = [f"{list(bench.options.jdks.values())[-1]}/bin/java", "-XX:+UseSerialGC"]
                path = f"{bench.to / 'classes'}:{ROOT / 'target/cutset.jar'}"
                said = output([*java, "-XX:TieredStopAtLevel=1", "-cp", path,
                               "dev.cutset.bench.speed.Reading", way, "1", stack])
                ways.setdefault(way, []).append({"first": float(said.split()[0])})
                said = output([*java, "-cp", path, "dev.cutset.bench.speed.Reading", way,
                               "8" if size < 100_000 else "4", stack])
                ways[way][-1]["warm"] = min(float(word) for word in said.split())
            found[key] = {"bytes": stack.stat().st_size, **ways}
            bench.say(f"reading {key}: {ways}")
            bench.keep()
            bench.drop()


def machine(options):
    info = pathlib.Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.*)", info.read_text()) if info.exists() else None
    versions = {}
    for name, jdk in options.jdks.items():
        said = subprocess.run([f"{jdk}/bin/java", "-version"], capture_output=True, text=True, check=True).stderr
        versions[name] = re.search(r'"([^"]*)"', said).group(1)
    pages = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "processor": found.group(1).strip() if found else platform.processor(),
        "cores": os.cpu_count(),
        "memory": round(pages / 2**30),
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "jdks": versions,
        "date": datetime.date.today().isoformat(),
    }


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    numbers = lambda text: [int(part.replace("_", "")) for part in text.split(",")]
    parser.add_argument("--to", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--jdks", type=json.loads, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--jdk", help="only this of the JDKs, by its number")
    parser.add_argument("--parts", default="compare,growth,reading,deeper,preview",
                        help="what to measure, of compare, growth, reading, deeper, preview")
    parser.add_argument("--sizes", type=numbers, default=list(ROUNDS), help="resources, to compare at")
    parser.add_argument("--peers", default=",".join(PEERS), help="whom to compare with; `none` for nobody")
    parser.add_argument("--rounds", type=int, help="how often, instead of what suits the size")
    parser.add_argument("--most", type=int, default=MILLION, help="resources, in what is not compared")
    parser.add_argument("--limit", type=int, default=600, help="seconds, after which a run is ended")
    parser.add_argument("--fresh", action="store_true", help="measure anew what was measured before")
    options = parser.parse_args()
    options.peers = [] if options.peers == "none" else options.peers.split(",")
    unknown = set(options.peers) - set(PEERS)
    if unknown:
        parser.error(f"no such peers: {', '.join(sorted(unknown))}")
    if options.jdk:
        options.jdks = {name: jdk for name, jdk in options.jdks.items() if name == options.jdk}
        if not options.jdks:
            parser.error(f"no JDK {options.jdk} here")
    return options


def main():
    options = arguments()
    bench = Bench(options)
    parts = {"compare": compare, "growth": growth, "reading": reading, "deeper": deeper, "preview": preview}
    try:
        for name in options.parts.split(","):
            began = time.monotonic()
            parts[name](bench)
            took = bench.part("took")
            took[name] = max(took.get(name, 0), round(time.monotonic() - began))
            bench.say(f"{name} took {time.monotonic() - began:.0f} s")
            bench.keep()
    finally:
        bench.drop()


if __name__ == "__main__":
    main()
