"""Writes what was measured between the marks of docs/performance.md.

    page.py RESULTS PAGE
"""

import json
import pathlib
import sys

from timing import exponent, median, values

NAMES = {"conftest": "conftest", "opa": "`opa eval`", "pack": "Node pack", "checkov": "Checkov"}
# What was set out for: at most so much of conftest's wall time, and so many MB.
TARGETS = {
    ("20", "17"): (1.5, None), ("20", "25"): (1.2, None), ("1000", None): (0.4, 80),
    ("10000", None): (0.15, 120), ("100000", None): (0.08, 300), ("1000000", None): (None, 2000),
}
CHECKOV_TARGETS = {"20": 1 / 35, "10000": 1 / 400}
GROWTH_TARGETS = {("10000", "100000"): 9, ("100000", "1000000"): 11}


def spread(numbers, form="{:.2f}"):
    """The median, and in brackets the least and the most."""
    if not numbers:
        return "–"
    shown = form.format(median(numbers))
    if len(numbers) == 1:
        return shown
    return f"{shown} ({form.format(min(numbers))}–{form.format(max(numbers))})"


def count(size):
    return f"{int(size):,}"


def seconds(value):
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def cell(runs):
    """Wall time, CPU and memory of the runs of one."""
    if not runs:
        return "–"
    walls = values(runs, "wall")
    if not walls:
        first = runs[0]
        if "failed" in first:
            return f"failed ({first['failed']})"
        return f"not done in {first['unfinished']} s" if "unfinished" in first else "out of memory"
    return f"{seconds(median(walls))} s, {seconds(median(values(runs, 'cpu')))} s, {median(values(runs, 'peak')):.0f} MB"


def of(rounds, who):
    return [each[who] for each in rounds if who in each]


def ratios(rounds, who, other, what="wall"):
    pairs = [(each.get(who, {}).get(what), each.get(other, {}).get(what)) for each in rounds]
    return [a / b for a, b in pairs if a and b]


def met(value, target):
    return "" if value is None or target is None else " ✓" if value <= target else " ✗"


def costs(results):
    lines = [
        "| resources | rounds | conftest | `opa eval` | Node pack | Checkov | Cutset, JDK 17 | Cutset, JDK 25 |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for size, compared in sorted(results.items(), key=lambda each: int(each[0])):
        rounds = compared["rounds"]
        cells = [cell(of(rounds, who)) for who in (*NAMES, "cutset-17", "cutset-25")]
        lines.append(f"| {count(size)} | {len(rounds)} | {' | '.join(cells)} |")
    return lines


def against(results):
    lines = [
        "| resources | JDK | wall ÷ conftest's | set out for | tokens alone ÷ conftest's | CPU ÷ conftest's "
        "| wall ÷ `opa eval`'s | wall ÷ Node pack's | wall ÷ Checkov's | peak memory | set out for |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for size, compared in sorted(results.items(), key=lambda each: int(each[0])):
        rounds = compared["rounds"]
        for jdk in ("17", "25"):
            who = f"cutset-{jdk}"
            peak = median(values(of(rounds, who), "peak"))
            if peak is None:
                continue
            ratio, most = TARGETS.get((size, jdk)) or TARGETS.get((size, None), (None, None))
            walls = ratios(rounds, who, "conftest")
            tokens = ratios(rounds, f"tokens-{jdk}", "conftest")
            checkov = ratios(rounds, who, "checkov")
            aim = CHECKOV_TARGETS.get(size)
            cells = [
                spread(walls) + met(median(walls), ratio),
                f"≤ {ratio}" if ratio else "–",
                spread(tokens, "{:.3f}") + met(median(tokens), ratio),
                spread(ratios(rounds, who, "conftest", "cpu")),
                spread(ratios(rounds, who, "opa")),
                spread(ratios(rounds, who, "pack"), "{:.3f}"),
                spread(checkov, "{:.4f}")
                + (f", ≤ 1/{round(1 / aim)}{met(median(checkov), aim)}" if aim and checkov else ""),
                f"{peak:.0f} MB{met(peak, most)}",
                f"≤ {most} MB" if most else "–",
            ]
            lines.append(f"| {count(size)} | {jdk} | {' | '.join(cells)} |")
    return lines


def steps(results):
    lines = ["| from | to | JDK | wall grows | set out for |", "|---|---|---|---|---|"]
    for (small, large), most in GROWTH_TARGETS.items():
        for jdk in ("17", "25"):
            walls = [
                median(values(of(results.get(size, {"rounds": []})["rounds"], f"cutset-{jdk}"), "wall"))
                for size in (small, large)
            ]
            if all(walls):
                grown = walls[1] / walls[0]
                lines.append(f"| {count(small)} | {count(large)} | {jdk} | {grown:.1f} ×{met(grown, most)} | ≤ {most} × |")
    return lines if len(lines) > 2 else []


def growth(grown):
    """The exponent is of the CPU on top of what a stack of twenty costs: of the work, not of the start."""
    sizes = sorted({int(size) for each in grown.values() for size in each if size != "20"})
    lines = [
        f"| shape | {' | '.join(count(size) for size in sizes)} | exponent |",
        "|---" * (len(sizes) + 2) + "|",
    ]
    for shape, each in grown.items():
        start = median(values(each.get("20", {"runs": []})["runs"], "cpu")) or 0
        points = []
        for size, measured in each.items():
            cpu = median(values(measured["runs"], "cpu"))
            if size != "20" and cpu and cpu > start:
                points.append((int(size), cpu - start))
        slope = exponent(points)
        cells = []
        for size in sizes:
            runs = each.get(str(size), {"runs": []})["runs"]
            walls = values(runs, "wall")
            cells.append(f"{seconds(median(walls))} s, {median(values(runs, 'peak')):.0f} MB" if walls else cell(runs))
        lines.append(f"| {shape} | {' | '.join(cells)} | {f'{slope:.2f}' if slope else '–'} |")
    return lines


def reading(found):
    lines = ["| file | MB | tokens alone, cold | reading ÷ that | tokens, warm | reading ÷ that |", "|---|---|---|---|---|---|"]
    for key, each in found.items():
        form, size = key.split()
        row = [f"{form}, {count(size)} resources", f"{each['bytes'] / 1e6:.0f}"]
        for way in ("first", "warm"):
            tokens = values(each["tokens"], way)
            pairs = [b / a for a, b in zip(tokens, values(each["read"], way))]
            row += [f"{seconds(median(tokens))} s", spread(pairs)]
        lines.append(f"| {' | '.join(row)} |")
    return lines


def deeper(found):
    lines = ["| stack | check | pairs of failures | exact availability |", "|---|---|---|---|"]
    stacks = dict.fromkeys(tuple(key.split()[:2]) for key in found)
    for shape, size in stacks:
        cells = []
        for name in ("check", "pairs", "availability"):
            run = found.get(f"{shape} {size} {name}")
            cells.append("refused as too large" if run and run.get("code") == 2 else cell([run] if run else []))
        lines.append(f"| {shape}, {count(size)} | {' | '.join(cells)} |")
    return lines


def preview(found):
    lines = [
        "| resources | stack | preview without a pack | with Cutset's | with the Node pack | Cutset adds | the Node pack adds "
        "| Cutset's ÷ the Node pack's, set out for ≤ 0.33 |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for size, stacks in sorted(found.items(), key=lambda each: int(each[0])):
        for stack, measured in stacks.items():
            lines.append(f"| {count(size)} | {stack} | {' | '.join(previewed(measured['rounds']))} |")
    return lines


def previewed(rounds):
    packs = ("none", "cutset", "node")
    whole = [each for each in rounds if all("wall" in each.get(one, {}) for one in packs)]
    added = {who: [each[who]["wall"] - each["none"]["wall"] for each in whole] for who in ("cutset", "node")}
    shares = [a / b for a, b in zip(added["cutset"], added["node"]) if b > 0]
    return [
        *(cell(of(rounds, who)) for who in packs),
        *(spread(added[who]) + " s" for who in ("cutset", "node")),
        f"{spread(shares)}{met(median(shares), 1 / 3)}",
    ]


def section(title, text, lines):
    return ["", f"## {title}", "", text, "", *lines] if lines else []


def write(results):
    machine = results["machine"]
    jdks = " and ".join(f"{version}" for version in machine["jdks"].values())
    lines = [
        f"Measured on {machine['date']} on {machine['cores']} cores of {machine['processor']} with "
        f"{machine['memory']} GB, {machine['system']}, JDKs {jdks}.",
    ]
    compared = results.get("compare", {})
    if compared:
        lines += section(
            "Beside others",
            "Wall time, CPU and peak memory of the whole process, cold; the median of the rounds.",
            costs(compared),
        )
        lines += [
            "", "Ratios are of figures of the same round: the median, in brackets the least and the most. What is met is "
            "marked ✓, what is not ✗. *Tokens alone* is a JVM with Cutset's options and an archive of its own that turns the same "
            "plan into Jackson's tokens and does nothing else.", "", *against(compared),
        ]
        lines += ["", *steps(compared)]
    lines += section(
        "Growth",
        "Wall time and peak memory on the newest JDK, and the exponent of the CPU on top of what a stack of twenty costs.",
        growth(results["growth"]) if results.get("growth") else [],
    )
    lines += section(
        "Reading",
        "Seconds that Jackson takes to turn the file into tokens, and how many times that reading the stack takes, "
        "in a process of its own and after many times.",
        reading(results["reading"]) if results.get("reading") else [],
    )
    lines += section(
        "More than one failure",
        "Wall time, CPU and peak memory on the newest JDK.",
        deeper(results["deeper"]) if results.get("deeper") else [],
    )
    lines += section(
        "In `pulumi preview`",
        "Wall time, CPU and the memory of the largest process; what is added is of the same round. Of a new stack hardly "
        "anything is known, so Cutset runs the program once more beside the engine; of an existing one all is known.",
        preview(results["preview"]) if results.get("preview") else [],
    )
    if results.get("analyze"):
        lines += ["", "Of that, Cutset's answer to one `Analyze` call, of which there is one a resource, takes "
                  f"{results['analyze']['micros']:.0f} µs in a warm pack, the call itself included."]
    took = results.get("took", {})
    lines += ["", "Measuring took " + ", ".join(f"{max(1, round(s / 60))} min for {part}" for part, s in took.items()) + "."]
    return lines


def main():
    results = json.loads(pathlib.Path(sys.argv[1]).read_text())
    page = pathlib.Path(sys.argv[2])
    text = page.read_text()
    begin, end = "<!-- measured -->", "<!-- end of measured -->"
    start = text.index(begin) + len(begin)
    page.write_text(text[:start] + "\n" + "\n".join(write(results)) + "\n" + text[text.index(end) :])


if __name__ == "__main__":
    main()
