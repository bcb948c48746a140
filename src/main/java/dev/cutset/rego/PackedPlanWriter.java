package dev.cutset.rego;

import dev.cutset.rego.RawPlan.Code;
import dev.cutset.rego.RawPlan.EntryPoint;
import dev.cutset.rego.RawPlan.Procedure;
import dev.cutset.rego.RawPlan.Reference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Packs a plan into a form that is read without parsing: {@link Plan#read} takes it like the JSON,
 * and makes ready only what an evaluation comes to.
 *
 * <p>It is for plans that are packed where they are built and read often, by the same version of
 * this package: another version may refuse it. What a plan lacks is found out when it is read.
 */
public final class PackedPlanWriter {
  /** The variables that a plan has the input and the data in. */
  private static final List<Reference> DOCUMENTS =
      List.of(new Reference(Reference.Kind.LOCAL, 0), new Reference(Reference.Kind.LOCAL, 1));

  private final RawPlan raw;
  private final PackedTables tables;
  private final PackedBytes bytes = new PackedBytes();

  private PackedPlanWriter(RawPlan raw) {
    this.raw = raw;
    this.tables = new PackedTables(raw);
  }

  /**
   * Packs a plan.
   *
   * @param json what {@code opa build -t plan} writes as {@code plan.json}
   * @throws UnsupportedPlanException when it is none
   */
  public static void write(InputStream json, OutputStream to) throws IOException {
    to.write(PackedPlan.MAGIC);
    to.write(pack(json));
  }

  private static byte[] pack(InputStream json) {
    return new PackedPlanWriter(PlanReader.read(json)).pack();
  }

  /**
   * What comes after the magic.
   *
   * @param start the first bytes of the JSON, which have been read already
   */
  static byte[] pack(byte[] start, InputStream rest) {
    return pack(new SequenceInputStream(new ByteArrayInputStream(start), rest));
  }

  private byte[] pack() {
    for (int i = 0; i < PackedPlan.HEADER; i += Integer.BYTES) {
      bytes.word(0);
    }
    int[] records = new int[raw.functions().size() + raw.entryPoints().size()];
    int number = 0;
    for (Procedure procedure : raw.functions()) {
      records[number++] = bytes.size();
      function(procedure.name(), procedure.parameters(), procedure.blocks());
    }
    for (EntryPoint entry : raw.entryPoints()) {
      records[number++] = bytes.size();
      function(entry.name(), DOCUMENTS, entry.blocks());
    }
    tables(records);
    byte[] packed = bytes.toArray();
    CRC32 sum = new CRC32();
    sum.update(packed, Integer.BYTES, packed.length - Integer.BYTES);
    bytes.word(PackedPlan.SUM, (int) sum.getValue());
    return bytes.toArray();
  }

  /** A function: its name, its shape, the number of its first statement, and its blocks. */
  private void function(String name, List<Reference> parameters, List<Code> blocks) {
    PackedBytes body = new PackedBytes();
    CodeWriter code = new CodeWriter(tables, parameters);
    int first = tables.statements();
    code.blocks(blocks, body);
    bytes.number(tables.string(name));
    bytes.number(parameters.size());
    bytes.number(code.frameSize());
    bytes.number(first);
    bytes.append(body);
  }

  private void tables(int[] records) {
    bytes.word(PackedPlan.FUNCTIONS, bytes.size());
    for (int record : records) {
      bytes.word(record);
    }
    bytes.word(PackedPlan.FUNCTION_COUNT, raw.functions().size());
    bytes.word(PackedPlan.ENTRY_POINT_COUNT, raw.entryPoints().size());
    bytes.word(PackedPlan.PATHS, bytes.size());
    for (Procedure procedure : raw.functions()) {
      bytes.number(procedure.path().size());
      procedure.path().forEach(part -> bytes.number(tables.string(part)));
    }
    bytes.word(PackedPlan.BUILTINS, bytes.size());
    tables.writeBuiltins(bytes);
    bytes.word(PackedPlan.PLACES, bytes.size());
    tables.writePlaces(bytes);
    bytes.word(PackedPlan.LOCATIONS, bytes.size());
    tables.writeLocations(bytes);
    bytes.word(PackedPlan.STRING_COUNT, tables.strings());
    bytes.word(PackedPlan.STRINGS, bytes.size());
    tables.writeStrings(bytes);
  }
}
