package dev.cutset.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Recognises from the first bytes what an input is packed in, and what surely is no JSON.
 *
 * @param json the JSON in the input, unpacked
 * @param around the text that was logged around it, if there is any
 */
record Content(InputStream json, Optional<LoggedText> around) {
  private static final int BUFFER = 1 << 16;
  private static final int BLANKS_TO_LOOK_PAST = 1024;
  private static final int ENOUGH_TO_TELL = 4096;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final int ESCAPE = 0x1b;

  static Content of(InputStream in, String where) throws IOException, UnreadableInputException {
    BufferedInputStream content = new BufferedInputStream(in, BUFFER);
    content.mark(2);
    boolean packed = content.read() == GZIP_FIRST && content.read() == GZIP_SECOND;
    content.reset();
    if (packed) {
      content = new BufferedInputStream(Unpacked.of(content, BUFFER), BUFFER);
    }
    boolean logged = comeToJson(content, where);
    return new Content(
        content, logged ? Optional.of(LoggedText.around(content)) : Optional.empty());
  }

  /** Goes to where the JSON begins; whether there was text before it. */
  private static boolean comeToJson(BufferedInputStream content, String where)
      throws IOException, UnreadableInputException {
    content.mark(BLANKS_TO_LOOK_PAST + 1);
    int first = content.read();
    for (int i = 1; i < BLANKS_TO_LOOK_PAST && first >= 0 && Character.isWhitespace(first); i++) {
      first = content.read();
    }
    int second = first < 0 ? first : content.read();
    content.reset();
    if (first < 0) {
      throw new UnreadableInputException(where, "the input is empty", Document.ADVICE);
    }
    if (first == '<') {
      throw new UnreadableInputException(
          where, "this is HTML or XML, not JSON", "see whether a login or error page was saved");
    }
    if (first == 'P' && second == 'K') {
      throw new UnreadableInputException(
          where,
          "this is a zip archive, such as Terraform's binary plan",
          "pass what `terraform show -json PLANFILE` prints");
    }
    // Bytes beyond ASCII can be a byte order mark, those below a space a wider encoding.
    if (first == '{' || first >= 0x7f) {
      return false;
    }
    if (LoggedText.begins(first, second) && LoggedText.skip(content)) {
      return true;
    }
    if (first == ESCAPE) {
      throw new UnreadableInputException(where, "this is coloured text, not JSON", Document.ADVICE);
    }
    if (first > ' ') {
      throw OtherLanguage.refused(
          new String(content.readNBytes(ENOUGH_TO_TELL), StandardCharsets.UTF_8), where);
    }
    return false;
  }
}
