package dev.cutset.pulumi.pack;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was said. */
final class RecordedLog implements Log {
  final List<String> debug = new CopyOnWriteArrayList<>();
  final List<String> info = new CopyOnWriteArrayList<>();
  final List<String> warnings = new CopyOnWriteArrayList<>();

  @Override
  public void debug(String message) {
    debug.add(message);
  }

  @Override
  public void info(String message) {
    info.add(message);
  }

  @Override
  public void warning(String message) {
    warnings.add(message);
  }

  String all() {
    return String.join("\n", debug) + String.join("\n", info) + String.join("\n", warnings);
  }
}
