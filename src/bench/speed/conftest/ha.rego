# Twenty-eight rules about high availability, as people write them for `terraform show -json` with
# conftest: each looks at one type and one property, and none follows what depends on what.
package main

import rego.v1

# What is there when the plan is carried out, by type.
planned[change.type] contains {
	"address": change.address,
	"after": change.change.after,
	"unknown": object.get(change.change, "after_unknown", {}),
} if {
	some change in input.resource_changes
	change.mode == "managed"
	change.change.after != null
}

# A setting that is neither set nor decided elsewhere.
unset(resource, name) if {
	not is_true(object.get(resource.unknown, name, false))
	value := object.get(resource.after, name, null)
	value in [null, "", [], false, 0]
}

is_true(value) if value == true

less(resource, name, least) if resource.after[name] < least

less(resource, name, _) if unset(resource, name)

few(resource, name, least) if {
	is_array(resource.after[name])
	count(resource.after[name]) < least
}

deny contains msg if {
	some resource in planned.aws_db_instance
	unset(resource, "multi_az")
	msg := sprintf("%s: the database has no standby in another zone", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_db_instance
	less(resource, "backup_retention_period", 1)
	msg := sprintf("%s: the database has no backups", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_rds_cluster
	less(resource, "backup_retention_period", 1)
	msg := sprintf("%s: the cluster has no backups", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_rds_cluster
	few(resource, "availability_zones", 2)
	msg := sprintf("%s: the cluster is in one zone", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_docdb_cluster
	few(resource, "availability_zones", 2)
	msg := sprintf("%s: the document store is in one zone", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_neptune_cluster
	few(resource, "availability_zones", 2)
	msg := sprintf("%s: the graph store is in one zone", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_redshift_cluster
	unset(resource, "multi_az")
	msg := sprintf("%s: the warehouse is in one zone", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_elasticache_replication_group
	unset(resource, "automatic_failover_enabled")
	msg := sprintf("%s: nobody takes over when the cache's primary fails", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_elasticache_replication_group
	unset(resource, "multi_az_enabled")
	msg := sprintf("%s: the cache is in one zone", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_elasticache_replication_group
	less(resource, "num_cache_clusters", 2)
	msg := sprintf("%s: the cache has one node", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_autoscaling_group
	less(resource, "min_size", 2)
	msg := sprintf("%s: the group can shrink to one server", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_autoscaling_group
	few(resource, "vpc_zone_identifier", 2)
	msg := sprintf("%s: the group has one subnet", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_autoscaling_group
	resource.after.health_check_type == "EC2"
	msg := sprintf("%s: the group does not ask the balancer who is healthy", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_lb
	few(resource, "subnets", 2)
	msg := sprintf("%s: the balancer has one subnet", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_lb
	unset(resource, "enable_cross_zone_load_balancing")
	msg := sprintf("%s: the balancer does not balance across zones", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_elb
	few(resource, "subnets", 2)
	msg := sprintf("%s: the balancer has one subnet", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_lb_target_group
	unset(resource, "health_check")
	msg := sprintf("%s: nobody checks the health of the targets", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_route53_record
	some alias in resource.after.alias
	alias.evaluate_target_health == false
	msg := sprintf("%s: the answer stays when its target is down", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_route53_record
	count(resource.after.failover_routing_policy) > 0
	unset(resource, "health_check_id")
	msg := sprintf("%s: the failover record has no health check", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_ecs_service
	less(resource, "desired_count", 2)
	msg := sprintf("%s: the service has one task", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_opensearch_domain
	some cluster in resource.after.cluster_config
	cluster.zone_awareness_enabled != true
	msg := sprintf("%s: the domain is in one zone", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_opensearch_domain
	some cluster in resource.after.cluster_config
	cluster.dedicated_master_enabled == true
	cluster.dedicated_master_count < 3
	msg := sprintf("%s: the masters cannot outvote one of them", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_msk_cluster
	less(resource, "number_of_broker_nodes", 3)
	msg := sprintf("%s: the log has fewer than three brokers", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_mq_broker
	resource.after.deployment_mode == "SINGLE_INSTANCE"
	msg := sprintf("%s: the broker is alone", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_efs_file_system
	is_string(resource.after.availability_zone_name)
	msg := sprintf("%s: the file system is in one zone", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_dynamodb_table
	some recovery in resource.after.point_in_time_recovery
	recovery.enabled != true
	msg := sprintf("%s: the table cannot be restored", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_s3_bucket_versioning
	some versions in resource.after.versioning_configuration
	versions.status != "Enabled"
	msg := sprintf("%s: what is overwritten in the bucket is gone", [resource.address])
}

deny contains msg if {
	some resource in planned.aws_sqs_queue
	not endswith(resource.after.name, "-dead")
	unset(resource, "redrive_policy")
	msg := sprintf("%s: messages that fail are lost", [resource.address])
}
