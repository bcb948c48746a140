package dev.cutset.catalog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Packs the YAML of the catalog into the file that {@link PackedCatalog} reads. The build runs it,
 * and so refuses a catalog with a mistake: every entry is read on the way.
 */
public final class CatalogPacker {
  /** The bytes of a slot: a key and two numbers. */
  static final int SLOT = 12;

  private static final String FOLDER = "dev/cutset/catalog";

  private final Path folder;
  private final CatalogFiles files;
  private final YamlCatalog catalog;
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final ByteArrayOutputStream nodes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(nodes);

  private CatalogPacker(Path folder) {
    this.folder = folder;
    this.files = new CatalogFiles(file -> YamlCatalog.open(folder.resolve(file)));
    this.catalog = new YamlCatalog(files);
  }

  /**
   * Packs the catalog that is among the classes.
   *
   * @param arguments the folder of the classes
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]).resolve(FOLDER);
    Files.write(folder.resolve(PackedCatalog.FILE), new CatalogPacker(folder).pack());
  }

  /** A slot of a table, with offsets into the nodes or numbers of strings. */
  private record Slot(String key, int first, int second) {}

  private byte[] pack() throws IOException {
    List<Slot> entries = entries();
    List<Slot> names = names();
    int software = nodes.size();
    write(software());
    entries.forEach(slot -> string(slot.key()));
    names.forEach(slot -> string(slot.key()));

    byte[] texts = texts();
    int entriesAt = PackedCatalog.HEADER + texts.length;
    int namesAt = entriesAt + 4 + width(entries) * SLOT;
    int nodesAt = namesAt + 4 + width(names) * SLOT;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    DataOutputStream all = new DataOutputStream(packed);
    for (int number :
        new int[] {
          PackedCatalog.MAGIC, 0, PackedCatalog.HEADER, entriesAt, namesAt, nodesAt + software
        }) {
      all.writeInt(number);
    }
    all.write(texts);
    table(all, entries, nodesAt);
    table(all, names, 0);
    all.write(nodes.toByteArray());
    byte[] bytes = packed.toByteArray();
    ByteBuffer.wrap(bytes).putInt(4, PackedCatalog.sum(bytes));
    return bytes;
  }

  private List<Slot> entries() throws IOException {
    List<Slot> slots = new ArrayList<>();
    for (String file : yamlFiles()) {
      for (Block block : files.entries(file).values()) {
        slots.add(entry(block));
      }
    }
    return slots;
  }

  private List<String> yamlFiles() throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".yaml") && file.contains("/"))
          .sorted()
          .toList();
    }
  }

  private Slot entry(Block block) throws IOException {
    String text = block.origin().entry();
    ResourceType type = catalog.find(text).orElseThrow();
    int at = nodes.size();
    count(string(text));
    write(new Likeness(files).complete(block));
    int remedy = nodes.size();
    Map<Scope, String> words = files.remedyInTerraform(type);
    count(words.size());
    for (Map.Entry<Scope, String> word : words.entrySet()) {
      count(string(word.getKey().word()));
      count(string(word.getValue()));
    }
    return new Slot(Token.of(text).orElseThrow().key(), at, remedy);
  }

  private Node software() {
    Node root = files.root(SoftwareReader.FILE).orElseThrow();
    for (Software software : new SoftwareReader().read(root)) {
      software.runs().forEach(Sign::pattern);
    }
    return root;
  }

  private List<Slot> names() {
    List<Slot> slots = new ArrayList<>();
    new TreeMap<>(files.terraformNames())
        .forEach((name, token) -> slots.add(new Slot(name, string(token), 0)));
    return slots;
  }

  private void write(Block block) throws IOException {
    out.writeByte(PackedCatalog.MAP);
    count(block.values().size());
    for (Map.Entry<String, Node> value : block.values().entrySet()) {
      writeScalar(0, value.getKey());
      write(value.getValue());
    }
  }

  private void write(Node node) throws IOException {
    if (node instanceof SequenceNode list) {
      out.writeByte(PackedCatalog.LIST);
      count(list.getValue().size());
      for (Node item : list.getValue()) {
        write(item);
      }
    } else if (node instanceof MappingNode map) {
      out.writeByte(PackedCatalog.MAP);
      count(map.getValue().size());
      for (NodeTuple tuple : map.getValue()) {
        write(tuple.getKeyNode());
        write(tuple.getValueNode());
      }
    } else {
      ScalarNode scalar = (ScalarNode) node;
      int tag = PackedCatalog.TAGS.indexOf(scalar.getTag());
      if (tag < 0) {
        throw new IllegalStateException("no scalar of the catalog may be " + scalar);
      }
      writeScalar(tag, scalar.getValue());
    }
  }

  private void writeScalar(int tag, String text) throws IOException {
    out.writeByte(tag);
    count(string(text));
  }

  private void count(int number) throws IOException {
    int rest = number;
    while (rest > 0x7F) {
      out.writeByte(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  private int string(String text) {
    Integer known = strings.putIfAbsent(text, strings.size());
    return known == null ? strings.size() - 1 : known;
  }

  private byte[] texts() throws IOException {
    ByteArrayOutputStream texts = new ByteArrayOutputStream();
    ByteArrayOutputStream ends = new ByteArrayOutputStream();
    DataOutputStream end = new DataOutputStream(ends);
    end.writeInt(strings.size());
    for (String text : strings.keySet()) {
      texts.write(text.getBytes(StandardCharsets.UTF_8));
      end.writeInt(texts.size());
    }
    ends.write(texts.toByteArray());
    return ends.toByteArray();
  }

  /** A power of two at which at least half of the slots are empty. */
  private static int width(List<Slot> slots) {
    return Integer.highestOneBit(Math.max(1, slots.size())) * 4;
  }

  private void table(DataOutputStream all, List<Slot> slots, int offset) throws IOException {
    int width = width(slots);
    @Nullable Slot[] placed = new Slot[width];
    for (Slot slot : slots) {
      int at = slot.key().hashCode() & (width - 1);
      while (placed[at] != null) {
        at = (at + 1) & (width - 1);
      }
      placed[at] = slot;
    }
    all.writeInt(width);
    for (Slot slot : placed) {
      all.writeInt(slot == null ? PackedCatalog.EMPTY : string(slot.key()));
      all.writeInt(slot == null ? 0 : offset + slot.first());
      all.writeInt(slot == null ? 0 : offset + slot.second());
    }
  }
}
