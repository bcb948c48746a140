package dev.cutset.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.stack.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedCatalogTest {

  @Test
  void what_is_packed_is_what_is_written() {
    YamlCatalog written = YamlCatalog.in(BundledEntries.FOLDER);
    YamlCatalog packed = YamlCatalog.bundled();
    for (ResourceType type : BundledEntries.all()) {
      for (Stack.Source source : Stack.Source.values()) {
        assertThat(packed.find(type.token(), source))
            .as("%s in %s", type.token(), source)
            .isEqualTo(written.find(type.token(), source));
      }
      type.terraform()
          .ifPresent(name -> assertThat(packed.type(name)).isEqualTo(written.type(name)));
    }
    assertThat(packed.find("aws:ec2/teapot:Teapot")).isEmpty();
    assertThat(packed.type("aws_teapot")).isEmpty();
  }

  @Test
  void a_catalog_that_is_damaged_or_cut_off_is_refused() throws IOException {
    byte[] whole = bundled();
    assertThat(new PackedCatalog(whole.clone()).token("aws_instance")).isPresent();
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      assertThatThrownBy(() -> new PackedCatalog(damaged)).hasMessageContaining("build anew");
    }
    for (int length : new int[] {0, 3, 4, 23, 24, whole.length / 2, whole.length - 1}) {
      byte[] start = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> new PackedCatalog(start)).hasMessageContaining("build anew");
    }
  }

  private static byte[] bundled() throws IOException {
    try (InputStream in = PackedCatalog.class.getResourceAsStream(PackedCatalog.FILE)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
