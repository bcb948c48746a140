package dev.cutset.source;

import dev.cutset.stack.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a file where a resource is declared.
 *
 * @param kind Terraform's type, or the simple name of a class; empty where only the name stands
 */
record Declaration(String kind, String name) implements Comparable<Declaration> {
  private static final Pattern JAVA =
      Pattern.compile("\\bnew\\s+(?:\\w+\\.)*([A-Z]\\w*)\\s*\\(\\s*\"([^\"\\\\\n]+)\"");
  private static final Pattern JAVA_NAME = Pattern.compile("()\"([^\"\\\\\n]+)\"");
  private static final Pattern TERRAFORM =
      Pattern.compile("(?m)^[ \\t]*resource[ \\t]+\"([^\"]+)\"[ \\t]+\"([^\"]+)\"");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:.*\\.)?([a-z][a-z0-9_]*)\\.([A-Za-z_][\\w-]*)(?:\\[.*])?");

  static Declaration of(Resource resource) {
    String address = resource.urn().text();
    Matcher terraform = ADDRESS.matcher(address);
    if (!address.startsWith("urn:") && terraform.matches()) {
      return new Declaration(terraform.group(1), terraform.group(2));
    }
    String type = resource.type();
    return new Declaration(type.substring(type.lastIndexOf(':') + 1), resource.name());
  }

  static boolean canBeIn(Path file) {
    String name = file.toString();
    return name.endsWith(".java") || name.endsWith(".tf");
  }

  /** A declaration and the line it stands in. */
  record Found(Declaration declaration, int line) {}

  /** The name alone, as a method that makes such resources is given it. */
  Declaration byName() {
    return new Declaration("", name);
  }

  /** All declarations in a file, and in Java every text that may be a name. */
  static List<Found> in(Path file) {
    String text = text(file);
    List<Found> found = new ArrayList<>();
    if (file.toString().endsWith(".tf")) {
      find(TERRAFORM, text, found);
    } else {
      find(JAVA, text, found);
      find(JAVA_NAME, text, found);
    }
    return found;
  }

  private static void find(Pattern pattern, String text, List<Found> found) {
    Matcher matcher = pattern.matcher(text);
    int line = 1;
    int counted = 0;
    while (matcher.find()) {
      for (; counted < matcher.start(1); counted++) {
        line += text.charAt(counted) == '\n' ? 1 : 0;
      }
      found.add(new Found(new Declaration(matcher.group(1), matcher.group(2)), line));
    }
  }

  // A declaration that cannot be read is one that is not found.
  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public int compareTo(Declaration other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : name.compareTo(other.name);
  }
}
