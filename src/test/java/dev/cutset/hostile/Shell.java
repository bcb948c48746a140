package dev.cutset.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.cli.Main;
import dev.cutset.cli.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Somebody who gives Cutset what nobody should, and holds it to what it promises for that. */
final class Shell {
  static final int NOTHING_BLOCKS = 0;
  static final int BLOCKED = 1;
  static final int WRONG_USE = 2;
  static final int UNREADABLE = 3;

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private InputStream in = InputStream.nullInputStream();

  Shell(Path folder) {
    this.folder = folder;
  }

  /** What came of a command. */
  record Result(int code, String out, String err) {
    String all() {
      return out + err;
    }

    /** A verdict, or one message that says what is wrong; no trace, and no fault of ours. */
    Result isVerdictOrRefusal() {
      assertThat(code).as(err).isBetween(NOTHING_BLOCKS, UNREADABLE);
      if (code > BLOCKED) {
        assertThat(out).isEmpty();
        assertThat(err).startsWith("cutset: ").doesNotContain("Exception", "\tat ");
      }
      return this;
    }

    Result refused(int as, String why) {
      isVerdictOrRefusal();
      assertThat(code).as(err).isEqualTo(as);
      assertThat(err).contains(why);
      return this;
    }
  }

  Shell typing(byte[] input) {
    return typing(new ByteArrayInputStream(input));
  }

  Shell typing(String input) {
    return typing(input.getBytes(StandardCharsets.UTF_8));
  }

  Shell typing(InputStream input) {
    in = input;
    return this;
  }

  Shell having(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Result check() {
    return run("check", "-");
  }

  Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            in,
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            folder,
            environment);
    int code = new Main(surroundings).run(arguments);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
