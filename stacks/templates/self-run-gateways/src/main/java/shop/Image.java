package shop;

import com.pulumi.aws.ec2.Ec2Functions;
import com.pulumi.aws.ec2.inputs.GetAmiArgs;
import com.pulumi.aws.ec2.inputs.GetAmiFilterArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.Resource;

/** The image that machines start from. */
final class Image {
  private Image() {}

  /** The newest Amazon Linux: a newer one replaces machine by machine with the next deployment. */
  static Output<String> amazonLinux(Resource parent) {
    return Ec2Functions.getAmi(
            GetAmiArgs.builder()
                .owners("amazon")
                .mostRecent(true)
                .filters(
                    GetAmiFilterArgs.builder()
                        .name("name")
                        .values("al2023-ami-2023.*-x86_64")
                        .build())
                .build(),
            InvokeOptions.builder().parent(parent).build())
        .applyValue(image -> image.id());
  }
}
