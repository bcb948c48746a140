package dev.cutset.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignTest {
  private static final List<String> QUANTIFIERS =
      List.of("", "", "", "", "*", "+", "?", "{0,2}", "{1,2}", "*?");
  private static final List<String> CLASSES = List.of("[^a]", "[ab.]", "[\\]c]", ".", "\\w", "\\S");
  private static final String LETTERS = "abc\n /.:";

  @Test
  void a_text_needs_the_longest_word_of_an_expression() {
    assertThat(Sign.anyOf("zkServer")).containsExactly("zkServer");
    assertThat(Sign.anyOf("zoo\\.cfg")).containsExactly("zoo.cfg");
    assertThat(Sign.anyOf("install[^\\n]*zookeeper")).containsExactly("zookeeper");
    assertThat(Sign.anyOf("(?m)^(\\S*/)?vault(:[\\w.-]+)?(@\\S+)?$")).containsExactly("vault");
    assertThat(Sign.anyOf("\\bserver\\.\\d+=\\S+:2888:3888")).containsExactly(":2888:3888");
    assertThat(Sign.anyOf("upstream\\s+\\w+\\s*\\{")).containsExactly("upstream");
    assertThat(Sign.anyOf("ax*bc?d")).containsExactly("a");
  }

  @Test
  void of_alternatives_each_gives_a_word() {
    assertThat(Sign.anyOf("ab|cd+")).containsExactly("ab", "cd");
    assertThat(Sign.anyOf("(?m)^(\\S*/)?(ab|cd)(:\\w+)?$")).containsExactly("ab", "cd");
  }

  @Test
  void an_expression_without_a_word_of_its_own_is_tried_on_every_text() {
    assertThat(Sign.anyOf("ab|c*")).isEmpty();
    assertThat(Sign.anyOf("(?i)ab")).isEmpty();
    assertThat(Sign.anyOf("[ab]+")).isEmpty();
    assertThat(Sign.anyOf("(ab)?")).isEmpty();
  }

  @Test
  void what_an_expression_matches_is_found_whatever_words_it_needs() {
    Random random = new Random(7);
    int matches = 0;
    for (int i = 0; i < 20_000; i++) {
      String expression = expression(random, 3);
      Pattern pattern = Pattern.compile(expression);
      Sign sign = new Sign(expression);
      for (int j = 0; j < 10; j++) {
        String text = text(random);
        boolean expected = pattern.matcher(text).find();
        matches += expected ? 1 : 0;
        assertThat(sign.in(text)).as("`%s` in `%s`", expression, text).isEqualTo(expected);
      }
    }
    assertThat(matches).isGreaterThan(10_000);
  }

  @Test
  void the_signs_of_the_catalog_are_found_in_texts_made_of_their_words() {
    Random random = new Random(11);
    List<Sign> signs = Software.all().stream().flatMap(one -> one.runs().stream()).toList();
    List<String> words = new ArrayList<>(List.of("\n", " ", "/", ":", "-server", "image: "));
    signs.forEach(sign -> words.addAll(Sign.anyOf(sign.pattern().pattern())));
    assertThat(words.size()).isGreaterThanOrEqualTo(signs.size());
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(6); j >= 0; j--) {
        text.append(words.get(random.nextInt(words.size())));
      }
      for (Sign sign : signs) {
        assertThat(sign.in(text.toString()))
            .as("`%s` in `%s`", sign.pattern(), text)
            .isEqualTo(sign.pattern().matcher(text).find());
      }
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(7); i >= 0; i--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private static String expression(Random random, int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(atom(random, depth)).append(any(QUANTIFIERS, random));
    }
    return text.toString();
  }

  private static String atom(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> "\\" + ".:/".charAt(random.nextInt(3));
      case 1 -> any(CLASSES, random);
      case 7 -> "(" + expression(random, depth - 1) + ")";
      case 8 -> "(" + expression(random, depth - 1) + "|" + expression(random, depth - 1) + ")";
      default -> String.valueOf("abc".charAt(random.nextInt(3)));
    };
  }

  private static String any(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
