package dev.cutset.policy.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is given back as it was, or not at all. */
class BundleCacheTest {
  private static final byte[] BUNDLE = "a bundle".getBytes(StandardCharsets.UTF_8);
  private static final Optional<String> ANY = Optional.empty();

  @TempDir private Path folder;

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void a_bundle_is_found_by_its_sources_and_its_compiler() throws Exception {
    BundleCache cache = new BundleCache(Optional.of(folder));
    cache.keep("sources", "opa", BUNDLE);

    assertThat(cache.find("sources", Optional.of("opa"))).hasValue(BUNDLE);
    assertThat(cache.find("sources", ANY)).hasValue(BUNDLE);
    assertThat(cache.find("sources", Optional.of("another"))).isEmpty();
    assertThat(cache.find("others", ANY)).isEmpty();
    assertThat(kept()).singleElement().asString().endsWith("sources-opa.bundle");
  }

  @Test
  void the_newest_counts() throws Exception {
    BundleCache cache = new BundleCache(Optional.of(folder));
    cache.keep("sources", "old", "old".getBytes(StandardCharsets.UTF_8));
    cache.keep("sources", "new", BUNDLE);
    Files.setLastModifiedTime(folder.resolve("sources-old.bundle"), FileTime.fromMillis(1_000));

    assertThat(cache.find("sources", ANY)).hasValue(BUNDLE);
  }

  @Test
  void a_draft_that_was_left_is_no_bundle() throws Exception {
    BundleCache cache = new BundleCache(Optional.of(folder));
    cache.keep("sources", "opa", BUNDLE);
    Files.move(folder.resolve("sources-opa.bundle"), folder.resolve("sources-opa.tmp"));

    assertThat(cache.find("sources", ANY)).isEmpty();
  }

  @Test
  void an_empty_bundle_is_one_and_an_empty_file_is_none() throws Exception {
    BundleCache cache = new BundleCache(Optional.of(folder));
    cache.keep("nothing", "opa", new byte[0]);
    Files.write(folder.resolve("broken-opa.bundle"), new byte[0]);

    assertThat(cache.find("nothing", ANY)).hasValue(new byte[0]);
    assertThat(cache.find("broken", ANY)).isEmpty();
  }

  @Test
  void a_hundred_are_kept() throws Exception {
    BundleCache cache = new BundleCache(Optional.of(folder));
    for (int i = 0; i < 103; i++) {
      cache.keep("s" + i, "opa", BUNDLE);
      Path entry = folder.resolve("s" + i + "-opa.bundle");
      Files.setLastModifiedTime(entry, FileTime.fromMillis(1_000_000L + i * 10_000L));
    }
    cache.keep("last", "opa", BUNDLE);

    assertThat(kept()).hasSize(100);
    assertThat(cache.find("s3", ANY)).isEmpty();
    assertThat(cache.find("s4", ANY)).isPresent();
  }

  @Test
  void without_a_folder_nothing_is_kept() {
    BundleCache cache = new BundleCache(Optional.empty());
    cache.keep("sources", "opa", BUNDLE);

    assertThat(cache.find("sources", ANY)).isEmpty();
  }

  @Test
  void a_home_is_where_the_environment_says_in_full() {
    assertThat(BundleCache.home(Map.of("XDG_CACHE_HOME", "/caches", "HOME", "/home/me")))
        .contains(Path.of("/caches/cutset"));
    assertThat(BundleCache.home(Map.of("XDG_CACHE_HOME", "here", "HOME", "/home/me")))
        .contains(Path.of("/home/me/.cache/cutset"));
    assertThat(BundleCache.home(Map.of("XDG_CACHE_HOME", "", "HOME", "me"))).isEmpty();
    assertThat(BundleCache.home(Map.of())).isEmpty();
  }

  @Test
  void what_was_fetched_lies_under_where_it_came_from() throws Exception {
    FetchedBundles fetched = new FetchedBundles(Map.of("XDG_CACHE_HOME", folder.toString()));
    Path kept = fetched.keep(URI.create("https://a.example/x/../y?z"), BUNDLE);

    assertThat(kept.getParent()).isEqualTo(folder.resolve("cutset/fetched"));
    assertThat(kept).hasBinaryContent(BUNDLE);
    assertThat(kept.getFileName()).asString().isEqualTo("a.example_x_.._y");
    Path again = fetched.keep(URI.create("https://a.example/x/../y?z"), new byte[] {1});
    assertThat(again).isEqualTo(kept).hasBinaryContent(new byte[] {1});
  }

  @Test
  void what_was_fetched_lies_elsewhere_for_once_where_nothing_can_be_kept() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    Path kept =
        new FetchedBundles(Map.of("XDG_CACHE_HOME", file.toString()))
            .keep(URI.create("https://a.example/b"), BUNDLE);

    assertThat(kept).hasBinaryContent(BUNDLE);
    assertThat(kept.startsWith(folder)).isFalse();
    Files.delete(kept);
    Files.delete(kept.getParent());
  }
}
