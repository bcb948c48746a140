// The twenty-eight rules of ../conftest/ha.rego in Pulumi's words, one policy each.

"use strict";
const { PolicyPack } = require("@pulumi/policy");

const unset = (value) =>
  value === undefined || value === null || value === "" || value === false || value === 0 ||
  (Array.isArray(value) && value.length === 0);
const less = (value, least) => unset(value) || (typeof value === "number" && value < least);
const few = (value, least) => Array.isArray(value) && value.length < least;

const RULES = [
  ["aws:rds/instance:Instance", (p) => unset(p.multiAz), "the database has no standby in another zone"],
  ["aws:rds/instance:Instance", (p) => less(p.backupRetentionPeriod, 1), "the database has no backups"],
  ["aws:rds/cluster:Cluster", (p) => less(p.backupRetentionPeriod, 1), "the cluster has no backups"],
  ["aws:rds/cluster:Cluster", (p) => few(p.availabilityZones, 2), "the cluster is in one zone"],
  ["aws:docdb/cluster:Cluster", (p) => few(p.availabilityZones, 2), "the document store is in one zone"],
  ["aws:neptune/cluster:Cluster", (p) => few(p.availabilityZones, 2), "the graph store is in one zone"],
  ["aws:redshift/cluster:Cluster", (p) => unset(p.multiAz), "the warehouse is in one zone"],
  ["aws:elasticache/replicationGroup:ReplicationGroup", (p) => unset(p.automaticFailoverEnabled), "nobody takes over when the cache's primary fails"],
  ["aws:elasticache/replicationGroup:ReplicationGroup", (p) => unset(p.multiAzEnabled), "the cache is in one zone"],
  ["aws:elasticache/replicationGroup:ReplicationGroup", (p) => less(p.numCacheClusters, 2), "the cache has one node"],
  ["aws:autoscaling/group:Group", (p) => less(p.minSize, 2), "the group can shrink to one server"],
  ["aws:autoscaling/group:Group", (p) => few(p.vpcZoneIdentifiers, 2), "the group has one subnet"],
  ["aws:autoscaling/group:Group", (p) => p.healthCheckType === "EC2", "the group does not ask the balancer who is healthy"],
  ["aws:lb/loadBalancer:LoadBalancer", (p) => few(p.subnets, 2), "the balancer has one subnet"],
  ["aws:lb/loadBalancer:LoadBalancer", (p) => unset(p.enableCrossZoneLoadBalancing), "the balancer does not balance across zones"],
  ["aws:elb/loadBalancer:LoadBalancer", (p) => few(p.subnets, 2), "the balancer has one subnet"],
  ["aws:lb/targetGroup:TargetGroup", (p) => unset(p.healthCheck), "nobody checks the health of the targets"],
  ["aws:route53/record:Record", (p) => (p.aliases || []).some((a) => a.evaluateTargetHealth === false), "the answer stays when its target is down"],
  ["aws:route53/record:Record", (p) => (p.failoverRoutingPolicies || []).length > 0 && unset(p.healthCheckId), "the failover record has no health check"],
  ["aws:ecs/service:Service", (p) => less(p.desiredCount, 2), "the service has one task"],
  ["aws:opensearch/domain:Domain", (p) => p.clusterConfig && p.clusterConfig.zoneAwarenessEnabled !== true, "the domain is in one zone"],
  ["aws:opensearch/domain:Domain", (p) => p.clusterConfig && p.clusterConfig.dedicatedMasterEnabled === true && p.clusterConfig.dedicatedMasterCount < 3, "the masters cannot outvote one of them"],
  ["aws:msk/cluster:Cluster", (p) => less(p.numberOfBrokerNodes, 3), "the log has fewer than three brokers"],
  ["aws:mq/broker:Broker", (p) => p.deploymentMode === "SINGLE_INSTANCE", "the broker is alone"],
  ["aws:efs/fileSystem:FileSystem", (p) => typeof p.availabilityZoneName === "string", "the file system is in one zone"],
  ["aws:dynamodb/table:Table", (p) => p.pointInTimeRecovery && p.pointInTimeRecovery.enabled !== true, "the table cannot be restored"],
  ["aws:s3/bucketVersioningV2:BucketVersioningV2", (p) => p.versioningConfiguration && p.versioningConfiguration.status !== "Enabled", "what is overwritten in the bucket is gone"],
  ["aws:sqs/queue:Queue", (p) => !String(p.name).endsWith("-dead") && unset(p.redrivePolicy), "messages that fail are lost"],
];

new PolicyPack("cutset-bench-pack", {
  policies: RULES.map(([type, broken, message], number) => ({
    name: `ha-${number + 1}`,
    description: message,
    enforcementLevel: "mandatory",
    validateResource: (resource, report) => {
      if (resource.type === type && broken(resource.props)) {
        report(message);
      }
    },
  })),
});
