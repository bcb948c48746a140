package dev.cutset.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file that is either written whole or left as it was, whatever ends the process: it is drafted
 * beside, and takes its name when all of it is on the disk.
 */
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
    if (file.getParent() == null || Files.isDirectory(file)) {
      throw unwritable("it is a folder");
    }
    try {
      if (isDevice()) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          content.writeTo(out);
        }
      } else {
        // What a link leads to is written, and the link stays.
        replace(Files.exists(file) ? file.toRealPath() : file, content);
      }
    } catch (FileSystemException e) {
      throw unwritable(e.getReason() == null ? "no such folder" : e.getReason());
    } catch (IOException e) {
      throw unwritable(String.valueOf(e.getMessage()));
    }
  }

  private static void replace(Path target, Content content) throws IOException {
    Path folder = target.resolveSibling("");
    Path draft = Files.createTempFile(folder, ".cutset-", ".tmp");
    // Where a signal ends the process, nobody comes to the end of this method.
    draft.toFile().deleteOnExit();
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      permitAsUsual(draft, folder);
      move(draft, target);
      settle(folder);
    } finally {
      Files.deleteIfExists(draft);
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
    sample.toFile().deleteOnExit();
    try {
      Files.createFile(sample);
      Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(sample));
    } catch (UnsupportedOperationException e) {
      return;
    } finally {
      Files.deleteIfExists(sample);
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The new name is on the disk too; not every system has folders that can be told so. */
  private static void settle(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notHere) {
      // The content is there; after a power cut it may be under the old name still.
    }
  }

  private WrongUseException unwritable(String why) {
    return new WrongUseException(
        "`" + file + "` cannot be written: " + why + "; name a file in a folder you may write to");
  }
}
