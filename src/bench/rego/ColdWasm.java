import com.styra.opa.wasm.OpaPolicy;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same as {@link Cold}, by opa-java-wasm. */
public final class ColdWasm {
  private ColdWasm() {}

  public static void main(String[] arguments) throws Exception {
    OpaPolicy policy = OpaPolicy.builder().withPolicy(Path.of(arguments[0])).build();
    policy.data(Files.readString(Path.of(arguments[3])));
    System.out.println(
        policy.entrypoint(arguments[1]).evaluate(Files.readString(Path.of(arguments[2]))));
  }
}
