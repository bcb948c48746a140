package dev.cutset.catalog;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shows in a text that installs or starts a software: a regular expression, compiled when a
 * text has one of the words without which it cannot match.
 *
 * <p>A run would otherwise compile all of them to find that hardly a text has anything to do with
 * any, which takes longer than all else that it does.
 */
final class Sign {
  private final String expression;
  private final List<String> words;
  private volatile @Nullable Pattern pattern;

  Sign(String expression) {
    this.expression = expression;
    this.words = anyOf(expression);
  }

  boolean in(String text) {
    return mayBeIn(text) && pattern().matcher(text).find();
  }

  Pattern pattern() {
    Pattern known = pattern;
    if (known == null) {
      known = Pattern.compile(expression);
      pattern = known;
    }
    return known;
  }

  private boolean mayBeIn(String text) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return words.isEmpty();
  }

  /** One of these is in every text that matches; empty when no such words are found. */
  static List<String> anyOf(String expression) {
    List<String> words = new ArrayList<>();
    for (String branch : branches(expression)) {
      List<String> ofBranch = ofBranch(branch);
      if (ofBranch.isEmpty()) {
        return List.of();
      }
      words.addAll(ofBranch);
    }
    return List.copyOf(words);
  }

  /** The alternatives of an expression. */
  private static List<String> branches(String expression) {
    List<String> branches = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < expression.length()) {
      if (expression.charAt(at) == '|') {
        branches.add(expression.substring(start, at));
        start = at + 1;
        at++;
      } else {
        at = afterAtom(expression, at);
      }
    }
    branches.add(expression.substring(start));
    return branches;
  }

  /**
   * The longest word that a branch needs, or the words of the alternatives in one of its groups.
   */
  private static List<String> ofBranch(String branch) {
    String longest = "";
    List<String> ofGroup = List.of();
    StringBuilder word = new StringBuilder();
    int at = 0;
    while (at < branch.length()) {
      int next = afterAtom(branch, at);
      char first = branch.charAt(at);
      if (isOptional(branch, next)) {
        longest = longer(longest, word);
      } else if (isPlain(branch, at)) {
        word.append(branch.charAt(next - 1));
      } else {
        longest = longer(longest, word);
        if (first == '(' && branch.startsWith("(?i", at)) {
          return List.of();
        }
        if (first == '(' && ofGroup.isEmpty() && !branch.startsWith("(?", at)) {
          ofGroup = anyOf(branch.substring(at + 1, next - 1));
        }
      }
      if (next < branch.length() && "*+?{".indexOf(branch.charAt(next)) >= 0) {
        longest = longer(longest, word);
        next = afterQuantifier(branch, next);
      }
      at = next;
    }
    longest = longer(longest, word);
    return longest.isEmpty() ? ofGroup : List.of(longest);
  }

  private static String longer(String longest, StringBuilder word) {
    String other = word.toString();
    word.setLength(0);
    return other.length() > longest.length() ? other : longest;
  }

  private static boolean isOptional(String branch, int at) {
    return at < branch.length() && "*?{".indexOf(branch.charAt(at)) >= 0;
  }

  /** Whether an atom stands for itself: a letter, or a sign behind a backslash. */
  private static boolean isPlain(String branch, int at) {
    char first = branch.charAt(at);
    return first == '\\'
        ? at + 1 < branch.length() && !Character.isLetterOrDigit(branch.charAt(at + 1))
        : "[(.^$".indexOf(first) < 0;
  }

  private static int afterQuantifier(String branch, int at) {
    int next = branch.charAt(at) == '{' ? branch.indexOf('}', at) + 1 : at + 1;
    boolean lazy = next < branch.length() && branch.charAt(next) == '?';
    return lazy ? next + 1 : next;
  }

  /** Where what begins here ends: a sign, an escaped one, a class, a group. */
  private static int afterAtom(String expression, int at) {
    char first = expression.charAt(at);
    if (first == '\\') {
      return Math.min(at + 2, expression.length());
    }
    if (first == '[') {
      int end = at + 1;
      while (end < expression.length() && expression.charAt(end) != ']') {
        end = expression.charAt(end) == '\\' ? end + 2 : end + 1;
      }
      return Math.min(end + 1, expression.length());
    }
    if (first != '(') {
      return at + 1;
    }
    int end = at + 1;
    while (end < expression.length() && expression.charAt(end) != ')') {
      end = afterAtom(expression, end);
    }
    return Math.min(end + 1, expression.length());
  }
}
