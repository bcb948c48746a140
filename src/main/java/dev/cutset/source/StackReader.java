package dev.cutset.source;

import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import dev.cutset.stack.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads a stack from a file, a folder or a stream, whatever kind of input it is. */
public final class StackReader {
  private static final int DEEPEST_NESTING = 400;

  /** Longer than what any cloud takes for a script or a document, and still soon read. */
  private static final int LONGEST_TEXT = 20_000_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST_NESTING)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .build();

  private final Interest interest;
  private final Naming naming;

  /**
   * A reader that keeps only what is asked for.
   *
   * @param interest which properties to keep
   * @param naming how Terraform's names are said in Pulumi's words
   */
  public StackReader(Interest interest, Naming naming) {
    this.interest = interest;
    this.naming = naming;
  }

  /** Reads a file, or the one state file of a folder with Pulumi's file backend in it. */
  public Stack read(Path file) throws UnreadableInputException {
    Path state = Files.isDirectory(file) ? new StateFolder(file).onlyState() : file;
    if (!Files.exists(state)) {
      throw new UnreadableInputException("`" + state + "`", "no such file", "check the path");
    }
    try (InputStream in = Files.newInputStream(state)) {
      return read(in, "`" + state + "`");
    } catch (IOException e) {
      throw unreadable("`" + state + "`", "the file cannot be read");
    }
  }

  /**
   * Reads a stream to its end; closing it is left to the caller.
   *
   * @param where what to call the stream in messages
   */
  public Stack read(InputStream in, String where) throws UnreadableInputException {
    try {
      Content content = Content.of(in, where);
      try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), content.json())) {
        return read(new Tokens(parser, where), content.around());
      }
    } catch (IOException e) {
      throw unreadable(where, "the input cannot be read");
    } catch (JacksonIOException e) {
      throw unreadable(where, "the input cannot be read to its end");
    }
  }

  private Stack read(Tokens in, Optional<LoggedText> around)
      throws IOException, UnreadableInputException {
    try {
      return new Document(in, around, interest, naming).read();
    } catch (JacksonIOException e) {
      throw e;
    } catch (UnexpectedEndOfInputException e) {
      throw in.unreadable(
          "the JSON ends too early", e.getLocation(), "make the file again, it was cut off");
    } catch (StreamConstraintsException e) {
      throw in.unreadable(
          "the JSON is nested more than " + DEEPEST_NESTING + " deep, or a text in it is too long",
          e.getLocation(),
          "check that the file is what you meant to pass");
    } catch (JacksonException e) {
      // Its message quotes the input, and the input can be a secret.
      throw in.unreadable(
          "this is not valid JSON",
          e.getLocation(),
          "make the file again with the tool it is from; on Windows by `cmd`, since `>` of PowerShell"
              + " can change what it writes");
    }
  }

  private static UnreadableInputException unreadable(String where, String what) {
    return new UnreadableInputException(
        where, what, "check that it is whole and that you may read it");
  }
}
