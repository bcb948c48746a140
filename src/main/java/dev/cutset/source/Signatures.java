package dev.cutset.source;

import java.util.List;

/** The marks by which the Pulumi engine writes what JSON has no form for. */
final class Signatures {
  /** The key of an object that is not an object but something marked by a signature. */
  static final String KEY = "4dabf18193072939515e22adb298388d";

  static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
  static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
  static final String BYTES = "803fd3297a5875dc03ca845dda5d2a98";
  static final String FLOAT = "8ad145fe-0d11-4827-bfd7-1abcbf086f5c";

  /** What a preview prints in place of a secret. */
  static final String BLINDED = "[secret]";

  /** Unknown text, truth value, number, list, asset, archive, object, in this order. */
  private static final List<String> UNKNOWNS =
      List.of(
          "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
          "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
          "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
          "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
          "030794c1-ac77-496b-92df-f27374a8bd58",
          "e48ece36-62e2-4504-bad9-02848725956a",
          "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");

  private static final int UNKNOWN_LENGTH = 36;

  private Signatures() {}

  /** Whether a text is, or holds, the mark of a value that is not known yet. */
  static boolean unknown(String text) {
    if (text.length() < UNKNOWN_LENGTH) {
      return false;
    }
    for (String unknown : UNKNOWNS) {
      if (text.contains(unknown)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text stands for a secret, or holds one, as providers' JSON-in-text inputs can. */
  static boolean secret(String text) {
    return text.equals(BLINDED) || (text.length() >= SECRET.length() && text.contains(SECRET));
  }
}
