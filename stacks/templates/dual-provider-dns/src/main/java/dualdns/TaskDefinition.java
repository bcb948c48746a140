package dualdns;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ecs.TaskDefinitionArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** What a task of the service runs, with what rights, and where it logs. */
final class TaskDefinition extends ComponentResource {
  static final String CONTAINER = "service";

  private static final String EXECUTION =
      "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
  private static final String TRUST =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Effect": "Allow",
            "Principal": { "Service": "ecs-tasks.amazonaws.com" },
            "Action": "sts:AssumeRole"
          }
        ]
      }
      """;

  private final com.pulumi.aws.ecs.TaskDefinition definition;

  record Args(Settings settings, String region) {}

  TaskDefinition(String name, Args args, ComponentResourceOptions options) {
    super("dualdns:index:TaskDefinition", name, options);
    var settings = args.settings();
    var logs = new LogGroup(name, LogGroupArgs.builder().retentionInDays(30).build(), child());
    var execution =
        new Role(name + "-execution", RoleArgs.builder().assumeRolePolicy(TRUST).build(), child());
    new RolePolicyAttachment(
        name + "-execution",
        RolePolicyAttachmentArgs.builder().role(execution.name()).policyArn(EXECUTION).build(),
        child());
    // Without rights: give it what the service needs.
    var role = new Role(name, RoleArgs.builder().assumeRolePolicy(TRUST).build(), child());
    definition =
        new com.pulumi.aws.ecs.TaskDefinition(
            name,
            TaskDefinitionArgs.builder()
                .family(settings.name() + "-" + args.region())
                .requiresCompatibilities("FARGATE")
                .networkMode("awsvpc")
                .cpu("256")
                .memory("512")
                .executionRoleArn(execution.arn())
                .taskRoleArn(role.arn())
                .containerDefinitions(logs.name().applyValue(group -> container(args, group)))
                .build(),
            child());
    registerOutputs(Map.of("arn", definition.arn()));
  }

  Output<String> arn() {
    return definition.arn();
  }

  private static String container(Args args, String logs) {
    var settings = args.settings();
    return """
    [
      {
        "name": "%s",
        "image": "%s",
        "essential": true,
        "portMappings": [{ "containerPort": %d }],
        "logConfiguration": {
          "logDriver": "awslogs",
          "options": {
            "awslogs-group": "%s",
            "awslogs-region": "%s",
            "awslogs-stream-prefix": "task",
            "mode": "non-blocking"
          }
        }
      }
    ]
    """
        .formatted(CONTAINER, settings.image(), settings.port(), logs, args.region());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
