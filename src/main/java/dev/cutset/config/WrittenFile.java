package dev.cutset.config;

import dev.cutset.config.ConfigurationException.Mistake;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file that people wrote, as a text, or a mistake that says why it is none. */
final class WrittenFile {
  private WrittenFile() {}

  static String text(Path file) throws ConfigurationException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw unreadable(file, "not a UTF-8 text", "save it as UTF-8");
    } catch (IOException e) {
      throw unreadable(file, "cannot be read", "check that it exists and may be read");
    }
  }

  private static ConfigurationException unreadable(Path file, String message, String help) {
    return new ConfigurationException(List.of(new Mistake(file.toString(), 0, 0, message, help)));
  }
}
