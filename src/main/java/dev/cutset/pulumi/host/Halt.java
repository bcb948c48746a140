package dev.cutset.pulumi.host;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ends, from any thread, what runs, and lets nothing start after that. */
final class Halt {
  private final Set<Process> running = new HashSet<>();
  private boolean called;

  /** Ends what runs, for good. */
  void call() {
    List<Process> ending;
    synchronized (this) {
      called = true;
      ending = List.copyOf(running);
    }
    ending.forEach(Child::kill);
  }

  synchronized boolean isCalled() {
    return called;
  }

  void begin(Process process) {
    boolean late;
    synchronized (this) {
      running.add(process);
      late = called;
    }
    if (late) {
      Child.kill(process);
    }
  }

  synchronized void end(Process process) {
    running.remove(process);
  }
}
