import com.styra.opa.wasm.OpaPolicy;
import com.sun.management.OperatingSystemMXBean;
import dev.cutset.rego.Bundle;
import dev.cutset.rego.RegoValue;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Evaluates again and again in one process: for each line on standard input that names a way, one
 * line with the nanoseconds of CPU of an evaluation.
 *
 * <p>{@code value} evaluates an input that was read before; {@code text} reads it each time and
 * writes the answer as text, and so does {@code wasm} with opa-java-wasm.
 */
public final class Warm {
  private static final long WINDOW = 1_000_000_000L;
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Warm() {}

  /** Something that is done often. */
  private interface Work {
    int run() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    String entryPoint = arguments[1];
    String text = Files.readString(Path.of(arguments[2]));
    Bundle bundle;
    try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
      bundle = Bundle.read(in);
    }
    RegoValue input = RegoValue.parse(text);
    Work value = () -> bundle.plan().evaluate(entryPoint, input, bundle.data()).isPresent() ? 1 : 0;
    Work ofText =
        () ->
            bundle
                .plan()
                .evaluate(entryPoint, RegoValue.parse(text), bundle.data())
                .map(RegoValue::toJson)
                .orElse("")
                .length();
    Work wasm = wasm(arguments, entryPoint, text);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String way = orders.readLine(); way != null; way = orders.readLine()) {
      System.out.println(
          switch (way) {
            case "value" -> Long.toString(nanos(value));
            case "text" -> Long.toString(nanos(ofText));
            default -> nanosIfItCan(wasm);
          });
    }
  }

  private static Work wasm(String[] arguments, String entryPoint, String text) {
    OpaPolicy[] made = new OpaPolicy[1];
    return () -> {
      if (made[0] == null) {
        OpaPolicy policy = OpaPolicy.builder().withPolicy(Path.of(arguments[3])).build();
        policy.data(Files.readString(Path.of(arguments[4])));
        made[0] = policy.entrypoint(entryPoint);
      }
      return made[0].evaluate(text).length();
    };
  }

  /** Nothing if the policy needs builtins that are not there, or more memory. */
  private static String nanosIfItCan(Work work) {
    try {
      return Long.toString(nanos(work));
    } catch (Exception | LinkageError | StackOverflowError e) {
      return "";
    }
  }

  /** Of the CPU of the whole process, collector of garbage and compiler included. */
  private static long nanos(Work work) throws Exception {
    long start = System.nanoTime();
    long before = MACHINE.getProcessCpuTime();
    long runs = 0;
    int seen = 0;
    do {
      seen |= work.run();
      runs++;
    } while (System.nanoTime() - start < WINDOW);
    if (seen < 0) {
      throw new IllegalStateException("nothing came of it");
    }
    return (MACHINE.getProcessCpuTime() - before) / runs;
  }
}
