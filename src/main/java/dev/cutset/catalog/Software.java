package dev.cutset.catalog;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Software that people run themselves, recognised by what installs or starts it.
 *
 * @param name what configuration calls it
 * @param title what people call it
 * @param role what a component that runs it is for
 * @param majority whether its nodes decide by majority
 * @param runs what shows in a text that installs or starts it
 * @param named words of a resource's name that suggest it
 */
public record Software(
    String name,
    String title,
    Role role,
    boolean majority,
    List<Pattern> runs,
    List<String> named) {

  private static final String FILE = "software.yaml";

  public Software {
    runs = List.copyOf(runs);
    named = List.copyOf(named);
  }

  /** All that is known. */
  public static List<Software> all() {
    try (InputStream in = Software.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the catalog lacks " + FILE);
      }
      List<Software> all = new ArrayList<>();
      Object content =
          new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromInputStream(in);
      ((Map<?, ?>) content)
          .forEach((name, entry) -> all.add(read((String) name, (Map<?, ?>) entry)));
      return all;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether a text installs or starts it. */
  public boolean runsIn(String text) {
    return runs.stream().anyMatch(pattern -> pattern.matcher(text).find());
  }

  /** The first that a text installs or starts. */
  public static Optional<Software> in(List<Software> all, String text) {
    return all.stream().filter(software -> software.runsIn(text)).findFirst();
  }

  private static Software read(String name, Map<?, ?> entry) {
    return new Software(
        name,
        (String) entry.get("title"),
        Role.valueOf(((String) entry.get("role")).toUpperCase(Locale.ROOT)),
        (Boolean) entry.get("majority"),
        ((List<?>) entry.get("runs")).stream().map(text -> Pattern.compile((String) text)).toList(),
        ((List<?>) entry.get("named")).stream().map(String.class::cast).toList());
  }
}
