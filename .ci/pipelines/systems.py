"""Runs the shell steps of pipelines as their systems do: the same shell, options and variables."""

import os
import pathlib
import re
import subprocess

import yaml

EXPRESSION = re.compile(r"\$\{\{\s*([^}]+?)\s*\}\}")


class Result:
    """What a step or a job ended with, and what it said."""

    def __init__(self, code, said):
        self.code = code
        self.said = said


def run(command, folder, environment):
    """Runs a command with these variables and no others."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=900,
        check=False,
    )
    return Result(done.returncode, done.stdout)


class GitHubAction:
    """A composite action, run like a job would: what it `uses` is handed to the caller."""

    def __init__(self, file, environment, uses, event):
        self.action = yaml.safe_load(file.read_text())
        self.place = file.parent
        self.environment = environment
        self.uses = uses
        self.event = event
        self.steps = {}
        self.said = ""

    def value(self, expression):
        """The value of a context, such as `steps.check.outputs.judged`; nothing is empty."""
        parts = expression.split(".")
        known = {
            "inputs": self.inputs,
            "steps": self.steps,
            "github": {
                "action_path": str(self.place),
                "token": "a-token",
                "event": self.event,
            },
        }
        for part in parts:
            if not isinstance(known, dict):
                return ""
            known = known.get(part, "")
        return known

    def text(self, template):
        return EXPRESSION.sub(lambda found: str(self.value(found.group(1))), str(template))

    def holds(self, condition):
        """Conditions joined by `&&` that compare a context with a text; more is not used here."""
        for part in condition.split("&&"):
            compared = re.fullmatch(r"\s*([\w.-]+)\s*(==|!=)\s*'([^']*)'\s*", part)
            if not compared:
                raise ValueError(f"`{part}` is beyond this runner")
            same = str(self.value(compared.group(1))) == compared.group(3)
            if same != (compared.group(2) == "=="):
                return False
        return True

    def run(self, folder, given):
        self.inputs = {}
        for name, spec in self.action["inputs"].items():
            self.inputs[name] = given.get(name, self.text(spec.get("default", "")))
        unknown = set(given) - set(self.inputs)
        if unknown:
            raise ValueError(f"no such inputs: {unknown}")
        for step in self.action["runs"]["steps"]:
            if "if" in step and not self.holds(step["if"]):
                continue
            if "uses" in step:
                inputs = {name: self.text(text) for name, text in step.get("with", {}).items()}
                outputs = self.uses(step["uses"], inputs)
            else:
                outputs, result = self.script(step, folder)
                self.said += result.said
                if result.code != 0:
                    return Result(result.code, self.said)
            if "id" in step:
                self.steps[step["id"]] = {"outputs": outputs}
        return Result(0, self.said)

    def script(self, step, folder):
        if EXPRESSION.search(step["run"]):
            raise ValueError("an expression in a script: what others wrote would be run")
        if step["shell"] != "bash":
            raise ValueError("only bash is run here")
        output = pathlib.Path(self.environment["RUNNER_TEMP"], "output")
        output.write_text("")
        script = pathlib.Path(self.environment["RUNNER_TEMP"], "step.sh")
        script.write_text(step["run"])
        environment = dict(self.environment, GITHUB_OUTPUT=str(output))
        for name, text in step.get("env", {}).items():
            environment[name] = self.text(text)
        result = run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
            folder,
            environment,
        )
        lines = [line.partition("=") for line in output.read_text().splitlines()]
        return {name: value for name, _, value in lines}, result


def gitlab(file, job, folder, environment, given):
    """The script of a job of GitLab; variables that are given stand above those of the file."""
    pipeline = yaml.safe_load(file.read_text())
    variables = {}
    for name, spec in pipeline["variables"].items():
        variables[name] = spec["value"] if isinstance(spec, dict) else spec
    variables.update(pipeline[job].get("variables", {}))
    variables.update(given)
    script = "\n".join(pipeline[job]["script"])
    result = run(
        ["bash", "-c", "set -eo pipefail\n" + script],
        folder,
        dict(environment, CI_PROJECT_DIR=str(folder), **variables),
    )
    artifacts = pipeline[job]["artifacts"]
    kept = result.code == 0 or artifacts["when"] == "always"
    return result, artifacts["reports"] if kept else {}


def azure(file, folder, environment, given, staging):
    """The steps of Azure Pipelines; returns also the tasks that run after the script."""
    pipeline = yaml.safe_load(file.read_text())
    variables = {
        "Build.SourcesDirectory": str(folder),
        "Build.ArtifactStagingDirectory": str(staging),
        "Agent.OS": "Linux",
    }
    variables.update({name: str(value) for name, value in pipeline["variables"].items()})
    variables.update(given)

    def text(template):
        return re.sub(
            r"\$\(([\w.]+)\)", lambda found: variables[found.group(1)], str(template)
        )

    result = Result(0, "")
    tasks = []
    for step in pipeline["steps"]:
        if result.code != 0 and step.get("condition") != "succeededOrFailed()":
            continue
        if "task" in step:
            inputs = {name: text(value) for name, value in step["inputs"].items()}
            tasks.append((step["task"], inputs))
            continue
        if re.search(r"\$\([a-z]+\.[a-z]+\)", step["bash"]):
            raise ValueError("a variable in a script: what others wrote would be run")
        scripted = dict(environment)
        for name, value in step.get("env", {}).items():
            scripted[name] = text(value)
        result = run(["bash", "--noprofile", "--norc", "-c", step["bash"]], folder, scripted)
    return result, tasks


def pulumi_deployments(file, folder, environment, given):
    """The commands before a deployment: each in a shell of its own, up to the first that fails."""
    operation = yaml.safe_load(file.read_text())["settings"]["operationContext"]
    variables = dict(environment, **operation["environmentVariables"])
    variables.update(given)
    said = ""
    for command in operation["preRunCommands"]:
        result = run(["sh", "-c", command], folder, variables)
        said += result.said
        if result.code != 0:
            return Result(result.code, said)
    return Result(0, said)


def clean_environment(home, java_home):
    """What a process needs, and nothing of whoever runs the tests."""
    home.mkdir(parents=True, exist_ok=True)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "JAVA_HOME": java_home,
    }
