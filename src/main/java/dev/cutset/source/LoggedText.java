package dev.cutset.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * The lines that a pipeline logs before and after the JSON of the tool that it runs, when all of it
 * goes to one file: the command, workflow commands, warnings.
 */
final class LoggedText {
  private static final int LONGEST = 1 << 16;
  private static final int ESCAPE = 0x1b;

  private final InputStream content;

  private LoggedText(InputStream content) {
    this.content = content;
  }

  /** Whether an input that begins like this can be text; a list of JSON is none. */
  static boolean begins(int first, int second) {
    return first == '[' ? Character.isLetter(second) : first == ESCAPE || first > ' ';
  }

  /** Goes to the first line that begins an object; whether there is one. */
  static boolean skip(BufferedInputStream content) throws IOException {
    content.mark(LONGEST + 1);
    int previous = 0;
    for (int i = 0; i < LONGEST; i++) {
      int c = content.read();
      if (c == '{' && previous == '\n') {
        content.reset();
        content.skipNBytes(i);
        return true;
      }
      if (c < 0) {
        break;
      }
      previous = c;
    }
    content.reset();
    return false;
  }

  /** The text around the object that is next in a content. */
  static LoggedText around(InputStream content) {
    return new LoggedText(content);
  }

  /** Whether a further object begins in one of the lines that follow. */
  boolean hidesAnother(Tokens in) throws IOException {
    ByteArrayOutputStream buffered = new ByteArrayOutputStream();
    in.release(buffered);
    InputStream rest =
        new SequenceInputStream(new ByteArrayInputStream(buffered.toByteArray()), content);
    boolean blank = true;
    for (int c = rest.read(); c >= 0; c = rest.read()) {
      if (c == '{' && blank) {
        return true;
      }
      blank = c == '\n' || (blank && Character.isWhitespace(c));
    }
    return false;
  }
}
