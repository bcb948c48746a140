package dev.cutset.pulumi.pack;

import com.google.protobuf.Struct;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.PulumiTypes;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import io.grpc.ManagedChannel;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.io.IOException;
import java.util.List;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceRequest.PropertyDependencies;
import pulumirpc.ResourceMonitorGrpc;
import pulumirpc.ResourceMonitorGrpc.ResourceMonitorBlockingStub;

/** A program in a process of its own that declares what was recorded, as Pulumi's SDK does. */
final class RehearsedProgram {
  private RehearsedProgram() {}

  public static void main(String[] arguments) throws IOException, UnreadableInputException {
    Stack stack = RehearsedProject.read(RehearsedProject.RECORDED);
    ManagedChannel channel =
        OkHttpChannelBuilder.forTarget(System.getenv("PULUMI_MONITOR")).usePlaintext().build();
    declare(stack, ResourceMonitorGrpc.newBlockingStub(channel));
    EngineGrpc.newBlockingStub(channel).log(LogRequest.newBuilder().setMessage("declared").build());
    channel.shutdownNow();
  }

  private static void declare(Stack stack, ResourceMonitorBlockingStub host) {
    for (Resource resource : stack.resources()) {
      if (!resource.isProvider()) {
        host.registerResource(request(resource));
      }
    }
    for (Resource resource : stack.resources()) {
      if (resource.type().equals(PulumiTypes.STACK)) {
        host.registerResourceOutputs(
            RegisterResourceOutputsRequest.newBuilder()
                .setUrn(resource.urn().text())
                .setOutputs(Struct.getDefaultInstance())
                .build());
      }
    }
  }

  private static RegisterResourceRequest request(Resource resource) {
    RegisterResourceRequest.Builder request =
        RegisterResourceRequest.newBuilder()
            .setType(resource.type())
            .setName(resource.name())
            .setCustom(resource.custom())
            .setParent(resource.parent().map(Urn::text).orElse(""))
            .setObject(Protocol.struct(resource.inputs()))
            .addAllDependencies(texts(List.copyOf(resource.dependencies())));
    resource
        .propertyDependencies()
        .forEach(
            (property, on) ->
                request.putPropertyDependencies(
                    property, PropertyDependencies.newBuilder().addAllUrns(texts(on)).build()));
    return request.build();
  }

  private static List<String> texts(List<Urn> urns) {
    return urns.stream().map(Urn::text).toList();
  }
}
