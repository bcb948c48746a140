# Facts for tests: each a usual one, with what the test is about put over it.
package cutset.fixtures

component(changes) := object.union(
	{
		"urn": "urn:pulumi:prod::shop::aws:ec2/instance:Instance::web",
		"resources": ["urn:pulumi:prod::shop::aws:ec2/instance:Instance::web"],
		"name": "web",
		"type": "aws:ec2/instance:Instance",
		"title": "EC2 instance",
		"role": "compute",
		"copies": 1,
		"needed": 1,
		"quorum": false,
		"failover": "none",
		"zones": ["us-east-1a"],
		"regions": ["us-east-1"],
		"standbys": [],
		"behind": [],
		"properties": {},
		"remedy": {},
	},
	changes,
)

named(name, changes) := component(object.union(
	{"name": name, "urn": urn(name), "resources": [urn(name)]},
	changes,
))

urn(name) := sprintf("urn:pulumi:prod::shop::aws:ec2/instance:Instance::%s", [name])

entry(changes) := object.union(
	{
		"urn": "urn:pulumi:prod::shop::aws:route53/record:Record::www",
		"name": "www.example.com",
		"target": "zone",
		"survives": [],
	},
	changes,
)

cut(changes) := object.union(
	{
		"verdict": "down",
		"scope": "instance",
		"failure": {"kind": "replica", "name": "web"},
		"cause": [component({})],
		"entryPoints": [entry({})],
		"largerFailures": [],
		"regionsElsewhere": [],
		"proof": [],
		"evidence": [],
		"undecidedBy": [],
	},
	changes,
)

in_zone(changes) := cut(object.union(
	{"scope": "zone", "failure": {"kind": "zone", "name": "us-east-1a"}},
	changes,
))

in_region(changes) := cut(object.union(
	{"scope": "region", "failure": {"kind": "region", "name": "us-east-1"}},
	changes,
))

facts(cuts) := {
	"target": "zone",
	"entryPoints": [entry({})],
	"cuts": cuts,
	"components": [],
	"declaring": {},
}

needing(components) := {
	"target": "zone",
	"entryPoints": [entry({})],
	"cuts": [],
	"components": components,
	"declaring": {property: positions |
		some component in components
		some property, _ in component.properties
		positions := [position |
			some position, other in components
			property in object.keys(other.properties)
		]
	},
}

standby(kind) := {
	"kind": kind,
	"urn": "urn:pulumi:prod::shop::aws:ec2/instance:Instance::spare",
	"name": "spare",
	"regions": ["us-east-1"],
}
