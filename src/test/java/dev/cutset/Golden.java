package dev.cutset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with the file that holds what it must be.
 *
 * <p>{@code mvn test -Dcutset.golden=write} writes the files anew; the difference in version
 * control is then what to review.
 */
public final class Golden {
  private Golden() {}

  public static void assertSame(Path expected, String actual) throws IOException {
    if ("write".equals(System.getProperty("cutset.golden"))) {
      Files.writeString(expected, actual);
    }
    assertThat(expected).as("the file with what is expected").exists();
    assertThat(actual).isEqualTo(Files.readString(expected));
  }
}
