package dev.cutset.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A file that is either written whole or left as it was. */
final class OutputFile {
  /** Where `/dev/stdout` and its like lead to files that are open already. */
  private static final List<Path> DEVICES = List.of(Path.of("/dev"), Path.of("/proc"));

  private final Path file;

  OutputFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /** Writes a part of a report. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  void write(Content content) throws WrongUseException {
    Path folder = file.getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw unwritable("it is a folder");
    }
    try {
      if (isDevice()) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          content.writeTo(out);
        }
        return;
      }
      Path draft = Files.createTempFile(folder, ".cutset-", ".tmp");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
          content.writeTo(out);
        }
        permitAsUsual(draft, folder);
        move(draft);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (FileSystemException e) {
      throw unwritable(e.getReason() == null ? "no such folder" : e.getReason());
    } catch (IOException e) {
      throw unwritable(String.valueOf(e.getMessage()));
    }
  }

  /** A pipe or a device is written to: a file in its place would be its end. */
  private boolean isDevice() {
    Path place = file.normalize();
    return Files.exists(file)
        && (!Files.isRegularFile(file) || DEVICES.stream().anyMatch(place::startsWith));
  }

  // A temporary file is private to its owner; a report is a file like any other.
  private static void permitAsUsual(Path draft, Path folder) throws IOException {
    Path sample = folder.resolve(draft.getFileName() + ".usual");
    try {
      Files.createFile(sample);
      Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(sample));
    } catch (UnsupportedOperationException e) {
      return;
    } finally {
      Files.deleteIfExists(sample);
    }
  }

  private void move(Path draft) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private WrongUseException unwritable(String why) {
    return new WrongUseException(
        "`" + file + "` cannot be written: " + why + "; name a file in a folder you may write to");
  }
}
