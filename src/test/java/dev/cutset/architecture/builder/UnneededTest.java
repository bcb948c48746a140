package dev.cutset.architecture.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnneededTest {

  @ParameterizedTest
  @CsvSource({
    "1, n1",
    "7, 'n1, n2, n3, n4, n5, n6, n7'",
    "8, 'n1, n2, n3, n4, n5, n6 and 2 others'",
    "300, 'n1, n2, n3, n4, n5, n6 and 294 others'"
  })
  void of_many_names_the_first_few_are_told(int count, String listed) {
    List<String> names = IntStream.rangeClosed(1, count).mapToObj(i -> "n" + i).toList();

    assertThat(Unneeded.listed(names)).isEqualTo(listed);
  }
}
