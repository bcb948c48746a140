package dev.cutset.report;

import dev.cutset.analysis.Facts;
import dev.cutset.policy.FactsDocument;
import java.io.IOException;
import java.io.OutputStream;

/** The document that policies are told, as JSON that people can read too. */
public final class FactsJson {

  /** Writes the document; closing the stream is left to the caller. */
  public void render(Facts facts, OutputStream out) throws IOException {
    JsonText.copy(FactsDocument.json(facts), out);
  }
}
