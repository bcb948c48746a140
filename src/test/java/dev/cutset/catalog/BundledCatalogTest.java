package dev.cutset.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundledCatalogTest {
  private final List<ResourceType> all = BundledEntries.all();

  @Test
  void every_entry_can_be_read() {
    assertThat(all.size()).isGreaterThan(400);
  }

  @Test
  void every_title_is_short_and_no_sentence() {
    assertThat(
            all.stream()
                .map(ResourceType::title)
                .filter(title -> title.length() > 70 || title.endsWith(".")))
        .isEmpty();
  }

  @Test
  void a_component_says_how_many_copies_it_has() {
    assertThat(tokens(components().filter(type -> type.copies().isEmpty()))).isEmpty();
  }

  @Test
  void the_last_case_of_the_copies_of_a_component_always_applies() {
    assertThat(tokens(components().filter(type -> !last(type.copies()).when().isEmpty())))
        .isEmpty();
  }

  @Test
  void no_case_of_copies_hides_a_later_one() {
    assertThat(tokens(all.stream().filter(BundledCatalogTest::hidesACase))).isEmpty();
  }

  private static boolean hidesACase(ResourceType type) {
    return type.copies().stream()
        .limit(Math.max(0, type.copies().size() - 1))
        .anyMatch(copies -> copies.when().isEmpty() && !(copies.count() instanceof Copies.Members));
  }

  @Test
  void a_component_says_how_to_survive_each_failure_that_can_take_it_down() {
    List<String> missing = new ArrayList<>();
    for (ResourceType type : components().toList()) {
      for (Scope scope : Scope.values()) {
        if (scope.compareTo(Scope.REGION) <= 0
            && canFailAt(type, scope)
            && !type.remedy().containsKey(scope)) {
          missing.add(type.token() + " at " + scope.word());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void a_component_names_the_page_that_its_facts_come_from() {
    assertThat(tokens(components().filter(type -> type.source().isEmpty()))).isEmpty();
  }

  @Test
  void no_terraform_name_belongs_to_two_types() {
    Map<String, String> seen = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (ResourceType type : all) {
      type.terraform()
          .ifPresent(
              name -> {
                String other = seen.put(name, type.token());
                if (other != null) {
                  twice.add(name + ": " + other + ", " + type.token());
                }
              });
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void every_terraform_name_leads_to_its_type() {
    YamlCatalog catalog = YamlCatalog.bundled();

    assertThat(
            tokens(
                all.stream()
                    .filter(type -> type.terraform().isPresent())
                    .filter(
                        type ->
                            !catalog
                                .type(type.terraform().orElseThrow())
                                .equals(Optional.of(type.token())))))
        .isEmpty();
  }

  private Stream<ResourceType> components() {
    return all.stream().filter(type -> type.role().isPresent());
  }

  private static List<String> tokens(Stream<ResourceType> types) {
    return types.map(ResourceType::token).toList();
  }

  private static Copies last(List<Copies> copies) {
    return copies.get(copies.size() - 1);
  }

  /** Whether some case leaves a copy that this failure can kill. */
  private static boolean canFailAt(ResourceType type, Scope scope) {
    if (scope == Scope.ZONE && type.place().contains(new Place.Regional())) {
      return false;
    }
    return type.copies().stream()
        .anyMatch(
            copies ->
                copies.survives().map(survived -> survived.compareTo(scope) < 0).orElse(true));
  }
}
