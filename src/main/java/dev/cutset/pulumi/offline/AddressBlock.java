package dev.cutset.pulumi.offline;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of IPv4 addresses such as {@code 10.0.1.0/24}.
 *
 * @param first its first address, as a number
 * @param size how many addresses it has
 */
record AddressBlock(long first, long size) {
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
  // A cloud keeps the first four of a subnet's addresses, and the last.
  private static final int KEPT_AT_START = 4;
  private static final int KEPT = KEPT_AT_START + 1;

  /** The block that the text names; none when it names none, or one too small for a host. */
  static Optional<AddressBlock> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long first = 0;
    for (int i = 1; i <= 4; i++) {
      first = first * 256 + Integer.parseInt(parts.group(i));
    }
    int prefix = Integer.parseInt(parts.group(5));
    long size = prefix > 32 ? 0 : 1L << (32 - prefix);
    return size > KEPT ? Optional.of(new AddressBlock(first, size)) : Optional.empty();
  }

  /** The address of a host; the same number, the same host. */
  String host(long number) {
    long address = first + KEPT_AT_START + number % (size - KEPT);
    return "%d.%d.%d.%d"
        .formatted(address >> 24 & 255, address >> 16 & 255, address >> 8 & 255, address & 255);
  }
}
