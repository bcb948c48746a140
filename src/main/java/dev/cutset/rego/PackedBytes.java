package dev.cutset.rego;

import java.util.Arrays;

/** Bytes that are being written, and how numbers are written into them. */
final class PackedBytes {
  private static final int MORE = 0x80;
  private static final int BITS = 7;

  private byte[] bytes = new byte[64];
  private int size;

  int size() {
    return size;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  void octet(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) value;
  }

  /** A number in as few bytes as it takes, seven bits in each; small ones take one. */
  void number(long value) {
    if (value >= 0 && value < MORE) {
      octet((int) value);
      return;
    }
    long rest = value;
    while ((rest & ~(MORE - 1L)) != 0) {
      octet((int) rest | MORE);
      rest >>>= BITS;
    }
    octet((int) rest);
  }

  /** A number that may be below zero. */
  void signed(long value) {
    number(value << 1 ^ value >> Long.SIZE - 1);
  }

  /** A number in four bytes, for tables. */
  void word(int value) {
    octet(value >> 24);
    octet(value >> 16);
    octet(value >> 8);
    octet(value);
  }

  /** Puts a word where one was left open. */
  void word(int position, int value) {
    PackedBytes word = new PackedBytes();
    word.word(value);
    System.arraycopy(word.bytes, 0, bytes, position, Integer.BYTES);
  }

  void append(PackedBytes other) {
    while (size + other.size > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    System.arraycopy(other.bytes, 0, bytes, size, other.size);
    size += other.size;
  }
}
