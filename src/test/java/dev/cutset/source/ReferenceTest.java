package dev.cutset.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  private static List<Reference> references(String... texts) {
    return Stream.of(texts).map(Reference::of).toList();
  }

  private static List<Reference> proper(String... texts) {
    ProperReferences proper = new ProperReferences(new SharedReferences());
    Stream.of(texts).forEach(proper::add);
    return proper.all();
  }

  @Test
  void a_name_that_begins_like_another_is_not_its_cut_off_form() {
    assertThat(proper("a.bc.id", "a.b")).isEqualTo(references("a.bc.id", "a.b"));
  }

  @Test
  void a_key_can_hold_dots_quotes_and_brackets() {
    Address address = Address.of("module.m[\"a.b\"].aws_x.y[\"c\\\"]d\"]").orElseThrow();
    assertThat(address.modules()).extracting(m -> m.key().orElse("")).containsExactly("a.b");
    assertThat(address.local()).isEqualTo("aws_x.y");
    assertThat(address.key()).hasValue("c\"]d");
  }

  @Test
  void a_data_source_in_a_module_is_not_managed() {
    Address address = Address.of("module.m.data.aws_ami.x[0]").orElseThrow();
    assertThat(address.managed()).isFalse();
    assertThat(address.local()).isEqualTo("data.aws_ami.x");
  }

  @Test
  void a_text_that_is_no_address_gives_none() {
    assertThat(Address.of("nonsense")).isEmpty();
    assertThat(Address.of("module.m")).isEmpty();
    assertThat(Address.of("")).isEmpty();
    assertThat(Address.of("a.b[")).isPresent();
  }

  @Test
  void the_cut_off_forms_after_a_reference_name_nothing_more() {
    assertThat(proper("a.b[0].id", "a.b[0]", "a.b", "a.c.id", "a.c"))
        .isEqualTo(references("a.b[0].id", "a.c.id"));
  }

  @Test
  void all_instances_named_after_one_of_them_are_not_its_cut_off_form() {
    assertThat(proper("a.b[0].id", "a.b[0]", "a.b", "a.b"))
        .isEqualTo(references("a.b[0].id", "a.b"));
  }
}
