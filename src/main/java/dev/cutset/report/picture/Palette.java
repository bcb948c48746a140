package dev.cutset.report.picture;

import java.awt.Color;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The light colours of the style sheet, for what is not drawn by a browser. */
final class Palette {
  private static final Pattern VARIABLE =
      Pattern.compile("--([a-z]+): light-dark\\(#([0-9a-f]{6}),");

  private final Map<String, Color> colours = new HashMap<>();

  Palette() {
    Matcher variable = VARIABLE.matcher(Asset.text("picture.css"));
    while (variable.find()) {
      colours.put(variable.group(1), new Color(Integer.parseInt(variable.group(2), 16)));
    }
  }

  Color colour(String name) {
    Color colour = colours.get(name);
    if (colour == null) {
      throw new IllegalStateException("`" + name + "` is no colour of picture.css");
    }
    return colour;
  }
}
