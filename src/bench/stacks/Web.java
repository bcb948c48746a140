package dev.cutset.bench.stacks;

import static dev.cutset.bench.stacks.Network.ids;
import static dev.cutset.bench.stacks.Network.map;

import java.util.ArrayList;
import java.util.List;

/**
 * What companies run: services of about forty resources each, forty of them in a network. Each has
 * a name, a balancer, servers, a database, and what belongs to these; some call others. One in
 * seven has this or that flaw.
 */
final class Web implements Shape {
  private static final int SERVICES_OF_A_NETWORK = 40;
  private static final String ASSUMED =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Action\":\"sts:AssumeRole\",\"Effect\":\"Allow\","
          + "\"Principal\":{\"Service\":\"ec2.amazonaws.com\"}}]}";

  private Stack.Site site;
  private Parts parts;
  private final List<Made> balancers = new ArrayList<>();

  @Override
  public void make(Stack.Site site) {
    this.site = site;
    for (int number = 0; !site.full(); number++) {
      if (number % SERVICES_OF_A_NETWORK == 0) {
        String name = "net-" + number / SERVICES_OF_A_NETWORK;
        parts = new Parts(new Network(site, name, site.size < 100));
        balancers.clear();
      }
      service("svc-" + number);
    }
  }

  private void service(String name) {
    Made front = parts.group(name + "-lb", 443, List.of());
    Made balancer = parts.balancer(name, front, site.chance(40));
    Made targets = parts.targets(name, balancer);
    parts.record(name, balancer, !site.chance(10));
    Made servers = parts.group(name + "-app", 8080, List.of(front));
    Made store = parts.group(name + "-db", 5432, List.of(servers));
    List<Made> needs = new ArrayList<>();
    needs.add(parts.database(name, store, !site.chance(15)));
    if (!balancers.isEmpty() && site.chance(25)) {
      needs.add(balancers.get(site.random.nextInt(balancers.size())));
    }
    balancers.add(balancer);
    boolean lonely = site.chance(8);
    if (site.chance(15)) {
      for (int i = 0; i < (lonely ? 1 : 3); i++) {
        Made instance = parts.instance(name + "-" + i, servers, i, needs.toArray(Made[]::new));
        parts.attach(name + "-" + i, targets, instance);
      }
    } else {
      parts.scaled(name, servers, targets, lonely ? 1 : 3, site.chance(8) ? 1 : 3, needs);
    }
    beside(name, servers, balancer);
  }

  private void beside(String name, Made servers, Made balancer) {
    Made topic = parts.put("aws_sns_topic", name + "-alerts", "name", name + "-alerts");
    alarm(
        name + "-5xx",
        "HTTPCode_Target_5XX_Count",
        "LoadBalancer",
        balancer.ref("arn_suffix"),
        topic);
    logs("/service/" + name, name);
    queues(name);
    if (site.chance(60)) {
      Made group = parts.group(name + "-cache", 6379, List.of(servers));
      parts.cache(name, group, !site.chance(15));
    }
    bucket(name);
    Made role = role(name);
    parts.plain("aws_iam_instance_profile", name, "name", name, "role", role.ref("name"));
    if (site.chance(50)) {
      parts.put(
          "aws_dynamodb_table",
          name,
          "name",
          name,
          "hash_key",
          "id",
          "attribute",
          List.of(map("name", "id", "type", "S")),
          "point_in_time_recovery",
          List.of(map("enabled", !site.chance(15))));
    }
    if (site.chance(50)) {
      function(name, servers, role, topic);
    }
    parts.put("aws_kms_key", name, "description", "keys of " + name, "deletion_window_in_days", 30);
    for (int port : new int[] {9100, 9400}) {
      parts.plain(
          "aws_security_group_rule",
          name + "-" + port,
          "type",
          "ingress",
          "description",
          "metrics",
          "from_port",
          port,
          "to_port",
          port,
          "protocol",
          "tcp",
          "cidr_blocks",
          List.of("10.0.0.0/16"),
          "security_group_id",
          servers.ref("id"));
    }
    alarm(name + "-cpu", "CPUUtilization", "AutoScalingGroupName", name, topic);
    alarm(name + "-disk", "FreeStorageSpace", "DBInstanceIdentifier", name, topic);
    alarm(name + "-slow", "TargetResponseTime", "LoadBalancer", balancer.ref("arn_suffix"), topic);
  }

  private void alarm(String name, String metric, String dimension, Object of, Made topic) {
    parts.put(
        "aws_cloudwatch_metric_alarm",
        name,
        "alarm_name",
        name,
        "alarm_description",
        metric + " of " + name + " is out of its bounds",
        "comparison_operator",
        "GreaterThanOrEqualToThreshold",
        "evaluation_periods",
        3,
        "metric_name",
        metric,
        "namespace",
        "AWS/ApplicationELB",
        "threshold",
        80,
        "dimensions",
        map(dimension, of),
        "alarm_actions",
        List.of(topic.ref("arn")));
  }

  private void logs(String path, String name) {
    parts.put("aws_cloudwatch_log_group", name, "name", path, "retention_in_days", 30);
  }

  private void queues(String name) {
    Made dead =
        parts.put(
            "aws_sqs_queue",
            name + "-dead",
            "name",
            name + "-dead",
            "visibility_timeout_seconds",
            30);
    if (site.chance(85)) {
      parts.put(
          "aws_sqs_queue",
          name + "-work",
          "name",
          name + "-work",
          "visibility_timeout_seconds",
          30,
          "redrive_policy",
          new Made.Template(
              List.of(
                  "{\"deadLetterTargetArn\":\"", dead.ref("arn"), "\",\"maxReceiveCount\":5}")));
    }
  }

  private void bucket(String name) {
    Made bucket = parts.put("aws_s3_bucket", name, "bucket", "example-" + name);
    parts.plain(
        "aws_s3_bucket_versioning",
        name,
        "bucket",
        bucket.ref("id"),
        "versioning_configuration",
        List.of(map("status", site.chance(15) ? "Suspended" : "Enabled")));
    parts.plain("aws_s3_bucket_public_access_block", name, "bucket", bucket.ref("id"));
  }

  private Made role(String name) {
    Made role = parts.put("aws_iam_role", name, "name", name, "assume_role_policy", ASSUMED);
    Made policy =
        parts.put(
            "aws_iam_policy",
            name,
            "name",
            name,
            "policy",
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
                + "[\"logs:CreateLogStream\",\"logs:PutLogEvents\",\"sqs:ReceiveMessage\","
                + "\"sqs:SendMessage\",\"s3:GetObject\"],\"Resource\":\"*\"}]}");
    parts.plain(
        "aws_iam_role_policy_attachment",
        name,
        "role",
        role.ref("name"),
        "policy_arn",
        policy.ref("arn"));
    parts.plain(
        "aws_iam_role_policy_attachment",
        name + "-ssm",
        "role",
        role.ref("name"),
        "policy_arn",
        "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore");
    return role;
  }

  private void function(String name, Made group, Made role, Made topic) {
    parts.put(
        "aws_lambda_function",
        name,
        "function_name",
        name,
        "handler",
        "index.handler",
        "runtime",
        "nodejs20.x",
        "filename",
        "function.zip",
        "role",
        role.ref("arn"),
        "environment",
        List.of(map("variables", map("TOPIC", topic.ref("arn"), "STAGE", "prod"))),
        "vpc_config",
        List.of(
            map(
                "subnet_ids",
                ids(parts.network.closed),
                "security_group_ids",
                List.of(group.ref("id")))));
    logs("/aws/lambda/" + name, name + "-fn");
  }
}
