// Runs the rules of Pulumi's AWSGuard on the programs of the corpus, resource by resource, as the
// engine would: it hands each rule the type and the properties. What is not known before anything
// is provisioned is a text here, so that no rule takes it for something that nobody set.
//
//     NODE_PATH=…/node_modules node awsguard.js CORPUS >REPORT

"use strict";
const fs = require("fs");
const path = require("path");
const yaml = require("js-yaml");

const AREAS = ["apiGateway", "compute", "database", "elasticsearch", "network", "security", "storage"];
const REFERENCE = /\$\{[^}]*\}/;

function rules() {
  const all = AREAS.flatMap((area) => Object.values(require(`@pulumi/awsguard/${area}`)));
  return all.filter((rule) => rule && rule.name && rule.validateResource);
}

function settled(value) {
  if (typeof value === "string" && REFERENCE.test(value)) return "not-known-yet";
  if (Array.isArray(value)) return value.map(settled);
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, settled(item)]));
  }
  return value;
}

function defaults(rule) {
  const properties = (rule.configSchema && rule.configSchema.properties) || {};
  return Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, schema.default]));
}

async function judge(rule, resource) {
  const messages = [];
  const args = {
    ...resource,
    isType: (known) => known.__pulumiType === resource.type,
    asType: (known) => (known.__pulumiType === resource.type ? resource.props : undefined),
    getConfig: () => defaults(rule),
    notApplicable: () => {},
  };
  for (const validate of [rule.validateResource].flat()) {
    try {
      await validate(args, (message) => messages.push(message));
    } catch (asksTheCloud) {
      // Some rules look at what is deployed; here nothing is.
    }
  }
  return messages;
}

async function main(corpus) {
  const alarms = [];
  for (const name of fs.readdirSync(corpus).sort()) {
    const program = yaml.load(fs.readFileSync(path.join(corpus, name, "Pulumi.yaml"), "utf8"));
    for (const [logical, declared] of Object.entries(program.resources || {})) {
      const resource = {
        type: declared.type,
        name: logical,
        urn: `urn:pulumi:corpus::${name}::${declared.type}::${logical}`,
        props: settled(declared.properties || {}),
        opts: {},
      };
      for (const rule of rules()) {
        for (const message of await judge(rule, resource)) {
          alarms.push({ case: name, resource: logical, rule: rule.name, message });
        }
      }
    }
  }
  process.stdout.write(JSON.stringify(alarms, null, 1) + "\n");
}

main(process.argv[2]);
