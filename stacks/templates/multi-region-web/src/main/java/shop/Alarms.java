package shop;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells somebody that redundancy is used up or that users see errors. */
final class Alarms extends ComponentResource {
  private final String name;
  private final Topic topic;

  record Args(
      Balancer balancer, Catalogue.Copy catalogue, int minServers, Optional<String> email) {}

  Alarms(String name, Args args, ComponentResourceOptions options) {
    super("shop:index:Alarms", name, options);
    this.name = name;
    topic = new Topic(name, TopicArgs.Empty, child());
    args.email().ifPresent(this::tell);

    var balancer = args.balancer().loadBalancer.arnSuffix();
    var servers = args.balancer().servers.arnSuffix();
    new MetricAlarm(
        name + "-few-servers",
        alarm("fewer servers answer than should run: the next failure may be an outage")
            .namespace("AWS/ApplicationELB")
            .metricName("HealthyHostCount")
            .dimensions(
                Output.tuple(balancer, servers)
                    .applyValue(found -> Map.of("LoadBalancer", found.t1, "TargetGroup", found.t2)))
            .statistic("Minimum")
            .period(60)
            .comparisonOperator("LessThanThreshold")
            .threshold((double) args.minServers())
            .treatMissingData("breaching")
            .build(),
        child());
    new MetricAlarm(
        name + "-errors",
        alarm("the balancer answers with errors of its own: it finds no server")
            .namespace("AWS/ApplicationELB")
            .metricName("HTTPCode_ELB_5XX_Count")
            .dimensions(balancer.applyValue(suffix -> Map.of("LoadBalancer", suffix)))
            .statistic("Sum")
            .period(60)
            .comparisonOperator("GreaterThanThreshold")
            .threshold(10.0)
            .treatMissingData("notBreaching")
            .build(),
        child());
    new MetricAlarm(name + "-catalogue", lag(args.catalogue()).build(), child());
    registerOutputs(Map.of("topicArn", topic.arn()));
  }

  private MetricAlarmArgs.Builder lag(Catalogue.Copy catalogue) {
    var alarm =
        alarm("a copy of the catalogue falls behind")
            .comparisonOperator("GreaterThanThreshold")
            .threshold(5000.0); // milliseconds
    if (catalogue.takesWrites()) {
      return alarm
          .namespace("AWS/RDS")
          .metricName("AuroraReplicaLagMaximum")
          .dimensions(
              catalogue
                  .cluster()
                  .clusterIdentifier()
                  .applyValue(cluster -> Map.of("DBClusterIdentifier", cluster)))
          .statistic("Maximum")
          .period(60);
    }
    // Of all global databases that this region has a copy of.
    return alarm.metricQueries(
        MetricAlarmMetricQueryArgs.builder()
            .id("lag")
            .expression("SELECT MAX(AuroraGlobalDBReplicationLag) FROM \"AWS/RDS\"")
            .period(60)
            .returnData(true)
            .build());
  }

  private MetricAlarmArgs.Builder alarm(String description) {
    var receivers = topic.arn().applyValue(List::of);
    return MetricAlarmArgs.builder()
        .alarmDescription(description)
        .evaluationPeriods(5)
        .datapointsToAlarm(3)
        .alarmActions(receivers)
        .okActions(receivers);
  }

  private void tell(String email) {
    new TopicSubscription(
        name + "-email",
        TopicSubscriptionArgs.builder()
            .topic(topic.arn())
            .protocol("email")
            .endpoint(email)
            .build(),
        child());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
