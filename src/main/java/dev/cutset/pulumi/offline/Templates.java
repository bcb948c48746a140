package dev.cutset.pulumi.offline;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the braces of a shape.
 *
 * <ul>
 *   <li>{@code {hex:8}}, {@code {digits:10}}: the subject's identity in so many digits
 *   <li>{@code {octets:2}}: the last parts of an address, so many
 *   <li>{@code {resource}}, {@code {kind}}, {@code {module}}: the subject's name, kind and module
 *   <li>{@code {region}}, {@code {account}} and the like: configuration, or else a constant
 *   <li>{@code {=dbName}}: another property of the subject, given or made up
 *   <li>{@code {=subnetId.availabilityZone}}: a property of the resource whose id that one is
 *   <li>{@code {@subnetId.cidrBlock}}: an address in the block that it is
 * </ul>
 *
 * <p>A shape with a brace that nothing fills is as good as none.
 */
final class Templates {
  private static final Pattern BRACE = Pattern.compile("\\{([=@]?[A-Za-z]+(?:[:.][A-Za-z0-9]+)?)}");

  private final Subject subject;
  private final Function<String, Optional<Value>> property;
  private final Function<String, Optional<String>> constant;
  private final Created created;

  Templates(
      Subject subject,
      Function<String, Optional<Value>> property,
      Function<String, Optional<String>> constant,
      Created created) {
    this.subject = subject;
    this.property = property;
    this.constant = constant;
    this.created = created;
  }

  Optional<Value> fill(Object shape) {
    if (shape instanceof List<?> shapes) {
      List<Value> items = new ArrayList<>();
      for (Object item : shapes) {
        Optional<Value> value = fill(item);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        items.add(value.get());
      }
      return Optional.of(Protocol.of(items));
    }
    if (shape instanceof Map<?, ?> shapes) {
      return fillObject(shapes);
    }
    return shape instanceof String text ? fillText(text) : Optional.of(Protocol.of(shape));
  }

  private Optional<Value> fillObject(Map<?, ?> shapes) {
    Struct.Builder fields = Struct.newBuilder();
    for (Map.Entry<?, ?> shape : shapes.entrySet()) {
      Optional<Value> value = fill(shape.getValue());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      fields.putFields(shape.getKey().toString(), value.get());
    }
    return Optional.of(Protocol.of(fields.build()));
  }

  private Optional<Value> fillText(String text) {
    Matcher brace = BRACE.matcher(text);
    if (brace.matches() && brace.group(1).startsWith("=")) {
      return reference(brace.group(1).substring(1));
    }
    brace.reset();
    StringBuilder filled = new StringBuilder();
    while (brace.find()) {
      Optional<String> value = part(brace.group(1));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      brace.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
    }
    return Optional.of(Protocol.of(brace.appendTail(filled).toString()));
  }

  private Optional<String> part(String name) {
    if (name.startsWith("=")) {
      return reference(name.substring(1)).flatMap(Protocol::text);
    }
    if (name.startsWith("@")) {
      return reference(name.substring(1))
          .flatMap(Protocol::text)
          .flatMap(AddressBlock::parse)
          .map(block -> block.host(subject.number()));
    }
    int colon = name.indexOf(':');
    if (colon > 0) {
      int count = Integer.parseInt(name.substring(colon + 1));
      return Optional.of(identity(name.substring(0, colon), count));
    }
    return switch (name) {
      case "resource" -> Optional.of(subject.name());
      case "kind" -> Optional.of(subject.kind());
      case "module" -> Optional.of(subject.module());
      default -> constant.apply(name);
    };
  }

  private String identity(String form, int count) {
    return switch (form) {
      case "hex" -> subject.hex(count);
      case "digits" -> digits(count);
      case "octets" -> octets(count);
      default -> throw new IllegalStateException("no such brace: `{" + form + ":" + count + "}`");
    };
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (char hex : subject.hex(count).toCharArray()) {
      digits.append(Character.digit(hex, 16) % 10);
    }
    return digits.toString();
  }

  // Never 0 or 255, which are not addresses of hosts.
  private String octets(int count) {
    List<String> octets = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      int octet = Integer.parseInt(subject.hex(4 * i).substring(4 * i - 4), 16);
      octets.add(Integer.toString(1 + octet % 254));
    }
    return String.join(".", octets);
  }

  private Optional<Value> reference(String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return property.apply(path);
    }
    return property
        .apply(path.substring(0, dot))
        .flatMap(Protocol::text)
        .flatMap(id -> created.property(id, path.substring(dot + 1)));
  }
}
