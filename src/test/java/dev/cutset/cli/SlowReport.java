package dev.cutset.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes the first half of a report, says so, and then waits to be killed. */
final class SlowReport {
  private SlowReport() {}

  public static void main(String[] arguments) throws Exception {
    new OutputFile(Path.of(arguments[0]))
        .write(
            out -> {
              out.write("to".getBytes(StandardCharsets.UTF_8));
              out.flush();
              System.out.println("half way");
              try {
                Thread.sleep(600_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }
}
