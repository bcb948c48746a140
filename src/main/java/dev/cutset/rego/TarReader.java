package dev.cutset.rego;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the files of a tar archive one after the other, never more bytes than were allowed.
 *
 * <p>Long names are understood as GNU tar and POSIX write them. Folders, links and devices are
 * passed over.
 */
final class TarReader {
  private static final int RECORD = 512;
  private static final int CHECKSUM = 148;

  private final InputStream in;
  private final long maxBytes;
  private long taken;

  /** A file of the archive. */
  record Entry(String name, byte[] content) {}

  /** What comes of each file. */
  @FunctionalInterface
  interface Visitor {
    void visit(Entry entry);
  }

  TarReader(InputStream in, long maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  void forEach(Visitor visitor) throws IOException {
    String longName = "";
    for (byte[] header = take(RECORD); !isEnd(header); header = take(RECORD)) {
      if (!isHeader(header)) {
        throw refused("not a tar archive under gzip");
      }
      byte[] content = content(number(header, 124, 12));
      switch (header[156]) {
        case 'L' -> longName = text(content, 0, content.length);
        case 'x' -> longName = path(content, longName);
        case '0', 0 -> {
          visitor.visit(new Entry(longName.isEmpty() ? name(header) : longName, content));
          longName = "";
        }
        default -> longName = "";
      }
    }
  }

  /** A record of zeros; or nothing more, as some writers leave the end out. */
  private static boolean isEnd(byte[] header) {
    for (byte each : header) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  private byte[] content(long size) throws IOException {
    if (size < 0 || size > maxBytes - taken) {
      throw tooBig();
    }
    byte[] content = take((int) size);
    take((int) ((RECORD - size % RECORD) % RECORD));
    if (content.length < size) {
      throw new EOFException("the archive ends within a file");
    }
    return content;
  }

  private byte[] take(int length) throws IOException {
    taken += length;
    if (taken > maxBytes) {
      throw tooBig();
    }
    return in.readNBytes(length);
  }

  private UnsupportedPlanException tooBig() {
    return refused("more than the " + maxBytes + " bytes that are allowed");
  }

  static UnsupportedPlanException refused(String why) {
    return new UnsupportedPlanException("the bundle cannot be read: " + why, List.of());
  }

  private static boolean isHeader(byte[] header) {
    if (header.length < RECORD) {
      return false;
    }
    long sum = 0;
    for (int i = 0; i < RECORD; i++) {
      sum += i >= CHECKSUM && i < CHECKSUM + 8 ? ' ' : header[i] & 0xFF;
    }
    return sum == number(header, CHECKSUM, 8);
  }

  private static String name(byte[] header) {
    String prefix = text(header, 257, 5).equals("ustar") ? text(header, 345, 155) : "";
    String name = text(header, 0, 100);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  /** The path among the lines `length key=value` of a POSIX header. */
  private static String path(byte[] content, String otherwise) {
    String path = otherwise;
    for (String line : text(content, 0, content.length).split("\n")) {
      int key = line.indexOf(' ') + 1;
      if (line.startsWith("path=", key)) {
        path = line.substring(key + "path=".length());
      }
    }
    return path;
  }

  private static String text(byte[] bytes, int start, int length) {
    int end = start;
    while (end < start + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** An octal number; -1 for what is none, as sizes over eight gigabytes are written. */
  private static long number(byte[] header, int start, int length) {
    String digits = text(header, start, length).strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
