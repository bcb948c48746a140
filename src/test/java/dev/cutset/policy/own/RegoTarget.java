package dev.cutset.policy.own;

import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What a team keeps of Rego: what is read of the sources before {@code opa} compiles them, and what
 * the policies say of themselves after that.
 */
public final class RegoTarget {
  private static final Path SOURCE = Path.of("policies");

  private RegoTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    readSource(new String(input, StandardCharsets.UTF_8));
    readMetadata(input);
  }

  private static void readSource(String text) {
    SourceFile source = new SourceFile("owner/policy.rego", text);
    PolicyLibrary.claims(source.packageName());
    source.hasFindings();
    source.policy().ifPresent(RegoTarget::check);
  }

  private static void check(String id) {
    try {
      PolicyIds.check(id);
    } catch (OwnPolicyException refused) {
      // That is its way to say so.
    }
  }

  private static void readMetadata(byte[] input) {
    try {
      if (RegoValue.parse(new ByteArrayInputStream(input)) instanceof RegoObject metadata) {
        new MetadataReader(SOURCE).read(metadata);
      }
    } catch (IllegalArgumentException | OwnPolicyException refused) {
      // JSON that is none never comes so far, and the reader has its way to say no.
    }
  }
}
