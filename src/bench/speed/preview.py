"""What a policy pack adds to `pulumi preview`: without one, with Cutset's, and with one for Node."""

import pathlib
import re
import shutil
import zipfile

from timing import output, spawn, told

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[2]
ROUNDS = {20: 7, 500: 3, 5_000: 1}
CALLS = 20_000
# A stack that is previewed for the first time, and one that exists and of which all is known.
STACKS = ("new", "existing")


def preview(bench):
    env = prepared(bench)
    for size, rounds in ROUNDS.items():
        if size > bench.options.most:
            continue
        project = project_of(bench, env, size)
        for stack in STACKS:
            rounds_of(bench, env, project, size, stack, bench.options.rounds or rounds)
    analyze(bench)


def rounds_of(bench, env, project, size, stack, rounds):
    kept = bench.part("preview", size, stack).setdefault("rounds", [])
    if bench.options.fresh:
        kept.clear()
    packs = {"none": [], "cutset": ["--policy-pack", ROOT / "policies"],
             "node": ["--policy-pack", bench.to / "pack"]}
    pulumi = ["pulumi", "--cwd", project, "--stack", stack, "--non-interactive"]

    def once(who):
        # A pack that refuses the stack ends the preview with a code that is not zero.
        return spawn([*pulumi, "preview", *packs[who]],
                     env, limit=bench.options.limit, fine=(0,) if who == "none" else (0, 1, 255))

    left = range(len(kept), rounds)
    if left:
        if stack == "existing":
            # The state is written once, at the end, and not anew for each resource.
            at_once = {"PULUMI_EXPERIMENTAL": "true", "PULUMI_SKIP_CHECKPOINTS": "true"}
            output([*pulumi, "up", "--yes", "--skip-preview"], env | at_once, limit=bench.options.limit)
        # The launcher makes an archive of classes at its first use, once.
        once("cutset")
    for number in left:
        round_ = {}
        for who in packs:
            round_[who] = once(who)
            bench.say(f"preview of {size} resources, {stack}, round {number + 1}, {who}: {told(round_[who])}")
        kept.append(round_)
        bench.keep()


def prepared(bench):
    """A home of Pulumi's with the offline provider in the cloud's place, and the built program."""
    # The oldest: the Java SDK of Pulumi does not come to an end on the newest.
    jdk = list(bench.options.jdks.values())[0]
    env = bench.pulumi() | {"JAVA_HOME": jdk}
    env["PATH"] = f"{jdk}/bin:{env['PATH']}"
    if not (ROOT / "target/offline.classpath").exists():
        output([ROOT / "stacks/offline/build"], env)
    if not (bench.to / "pulumi/plugins").exists():
        output([ROOT / "stacks/offline/install", bench.to / "pulumi"], env)
    return env


def libraries():
    path = (ROOT / "target/offline.classpath").read_text().strip()
    jars = [pathlib.Path(entry) for entry in path.split(":") if entry.endswith(".jar")]
    # The SDK looks through all of them at its start; a program has that of its cloud only.
    return [jar for jar in jars if not re.search("/com/pulumi/(?!pulumi/|aws/)", str(jar))]


def project_of(bench, env, size):
    """A project with the program in it, built: several times faster to start than by Maven."""
    project = bench.to / f"program-{size}"
    settings = [project / f"Pulumi.{stack}.yaml" for stack in STACKS]
    if all(file.exists() and "bench:size" in file.read_text() for file in settings):
        return project
    shutil.rmtree(project, ignore_errors=True)
    classes = project / "target/classes"
    classes.mkdir(parents=True)
    shutil.copy(HERE / "program/Pulumi.yaml", project)
    path = ":".join(str(jar) for jar in libraries())
    output([f"{env['JAVA_HOME']}/bin/javac", "--release", "17", "-proc:none", "-nowarn", "-d", classes,
            "-cp", path, HERE / "program/App.java"])
    manifest = "Manifest-Version: 1.0\nMain-Class: bench.App\n" + folded(
        "Class-Path: classes/ " + " ".join(jar.as_uri() for jar in libraries()))
    with zipfile.ZipFile(project / "target/program.jar", "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", manifest + "\n")
    pulumi = ["pulumi", "--cwd", project]
    for stack in STACKS:
        spawn([*pulumi, "stack", "rm", "--yes", "--force", stack], env, fine=range(256))
        output([*pulumi, "stack", "init", stack], env)
        output([*pulumi, "--stack", stack, "config", "set", "size", str(size)], env)
    return project


def folded(line):
    """Lines of a manifest have at most 72 bytes."""
    parts = [line[:70]] + [" " + line[i : i + 69] for i in range(70, len(line), 69)]
    return "\n".join(parts)


def analyze(bench):
    """What one Analyze call costs in a pack that has served many."""
    found = bench.part("analyze")
    if found and not bench.options.fresh:
        return
    jdk = list(bench.options.jdks.values())[0]
    said = output([f"{jdk}/bin/java", "-cp", f"{bench.to / 'classes'}:{ROOT / 'target/cutset.jar'}", "dev.cutset.bench.speed.Analyze",
                   ROOT / "policies/mvn-cutset", CALLS], {"JAVA_HOME": jdk})
    found["micros"], found["empty"] = (float(word) for word in said.split())
    bench.say(f"an Analyze call: {found}")
    bench.keep()
