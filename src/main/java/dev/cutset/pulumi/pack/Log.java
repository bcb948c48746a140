package dev.cutset.pulumi.pack;

/** What the pack says beside its findings; nothing secret ever. */
interface Log {

  /** For whoever looks for a fault: shown with {@code --debug} or {@code -v} only. */
  void debug(String message);

  void info(String message);

  void warning(String message);
}
