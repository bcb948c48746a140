package dev.cutset.bench.speed;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.okhttp.OkHttpServerBuilder;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerGrpc.AnalyzerBlockingStub;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;

/**
 * Starts a policy pack as the engine does, and prints the microseconds that one call of Analyze
 * takes, and one that asks nothing of it; the median of the second half of the calls.
 *
 * <pre>java -cp … dev.cutset.bench.speed.Analyze PACK CALLS</pre>
 */
public final class Analyze {
  private Analyze() {}

  public static void main(String[] arguments) throws Exception {
    // The pack ends when nobody listens where the engine should be.
    Server listening =
        OkHttpServerBuilder.forPort(
                new InetSocketAddress("127.0.0.1", 0), InsecureServerCredentials.create())
            .build()
            .start();
    Process pack =
        new ProcessBuilder(arguments[0], "127.0.0.1:" + listening.getPort())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      BufferedReader said =
          new BufferedReader(new InputStreamReader(pack.getInputStream(), StandardCharsets.UTF_8));
      int port = Integer.parseInt(said.readLine().strip());
      ManagedChannel channel =
          OkHttpChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
      AnalyzerBlockingStub engine = AnalyzerGrpc.newBlockingStub(channel);
      int calls = Integer.parseInt(arguments[1]);
      AnalyzeRequest request = request();
      System.out.printf("%.1f%n", median(calls, () -> engine.analyze(request)));
      System.out.printf(
          "%.1f%n", median(calls, () -> engine.getPluginInfo(Empty.getDefaultInstance())));
      channel.shutdownNow();
    } finally {
      pack.destroy();
      listening.shutdownNow();
    }
  }

  private static double median(int calls, Runnable call) {
    long[] nanos = new long[calls];
    for (int i = 0; i < calls; i++) {
      long began = System.nanoTime();
      call.run();
      nanos[i] = System.nanoTime() - began;
    }
    long[] settled = Arrays.copyOfRange(nanos, calls / 2, calls);
    Arrays.sort(settled);
    return settled[settled.length / 2] / 1e3;
  }

  /** A database, as the engine sends one of the usual kind. */
  private static AnalyzeRequest request() {
    Struct.Builder properties = Struct.newBuilder();
    for (String text :
        new String[] {
          "engine", "engineVersion", "instanceClass", "dbSubnetGroupName", "username"
        }) {
      properties.putFields(
          text, Value.newBuilder().setStringValue("a text of the usual length").build());
    }
    for (String truth :
        new String[] {"multiAz", "publiclyAccessible", "storageEncrypted", "skipFinalSnapshot"}) {
      properties.putFields(truth, Value.newBuilder().setBoolValue(true).build());
    }
    return AnalyzeRequest.newBuilder()
        .setType("aws:rds/instance:Instance")
        .setName("database")
        .setUrn("urn:pulumi:dev::bench::aws:rds/instance:Instance::database")
        .setProperties(properties)
        .build();
  }
}
