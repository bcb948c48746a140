"""Takes code out of other files, so that it can be judged.

    python3 shown.py DOCUMENT FOLDER    what a document shows, each block under the name before it
    python3 shown.py --steps FOLDER     the shell steps of the pipelines; says where they are
"""

import pathlib
import re
import sys

import yaml

BLOCK = re.compile(r"<!-- file: (\S+) -->\n```\w*\n(.*?)```", re.DOTALL)
STEPS = {
    "github": "src/pipelines/github/action.yml",
    "gitlab": "src/pipelines/gitlab/cutset.gitlab-ci.yml",
    "azure": "src/pipelines/azure/azure-pipelines.yml",
    "pulumi": "src/pipelines/pulumi-deployments/Pulumi.STACK.deploy.yaml",
}


def scripts(node):
    """All that is run anywhere in a pipeline."""
    if isinstance(node, dict):
        for name, inner in node.items():
            if name in ("run", "bash") and isinstance(inner, str):
                yield inner
            elif name in ("script", "preRunCommands") and isinstance(inner, list):
                yield "\n".join(inner)
            else:
                yield from scripts(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from scripts(inner)


def main():
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    if sys.argv[1] == "--steps":
        for system, file in STEPS.items():
            found = list(scripts(yaml.safe_load(pathlib.Path(file).read_text())))
            if not found:
                sys.exit(f"pipelines: nothing is run in {file}")
            for number, script in enumerate(found):
                path = folder / f"{system}-{number}.sh"
                path.write_text(script + "\n")
                print(path)
        return
    blocks = BLOCK.findall(pathlib.Path(sys.argv[1]).read_text())
    if not blocks:
        sys.exit(f"pipelines: {sys.argv[1]} shows nothing")
    for name, text in blocks:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


main()
