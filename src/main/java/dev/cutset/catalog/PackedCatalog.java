package dev.cutset.catalog;

import dev.cutset.shipped.Shipped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The catalog that comes with Cutset, as {@link CatalogPacker} packed it: one file in which an
 * entry is found by the hash of its token, and nothing is decoded that nobody asks for. To parse
 * the YAML of a handful of types takes longer than to check the stack that has them.
 *
 * <p>The layout: {@link #MAGIC}; a sum of all that follows; where the strings, the entries,
 * Terraform's names and the software begin; the strings, each with where it ends; two tables of
 * hashes; nodes.
 */
final class PackedCatalog implements Entries {
  static final String FILE = "catalog.packed";
  static final int MAGIC = 0xC075E702;

  /** The tags of scalars, by the number that stands for them. */
  static final List<Tag> TAGS = List.of(Tag.STR, Tag.INT, Tag.BOOL, Tag.FLOAT, Tag.NULL);

  /** In place of the number of a tag: a list, a map. */
  static final byte LIST = 10;

  static final byte MAP = 11;

  /** The bytes before the strings. */
  static final int HEADER = 24;

  /** In a slot of a table that holds nothing. */
  static final int EMPTY = -1;

  private final ByteBuffer packed;
  private final int strings;
  private final int entries;
  private final int terraform;
  private final int software;
  private final @Nullable String[] decoded;

  PackedCatalog(byte[] bytes) {
    this.packed = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER || packed.getInt() != MAGIC) {
      throw new IllegalStateException(FILE + " was packed by another version; build anew");
    }
    if (packed.getInt() != sum(bytes)) {
      throw new IllegalStateException(FILE + " is damaged; build anew");
    }
    this.strings = packed.getInt();
    this.entries = packed.getInt();
    this.terraform = packed.getInt();
    this.software = packed.getInt();
    this.decoded = new String[packed.getInt(strings)];
  }

  /** The sum of all bytes behind those that hold it. */
  static int sum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 8, bytes.length - 8);
    return (int) sum.getValue();
  }

  /** The catalog that comes with Cutset; nothing that is seen of it ever changes. */
  private static final class Bundled {
    static final PackedCatalog CATALOG = read();
  }

  /** The catalog that comes with Cutset. */
  static PackedCatalog bundled() {
    return Bundled.CATALOG;
  }

  private static PackedCatalog read() {
    try (InputStream in = Shipped.open(PackedCatalog.class, FILE)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + FILE + ", which CatalogPacker makes");
      }
      return new PackedCatalog(in.readAllBytes());
    } catch (IOException e) {
      throw new CatalogException(FILE, e);
    }
  }

  @Override
  public Optional<Block> entry(Token token) {
    int slot = slot(entries, token.key());
    if (slot == EMPTY) {
      return Optional.empty();
    }
    Cursor at = new Cursor(packed.getInt(slot + 4));
    String text = at.string();
    return Optional.of(Block.of(new Origin(token.file(), text), at.node()));
  }

  @Override
  public Optional<String> token(String terraformName) {
    int slot = slot(terraform, terraformName);
    return slot == EMPTY ? Optional.empty() : Optional.of(string(packed.getInt(slot + 4)));
  }

  @Override
  public Map<Scope, String> remedyInTerraform(ResourceType type) {
    Map<Scope, String> remedy = new EnumMap<>(Scope.class);
    Optional<Token> token = Token.of(type.token());
    int slot = token.isEmpty() ? EMPTY : slot(entries, token.get().key());
    if (slot != EMPTY) {
      Cursor at = new Cursor(packed.getInt(slot + 8));
      for (int left = at.count(); left > 0; left--) {
        Scope scope = scope(at.string());
        remedy.put(scope, at.string());
      }
    }
    return remedy;
  }

  private static Scope scope(String word) {
    for (Scope scope : Scope.values()) {
      if (scope.word().equals(word)) {
        return scope;
      }
    }
    throw new IllegalStateException(FILE + " knows a scope `" + word + "`; build anew");
  }

  /** What is known of software, as it is written. */
  Node software() {
    return new Cursor(software).node();
  }

  /** Where the slot of a key is: its string and two numbers. */
  private int slot(int table, String key) {
    int mask = packed.getInt(table) - 1;
    for (int i = key.hashCode() & mask; ; i = (i + 1) & mask) {
      int at = table + 4 + i * CatalogPacker.SLOT;
      int found = packed.getInt(at);
      if (found == EMPTY) {
        return EMPTY;
      }
      if (string(found).equals(key)) {
        return at;
      }
    }
  }

  /** Threads that decode the same string at once find equal ones. */
  private String string(int number) {
    String known = decoded[number];
    if (known != null) {
      return known;
    }
    int ends = strings + 4;
    int first = ends + decoded.length * 4;
    int from = number == 0 ? 0 : packed.getInt(ends + (number - 1) * 4);
    int length = packed.getInt(ends + number * 4) - from;
    String fresh = new String(packed.array(), first + from, length, StandardCharsets.UTF_8);
    decoded[number] = fresh;
    return fresh;
  }

  /** A place in the bytes, from which to read on. */
  private final class Cursor {
    private int at;

    Cursor(int at) {
      this.at = at;
    }

    /** A number in as few bytes as it needs, seven bits in each. */
    int count() {
      int count = 0;
      int shift = 0;
      byte next;
      do {
        next = packed.get(at++);
        count |= (next & 0x7F) << shift;
        shift += 7;
      } while (next < 0);
      return count;
    }

    String string() {
      return PackedCatalog.this.string(count());
    }

    Node node() {
      byte kind = packed.get(at++);
      if (kind == LIST) {
        int size = count();
        List<Node> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          items.add(node());
        }
        return new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
      }
      if (kind == MAP) {
        int size = count();
        List<NodeTuple> tuples = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          Node key = node();
          tuples.add(new NodeTuple(key, node()));
        }
        return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
      }
      return new ScalarNode(TAGS.get(kind), string(), ScalarStyle.PLAIN);
    }
  }
}
