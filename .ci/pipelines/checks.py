"""Runs the ready pipelines on a stack that is to be refused, one that is to pass, and none.

    python3 checks.py CUTSET SCRATCH GROOVY_JAR

CUTSET is a clone of Cutset. Says what was run, and ends with 1 at the first that is not as it has to be.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree

import systems

CUTSET, SCRATCH, GROOVY = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
PIPELINES = CUTSET / "src/pipelines"
JAVA_HOME = os.environ["JAVA_HOME"]
LADDER = CUTSET / "stacks/ladder"
# A name that would do something wherever it became part of a script.
HOSTILE = "in$(touch pwned)`touch pwned`;touch pwned;' fra"
BLOCKED = HOSTILE + "/preview.json"
PASSING = "passing/preview.json"


def expect(truth, what, result=None):
    if not truth:
        if result is not None:
            print(result.said)
        sys.exit(f"pipelines: {what}")


def project(name):
    """The repository of somebody who uses Cutset, as it is checked out."""
    folder = SCRATCH / name
    for stack, preview in ((HOSTILE, "1-single-server"), ("passing", "6-several-zones")):
        (folder / stack).mkdir(parents=True)
        shutil.copy(LADDER / preview / "preview.json", folder / stack)
    return folder


def environment(name):
    return systems.clean_environment(SCRATCH / name / "home", JAVA_HOME)


def no_injection(folder):
    found = [path for path in SCRATCH.rglob("pwned")]
    expect(not found, f"a name was run: {found}")


def junit_failures(file):
    return int(xml.etree.ElementTree.parse(file).find(".//testsuite").get("failures"))


def same_build(result):
    expect("building" not in result.said, "it was built again", result)


# --- GitHub Actions ---


class GitHub:
    """GitHub, as far as the action sees of it."""

    def __init__(self, name):
        self.folder = project(name)
        self.checkout = SCRATCH / name / "_actions/cutset"
        self.bin = SCRATCH / name / "bin"
        self.bin.mkdir()
        self.calls = SCRATCH / name / "gh-calls"
        self.cached = None
        self.uploads = []
        shutil.copy(pathlib.Path(__file__).parent / "gh", self.bin / "gh")
        self.new_checkout()

    def new_checkout(self):
        """As a runner gets it: all files of the same time, nothing built."""
        shutil.rmtree(self.checkout, ignore_errors=True)
        self.checkout.mkdir(parents=True)
        subprocess.run(
            f"git -C '{CUTSET}' archive HEAD | tar -x -m -C '{self.checkout}'", shell=True, check=True
        )

    def uses(self, action, inputs):
        if action.startswith("actions/cache@"):
            paths = inputs["path"].split()
            hit = self.cached is not None and self.cached[0] == inputs["key"]
            if hit:
                for path, copy in zip(paths, self.cached[1]):
                    pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
                    subprocess.run(["cp", "-Rp", copy, path], check=True)
            self.wanted = (inputs["key"], paths)
            return {"cache-hit": "true" if hit else ""}
        if action.startswith("github/codeql-action/upload-sarif@"):
            runs = json.loads(pathlib.Path(inputs["sarif_file"]).read_text())["runs"]
            self.uploads.append((inputs["category"], len(runs[0]["results"])))
            return {}
        sys.exit(f"pipelines: `{action}` is not expected")

    def keep_cache(self):
        store = self.folder.parent / (self.folder.name + "-cache")
        store.mkdir()
        copies = []
        for i, path in enumerate(self.wanted[1]):
            copies.append(str(store / str(i)))
            subprocess.run(["cp", "-Rp", path, copies[-1]], check=True)
        self.cached = (self.wanted[0], copies)

    def run(self, given, event, comments="[]", **variables):
        temp = SCRATCH / self.folder.name / "temp"
        temp.mkdir(exist_ok=True)
        self.calls.write_text("")
        self.summary = temp / "summary"
        self.summary.write_text("")
        own = environment(self.folder.name)
        own["PATH"] = f"{self.bin}:{own['PATH']}"
        own.update(
            RUNNER_TEMP=str(temp),
            RUNNER_OS="Linux",
            RUNNER_ARCH="X64",
            GITHUB_REPOSITORY="shop/infra",
            GITHUB_STEP_SUMMARY=str(self.summary),
            GH_CALLS=str(self.calls),
            GH_COMMENTS=comments,
            **variables,
        )
        action = systems.GitHubAction(
            self.checkout / "src/pipelines/github/action.yml", own, self.uses, event
        )
        self.action = action
        result = action.run(self.folder, given)
        no_injection(self.folder)
        return result, [json.loads(line) for line in self.calls.read_text().splitlines()]


def github():
    hub = GitHub("github")
    pull_request = {"pull_request": {"number": 7}}

    result, calls = hub.run({"path": BLOCKED, "base": PASSING}, pull_request)
    expect(result.code == 1, "a single server ends the job with 1", result)
    expect(hub.uploads and hub.uploads[0][1] > 0, "its findings go to code scanning", result)
    expect(hub.action.value("steps.check.outputs.exit-code") == "1", "the code is an output")
    written = [call for call in calls if "--method" in call["arguments"]]
    expect(len(written) == 1 and "POST" in written[0]["arguments"], f"one new comment: {calls}")
    body = written[0]["body"]
    expect(re.match(r"<!-- cutset: [A-Za-z0-9._/@ -]+ -->\n<!-- cutset -->\n", body), body[:200])
    expect("-->" not in body.split("\n")[0][:-3], "a name ends the marker")
    expect("shop.example.com" in body and "added" in body.lower(), "verdict and change", result)
    expect("blocked" in hub.summary.read_text(), "the summary of the job has the report")
    marker = body.split("\n")[0]
    hub.keep_cache()

    hub.new_checkout()
    comments = [
        {"id": 1, "user": {"login": "mallory", "type": "User"}, "body": body},
        {"id": 2, "user": {"login": "other[bot]", "type": "Bot"}, "body": "hello " + marker},
        {"id": 3, "user": {"login": "github-actions[bot]", "type": "Bot"}, "body": body},
    ]
    # `gh api --paginate` shows one array after another.
    pages = json.dumps(comments[:2]) + json.dumps(comments[2:])
    result, calls = hub.run({"path": BLOCKED}, pull_request, pages)
    expect(result.code == 1, "it is refused again", result)
    same_build(result)
    written = [call for call in calls if "--method" in call["arguments"]]
    expect(
        len(written) == 1
        and "PATCH" in written[0]["arguments"]
        and written[0]["arguments"][-1] == "repos/shop/infra/issues/comments/3",
        f"the own comment is written anew: {calls}",
    )
    result, calls = hub.run({"path": BLOCKED}, pull_request, pages, GH_LOGIN="mallory")
    expect(
        any(call["arguments"][-1].endswith("/comments/1") for call in calls),
        f"a token of a person writes the person's own comment: {calls}",
    )

    result, calls = hub.run({"path": BLOCKED}, pull_request, GH_FAILS="true")
    expect(result.code == 1, "the verdict stands where nobody may comment", result)
    expect("::warning::" in result.said, "and it is said", result)

    hub.uploads.clear()
    result, calls = hub.run({"path": PASSING, "sarif": "false"}, {})
    expect(result.code == 0, "several zones pass", result)
    expect(not calls and not hub.uploads, "a push has no comment, and sarif can be turned off")
    result, _ = hub.run({"path": PASSING, "target": "region"}, {})
    expect(result.code == 1, "another target is another verdict", result)
    result, _ = hub.run({"path": BLOCKED, "fail-on": "never"}, {})
    expect(result.code == 0, "who wants no refusal gets none", result)
    hub.uploads.clear()
    for path in ("nothing/there.json", "--version"):
        result, calls = hub.run({"path": path}, pull_request)
        expect(result.code == 3, f"`{path}` cannot be read", result)
        expect(not calls and not hub.uploads, "without a verdict nothing is sent")
    result, _ = hub.run({"path": PASSING, "cutset": str(hub.checkout / "cutset")}, {})
    expect(result.code == 0, "a Cutset that is there is used", result)

    # A report that is too long for a comment.
    reports = SCRATCH / "github/long"
    reports.mkdir()
    (reports / "cutset.md").write_text("<!-- cutset -->\n" + "ü line of a report\n" * 9000)
    action = hub.action
    action.inputs["name"] = "long"
    action.steps["check"] = {"outputs": {"reports": str(reports)}}
    step = [each for each in action.action["runs"]["steps"] if "gh api" in each.get("run", "")][0]
    action.event = pull_request
    hub.calls.write_text("")
    _, result = action.script(step, hub.folder)
    body = json.loads(hub.calls.read_text().splitlines()[-1])["body"]
    expect(60_000 < len(body) < 65_536 and "cut short" in body, "a long report is cut", result)
    return hub.checkout


# --- the others ---


def gitlab():
    folder = project("gitlab")
    file = PIPELINES / "gitlab/cutset.gitlab-ci.yml"
    given = {"CUTSET_REPOSITORY": str(CUTSET), "CUTSET_REF": "HEAD", "MAVEN_OPTS": ""}

    def job(**variables):
        shutil.rmtree(folder / "cutset-reports", ignore_errors=True)
        result, reports = systems.gitlab(
            file, "cutset", folder, environment("gitlab"), dict(given, **variables)
        )
        no_injection(folder)
        return result, {name: folder / path for name, path in reports.items()}

    result, reports = job(CUTSET_STACK=BLOCKED)
    expect(result.code == 1, "GitLab: a single server fails the job", result)
    expect(junit_failures(reports["junit"]) > 0, "GitLab: and fails tests", result)
    issues = json.loads(reports["codequality"].read_text())
    expect(any(issue["severity"] == "blocker" for issue in issues), "GitLab: issues", result)
    expect(issues[0]["location"]["path"].startswith(HOSTILE), "GitLab: places in the repository")
    names = [issue["fingerprint"] for issue in issues]
    expect(len(set(names)) == len(names), "GitLab: fingerprints differ")

    result, reports = job(CUTSET_STACK=PASSING, CUTSET_OPTIONS="--target zone --fail-on blocked")
    expect(result.code == 0, "GitLab: several zones pass", result)
    same_build(result)
    expect(junit_failures(reports["junit"]) == 0, "GitLab: no test fails", result)

    result, _ = job(CUTSET_STACK="nothing.json")
    expect(result.code == 3, "GitLab: what is not there cannot be read", result)
    result, _ = job(CUTSET_STACK=PASSING, CUTSET_HOME=str(folder / ".cutset"), CUTSET_REPOSITORY="")
    expect(result.code == 0, "GitLab: a Cutset that is there is used", result)
    return folder / ".cutset"


def jenkins(built):
    folder = project("jenkins")
    subprocess.run(["cp", "-Rp", built, folder / ".cutset"], check=True)
    groovy = pathlib.Path(__file__).parent / "Jenkins.groovy"

    def build(**parameters):
        result = systems.run(
            [f"{JAVA_HOME}/bin/java", "-cp", str(GROOVY), "groovy.ui.GroovyMain", str(groovy)]
            + [str(PIPELINES / "jenkins/Jenkinsfile")]
            + [f"{name}={value}" for name, value in parameters.items()],
            folder,
            environment("jenkins"),
        )
        no_injection(folder)
        expect("junit cutset-reports/cutset.xml" in result.said, "Jenkins: tests", result)
        expect("archive cutset-reports/*" in result.said, "Jenkins: reports are kept", result)
        return result

    given = {"CUTSET_REPOSITORY": str(CUTSET), "CUTSET_REF": "HEAD"}
    result = build(CUTSET_STACK=BLOCKED, **given)
    expect(result.code == 1, "Jenkins: a single server fails the stage", result)
    same_build(result)
    expect(junit_failures(folder / "cutset-reports/cutset.xml") > 0, "Jenkins: tests fail", result)
    result = build(CUTSET_STACK=PASSING, **given)
    expect(result.code == 0, "Jenkins: several zones pass", result)
    expect(junit_failures(folder / "cutset-reports/cutset.xml") == 0, "Jenkins: no test fails")
    result = build(CUTSET_STACK=PASSING, CUTSET_TARGET="region", **given)
    expect(result.code == 1, "Jenkins: another target is another verdict", result)


def azure(built):
    folder = project("azure")
    subprocess.run(["cp", "-Rp", built, folder / ".cutset"], check=True)
    staging = SCRATCH / "azure/staging"
    given = {"cutset.repository": str(CUTSET), "cutset.ref": "HEAD"}

    def pipeline(stack):
        shutil.rmtree(staging, ignore_errors=True)
        result, tasks = systems.azure(
            PIPELINES / "azure/azure-pipelines.yml",
            folder,
            environment("azure"),
            dict(given, **{"cutset.stack": stack}),
            staging,
        )
        no_injection(folder)
        tests = [inputs for task, inputs in tasks if task.startswith("PublishTestResults@")]
        kept = [inputs for task, inputs in tasks if task.startswith("PublishBuildArtifacts@")]
        expect(len(tests) == 1 and len(kept) == 1, "Azure: results and reports", result)
        return result, tests[0]["testResultsFiles"], pathlib.Path(kept[0]["PathtoPublish"])

    result, tests, kept = pipeline(BLOCKED)
    expect(result.code == 1, "Azure: a single server fails the step", result)
    same_build(result)
    expect(junit_failures(tests) > 0, "Azure: tests fail", result)
    expect((kept / "cutset.sarif").is_file(), "Azure: SARIF is kept", result)
    result, tests, _ = pipeline(PASSING)
    expect(result.code == 0 and junit_failures(tests) == 0, "Azure: several zones pass", result)


def pulumi_deployments(built):
    folder = project("deployments")
    own = environment("deployments")
    subprocess.run(["cp", "-Rp", built, SCRATCH / "deployments/home/cutset"], check=True)
    given = {"CUTSET_REPOSITORY": str(CUTSET), "CUTSET_REF": "HEAD"}

    def deployment(place):
        result = systems.pulumi_deployments(
            PIPELINES / "pulumi-deployments/Pulumi.STACK.deploy.yaml", folder / place, own, given
        )
        no_injection(folder)
        return result

    result = deployment(HOSTILE)
    expect(result.code == 1, "Pulumi Deployments: a single server is not deployed", result)
    same_build(result)
    result = deployment("passing")
    expect(result.code == 0, "Pulumi Deployments: several zones are", result)


def pre_commit():
    """The real pre-commit, which clones the hook's repository and builds there on first use."""
    folder = project("pre-commit")
    own = environment("pre-commit")
    own["PATH"] = f"{pathlib.Path(sys.executable).parent}:{own['PATH']}"
    own.update(
        GIT_AUTHOR_NAME="x", GIT_AUTHOR_EMAIL="x@y", GIT_COMMITTER_NAME="x", GIT_COMMITTER_EMAIL="x@y"
    )
    head = subprocess.check_output(["git", "-C", CUTSET, "rev-parse", "HEAD"], text=True).strip()

    def commit(stack):
        (folder / ".pre-commit-config.yaml").write_text(
            json.dumps(
                {
                    "repos": [
                        {
                            "repo": str(CUTSET),
                            "rev": head,
                            "hooks": [{"id": "cutset", "args": [stack], "verbose": True}],
                        }
                    ]
                }
            )
        )
        systems.run(["git", "add", "-A"], folder, own)
        return systems.run(["git", "commit", "-m", "a change"], folder, own)

    systems.run(["git", "init", "-q"], folder, own)
    # As pre-commit's own check of the file runs it, too.
    (folder / ".gitignore").write_text("home\n")
    installed = systems.run(["pre-commit", "install"], folder, own)
    result = commit(BLOCKED)
    expect(result.code == 1, "pre-commit: a single server is not committed", installed)
    expect("takes down" in result.said or "take shop" in result.said, "pre-commit: why", result)
    result = commit(PASSING)
    expect(result.code == 0 and "passed:" in result.said, "pre-commit: several zones are", result)
    same_build(result)
    (folder / "README.md").write_text("nothing that Cutset looks at")
    result = commit(PASSING.replace("preview", "not-there"))
    # The configuration is no file of a stack either.
    expect(result.code == 0, "pre-commit: other files do not concern it", result)
    no_injection(folder)


def container(checkout):
    """What the image's build stage makes, run by somebody who may write nothing."""
    place = SCRATCH / "image/opt/cutset"
    result = systems.run(
        [str(checkout / "src/pipelines/container/assemble"), str(place)],
        SCRATCH,
        environment("image"),
    )
    expect(result.code == 0, "container: it is assembled", result)
    folder = project("container")
    subprocess.run(["chmod", "-R", "a+rX,a-w", SCRATCH / "image", folder], check=True)
    parts = SCRATCH
    while parts != parts.parent:
        parts.chmod(parts.stat().st_mode | 0o011)
        parts = parts.parent
    nobody = ["setpriv", "--reuid=65532", "--regid=65532", "--clear-groups", "--no-new-privs"]
    cutset = [str(place / "bin/cutset")]
    # No Java but its own.
    own = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"}

    def check(*arguments):
        return systems.run(nobody + cutset + list(arguments), folder, own)

    for stack, code in ((BLOCKED, 1), (PASSING, 0)):
        result = check("check", stack)
        expect(result.code == code, f"container: {stack}", result)
    for arguments in (
        ["check", "--format", "sarif", PASSING],
        ["check", "--format", "junit", PASSING],
        ["check", "--format", "html", PASSING],
        ["graph", "--format", "svg", PASSING],
        ["availability", PASSING],
        ["chaos", PASSING],
        ["fix", PASSING],
        ["explain", PASSING, "SPOF-REGION"],
        ["policies", "list"],
        ["new"],
        ["man"],
    ):
        result = check(*arguments)
        expect(result.code == 0, f"container: {arguments}", result)
    result = check("graph", "--format", "png", PASSING)
    expect(result.code == 2 and "--format svg" in result.said, "container: no PNG", result)
    result = check("check", "--output", "report.txt", PASSING)
    expect(result.code == 2, "container: nothing can be written", result)
    # The archive of classes is used, and not only there.
    result = systems.run(
        nobody
        + [str(place / "java/bin/java"), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
        + [f"-XX:SharedArchiveFile={place}/cutset.jsa", "-Xshare:on", "-Xlog:class+load"]
        + ["-cp", str(place / "cutset.jar"), "dev.cutset.cli.Main", "--version"],
        folder,
        own,
    )
    expect(
        result.code == 0 and re.search(r"dev\.cutset\.cli\.Main source: shared objects", result.said),
        "container: the archive of classes is used",
        result,
    )
    size = subprocess.check_output(["du", "-sm", place / "java", place], text=True)
    print("container: megabytes " + " ".join(line.split()[0] for line in size.splitlines()))
    total = sum(file.stat().st_size for file in place.rglob("*") if file.is_file())
    expect(total < 150_000_000, f"container: {total} bytes is not small")


def main():
    wanted = sys.argv[4:] or ["github", "gitlab", "pre_commit", "container"]
    checkout = github()
    print("GitHub Actions: as it has to be")
    if "container" in wanted:
        container(checkout)
        print("container: as it has to be")
    if "gitlab" in wanted:
        built = gitlab()
        print("GitLab CI: as it has to be")
        jenkins(built)
        print("Jenkins: as it has to be")
        azure(built)
        print("Azure Pipelines: as it has to be")
        pulumi_deployments(built)
        print("Pulumi Deployments: as it has to be")
    if "pre_commit" in wanted:
        pre_commit()
        print("pre-commit: as it has to be")


main()
