package shop;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.ec2.Instance;
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

/** Tells somebody what no longer works, and has a gateway that is stuck started again. */
final class Alarms extends ComponentResource {
  private final String name;
  private final Network network;
  private final Topic topic;

  record Args(Network network, Database database, Optional<String> email) {}

  Alarms(String name, Args args) {
    super("shop:index:Alarms", name, ComponentResourceOptions.Empty);
    this.name = name;
    network = args.network();
    topic = new Topic(name, TopicArgs.Empty, child());
    args.email().ifPresent(this::tell);
    new MetricAlarm(
        name + "-storage",
        MetricAlarmArgs.builder()
            .alarmDescription("the database runs out of storage")
            .namespace("AWS/RDS")
            .metricName("FreeStorageSpace")
            .dimensions(
                args.database()
                    .instance
                    .identifier()
                    .applyValue(database -> Map.of("DBInstanceIdentifier", database)))
            .statistic("Minimum")
            .comparisonOperator("LessThanThreshold")
            .threshold(5e9) // bytes
            .period(300)
            .evaluationPeriods(3)
            .alarmActions(topic.arn().applyValue(List::of))
            .build(),
        child());
    registerOutputs(Map.of("topicArn", topic.arn()));
  }

  /** A machine whose system no longer answers AWS for three minutes is started again. */
  void rebootWhenStuck(String gateway, Instance machine) {
    new MetricAlarm(
        name + "-" + gateway,
        MetricAlarmArgs.builder()
            .alarmDescription("gateway " + gateway + " no longer answers, and is started again")
            .namespace("AWS/EC2")
            .metricName("StatusCheckFailed_Instance")
            .dimensions(machine.id().applyValue(id -> Map.of("InstanceId", id)))
            .statistic("Maximum")
            .comparisonOperator("GreaterThanOrEqualToThreshold")
            .threshold(1.0)
            .period(60)
            .evaluationPeriods(3)
            .alarmActions(
                Output.all(
                    Output.format("arn:aws:automate:%s:ec2:reboot", network.region), topic.arn()))
            .build(),
        child());
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
