package dev.cutset.policy.server;

import java.nio.file.Path;

/** Where a token is read from; it is never written down itself. */
public sealed interface TokenSource {

  /** An environment variable. */
  record Variable(String name) implements TokenSource {}

  /** A file that holds nothing else. */
  record File(Path path) implements TokenSource {}
}
