"""Writes what other tools say of the corpus, as far as it is about copies and failover.

    alarms.py checkov|kics|kube-score|awsguard REPORT VERSION

Prints the tool and its version, how many alarms of all kinds it raised, and a line `case resource
rule` for each alarm of a rule that is about copies, zones, replication or failover. Rules about
anything else (encryption, tags, logs, probes) are not held against a tool.
"""

import json
import sys

CHECKOV = {
    "CKV_AWS_133", "CKV_AWS_138", "CKV_AWS_144", "CKV_AWS_152", "CKV_AWS_157", "CKV_AWS_310",
    "CKV_AWS_318", "CKV2_AWS_15", "CKV2_AWS_35", "CKV2_AWS_50", "CKV2_AWS_59",
    "CKV_AZURE_169", "CKV_AZURE_206", "CKV_AZURE_212", "CKV_AZURE_225", "CKV_AZURE_228",
    "CKV_AZURE_229", "CKV_AZURE_230", "CKV_AZURE_231",
}
KICS = {
    "Auto Scaling Group With No Associated ELB", "Deployment Has No PodAntiAffinity",
    "Deployment Without PodDisruptionBudget", "ECS Service Without Running Tasks",
    "ELB Without Cross Zone", "ElastiCache Nodes Not Created Across Multi AZ",
    "ElastiCache Redis Cluster Without Backup", "Google Container Node Pool Auto Repair Disabled",
    "RDS Cluster With Backup Disabled", "RDS With Backup Disabled",
    "StatefulSet Has No PodAntiAffinity", "StatefulSet Without PodDisruptionBudget",
}
KUBE_SCORE = {
    "deployment-replicas", "deployment-has-host-podantiaffinity",
    "statefulset-has-host-podantiaffinity", "deployment-has-poddisruptionbudget",
    "statefulset-has-poddisruptionbudget", "poddisruptionbudget-has-policy",
    "horizontalpodautoscaler-replicas", "pod-topology-spread-constraints",
}

AWSGUARD = {"rds-instance-multi-az-enabled", "rds-instance-backup-enabled"}


def case(path):
    return path.strip("/").split("/")[-2]


def of_checkov(report):
    for part in report if isinstance(report, list) else [report]:
        for alarm in part["results"]["failed_checks"]:
            name = alarm["resource"].split(".", 1)[1]
            yield case(alarm["file_path"]), name, alarm["check_id"], alarm["check_id"] in CHECKOV


def of_kics(report):
    for rule in report["queries"]:
        for alarm in rule["files"]:
            key = alarm.get("search_key", "")
            inner = key[key.find("[") + 1 : key.find("]")] if "[" in key else ""
            name = inner.split(".")[-1] if inner else alarm.get("resource_name", "")
            if "{{" in key:
                name = key[key.find("{{") + 2 : key.find("}}")]
            yield case(alarm["file_name"]), name, rule["query_name"], rule["query_name"] in KICS


def of_kube_score(report):
    # One report for each case, joined as an object by the name of the case.
    for name, objects in report.items():
        for item in objects or []:
            for check in item["checks"]:
                rule = check["check"]["id"]
                if not check["skipped"] and check["grade"] < 7:
                    yield name, item["object_meta"]["name"], rule, rule in KUBE_SCORE


def of_awsguard(report):
    for alarm in report:
        yield alarm["case"], alarm["resource"], alarm["rule"], alarm["rule"] in AWSGUARD


def main(tool, report, version):
    with open(report, encoding="utf-8") as file:
        content = json.load(file)
    read = {"checkov": of_checkov, "kics": of_kics, "kube-score": of_kube_score,
            "awsguard": of_awsguard}[tool]
    alarms = list(read(content))
    print(f"# {tool} {version}")
    print(f"# {len(alarms)} alarms of all rules")
    for line in sorted({f"{c} {n} {r}" for c, n, r, counted in alarms if counted}):
        print(line)


main(*sys.argv[1:])
