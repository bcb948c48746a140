package dev.cutset.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * What was packed with gzip, as long as it can be a stack: a few bytes can be packed so that they
 * unpack to more than anybody has the time to read.
 */
final class Unpacked extends FilterInputStream {
  /** Up to here it may be packed as well as gzip can: it is read in a moment. */
  private static final long ALWAYS_ALLOWED = 64L << 20;

  /** The JSON of stacks, which says the same over and over, shrinks to a fiftieth. */
  private static final long MOST_TIMES = 250;

  private final Counted packed;
  private long unpacked;

  private Unpacked(Counted packed, int buffer) throws IOException {
    super(new GZIPInputStream(packed, buffer));
    this.packed = packed;
  }

  static Unpacked of(InputStream packed, int buffer) throws IOException {
    return new Unpacked(new Counted(packed), buffer);
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    return read < 0 ? read : counted(read, 1);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    return counted(read, Math.max(0, read));
  }

  private int counted(int read, int bytes) throws IOException {
    unpacked += bytes;
    if (unpacked > ALWAYS_ALLOWED && unpacked / MOST_TIMES > packed.bytes) {
      throw new ZipException("packed more than " + MOST_TIMES + " times");
    }
    return read;
  }

  /** The bytes that were taken, as the unpacker asks for them. */
  private static final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      bytes += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      bytes += Math.max(0, read);
      return read;
    }
  }
}
