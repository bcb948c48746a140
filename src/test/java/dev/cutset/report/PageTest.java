package dev.cutset.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void lines_are_parted_at_words() throws IOException {
    assertThat(wrapped("one two three", 8)).isEqualTo("one two\nthree\n");
    assertThat(wrapped("", 8)).isEqualTo("\n");
  }

  @Test
  void the_key_of_an_address_stays_whole() throws IOException {
    assertThat(wrapped("of `module.a[\"UK South 1\"].b[\"x\"]` and c[\"d e\"] or f", 12))
        .isEqualTo("of\n`module.a[\"UK South 1\"].b[\"x\"]`\nand c[\"d e\"]\nor f\n");
  }

  @Test
  void what_only_looks_like_a_key_is_parted() throws IOException {
    assertThat(wrapped("a [\" b c d", 5)).isEqualTo("a [\"\nb c d\n");
  }

  private static String wrapped(String text, int width) throws IOException {
    StringBuilder out = new StringBuilder();
    new Page(out, width).paragraph(0, text);
    return out.toString();
  }
}
