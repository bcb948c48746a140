package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinContext;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import dev.cutset.rego.builtin.Cidr.Address;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Builtins on blocks of IP addresses; none of them asks the network. */
final class Networks {
  private Networks() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "net.cidr_contains", "net.cidr_overlap" ->
          (context, x) ->
              RegoBoolean.of(contains(Cidr.parse(Operands.text(x, 0)), Operands.text(x, 1)));
      case "net.cidr_intersects" ->
          (context, x) ->
              RegoBoolean.of(
                  Cidr.parse(Operands.text(x, 0)).overlaps(Cidr.parse(Operands.text(x, 1))));
      case "net.cidr_is_valid" -> (context, x) -> RegoBoolean.of(isValid(x[0]));
      case "net.cidr_expand" -> Networks::expand;
      case "net.cidr_contains_matches" -> (context, x) -> matches(x);
      case "net.cidr_merge" -> (context, x) -> merge(x);
      default -> null;
    };
  }

  private static boolean contains(Cidr block, String text) {
    Address address = Address.parse(text);
    if (address != null) {
      return block.contains(address);
    }
    try {
      return block.contains(Cidr.parse(text));
    } catch (BuiltinException e) {
      throw BuiltinException.failed(
          "not a valid textual representation of an IP address or CIDR: " + text);
    }
  }

  private static boolean isValid(RegoValue value) {
    try {
      return value instanceof RegoString text && Cidr.parse(text.value()).prefix() >= 0;
    } catch (BuiltinException e) {
      return false;
    }
  }

  private static RegoValue expand(BuiltinContext context, RegoValue... x) {
    Cidr block = Cidr.parse(Operands.text(x, 0));
    RegoSet.Builder addresses = RegoSet.builder();
    BigInteger last = block.last();
    for (BigInteger next = block.first();
        next.compareTo(last) <= 0;
        next = next.add(BigInteger.ONE)) {
      context.step();
      addresses.add(new RegoString(Cidr.show(next, block.bits())));
    }
    return addresses.build();
  }

  private static RegoValue matches(RegoValue[] x) {
    RegoSet.Builder found = RegoSet.builder();
    each(
        x[0],
        1,
        (block, blockKey) ->
            each(
                x[1],
                2,
                (inner, innerKey) -> {
                  if (contains(Cidr.parse(block), inner)) {
                    found.add(RegoArray.of(blockKey, innerKey));
                  }
                }));
    return found.build();
  }

  /** Visits each block with the key by which the answer names it. */
  private static void each(RegoValue blocks, int operand, BiConsumer<String, RegoValue> visitor) {
    if (blocks instanceof RegoString text) {
      visitor.accept(text.value(), text);
    } else if (blocks instanceof RegoArray array) {
      for (int i = 0; i < array.size(); i++) {
        visitor.accept(block(array.at(i), operand), RegoNumber.of(i));
      }
    } else if (blocks instanceof RegoSet set) {
      set.forEach(element -> visitor.accept(block(element, operand), element));
    } else if (blocks instanceof RegoObject object) {
      object.forEach((key, value) -> visitor.accept(block(value, operand), key));
    }
  }

  private static String block(RegoValue value, int operand) {
    RegoValue block = value instanceof RegoArray array && array.size() > 0 ? array.at(0) : value;
    if (block instanceof RegoString text) {
      return text.value();
    }
    throw BuiltinException.failed(
        "operand " + operand + ": element must be string or non-empty array");
  }

  private record Range(BigInteger first, BigInteger last, int bits) {
    /** Whether a later range starts inside this one or right after it. */
    boolean touches(Range later) {
      return bits == later.bits && later.first.compareTo(last.add(BigInteger.ONE)) <= 0;
    }
  }

  private static RegoValue merge(RegoValue[] x) {
    List<Range> ranges = new ArrayList<>();
    for (RegoValue element : Operands.elements(x, 0)) {
      if (!(element instanceof RegoString text)) {
        throw BuiltinException.failed("element must be string");
      }
      Cidr block = mergeable(text.value());
      ranges.add(new Range(block.first(), block.last(), block.bits()));
    }
    ranges.sort(Comparator.comparingInt(Range::bits).thenComparing(Range::first));
    RegoSet.Builder merged = RegoSet.builder();
    Range open = null;
    for (Range range : ranges) {
      if (open != null && open.touches(range)) {
        open = new Range(open.first(), open.last().max(range.last()), open.bits());
      } else {
        close(open, merged);
        open = range;
      }
    }
    close(open, merged);
    return merged.build();
  }

  private static void close(@Nullable Range range, RegoSet.Builder merged) {
    if (range != null) {
      for (Cidr block : Cidr.covering(range.first(), range.last(), range.bits())) {
        merged.add(new RegoString(block.toString()));
      }
    }
  }

  /** A bare address of version 4 stands for the block of its class. */
  private static Cidr mergeable(String text) {
    Address address = Address.parse(text);
    if (address == null) {
      return Cidr.parse(text);
    }
    Address plain = address.unmapped();
    if (plain.bits() != 32) {
      throw BuiltinException.failed("IPv6 invalid: needs prefix length");
    }
    int top = plain.value().shiftRight(24).intValue();
    return Cidr.of(plain, top < 128 ? 8 : top < 192 ? 16 : 24);
  }
}
