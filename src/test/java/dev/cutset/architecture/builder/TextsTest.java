package dev.cutset.architecture.builder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.declared.Texts;
import dev.cutset.stack.PropertyPath;
import org.junit.jupiter.api.Test;

class TextsTest {

  /** A state of Terraform keeps the SHA-1 of user data in its place. */
  @Test
  void a_fingerprint_is_a_text_that_nobody_can_read() {
    Texts.Source source = userData("da39a3ee5e6b4b0d3255bfef95601890afd80709");

    assertThat(Texts.opaque(source)).isTrue();
    assertThat(Texts.isUnknown(source)).isFalse();
    assertThat(Texts.in(source)).isEmpty();
  }

  @Test
  void what_is_no_fingerprint_is_read() {
    Texts.Source source = userData("echo da39a3ee5e6b4b0d3255bfef95601890afd80709");

    assertThat(Texts.opaque(source)).isFalse();
    assertThat(Texts.in(source)).hasSize(1);
  }

  private static Texts.Source userData(String text) {
    Program program =
        Program.of(
            "web: {type: 'aws:ec2/instance:Instance', properties: {userData: " + text + "}}");
    return new Texts.Source(program.known("web"), PropertyPath.of("userData"));
  }
}
