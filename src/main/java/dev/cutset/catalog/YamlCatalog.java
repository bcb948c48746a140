package dev.cutset.catalog;

import dev.cutset.stack.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The catalog as YAML files, one for each module of a provider.
 *
 * <p>The file of a type follows from its token, so that only the files of modules that a stack uses
 * are parsed; those that come with Cutset were parsed and packed by the build. Safe for use by
 * several threads.
 */
public final class YamlCatalog implements Catalog {
  /** What Terraform says in the singular where it is a block: {@code tag} of a group. */
  private static final Set<String> BLOCKS_OF_ANY_TYPE = Set.of("tags");

  private static final Set<String> OF_ANY_TYPE = Set.of("name", "tags");
  private static final Set<String> OF_KNOWN_TYPES =
      Set.of(
          "name",
          "tags",
          "region",
          "location",
          "zone",
          "availabilityZone",
          "availabilityZones",
          "metadata",
          "arn",
          "id");

  private final Entries entries;
  private final ConcurrentMap<String, Optional<Known>> types = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Optional<ResourceType>> inTerraform =
      new ConcurrentHashMap<>();

  YamlCatalog(Entries entries) {
    this.entries = entries;
  }

  /** An entry with the names it uses. */
  private record Known(ResourceType type, Vocabulary vocabulary) {}

  /** The catalog that comes with Cutset. */
  public static YamlCatalog bundled() {
    return new YamlCatalog(PackedCatalog.bundled());
  }

  /** A catalog in a folder of the same layout. */
  public static YamlCatalog in(Path folder) {
    return from(file -> open(folder.resolve(file)));
  }

  static YamlCatalog from(CatalogFiles.Folder folder) {
    return new YamlCatalog(new CatalogFiles(folder));
  }

  static Optional<InputStream> open(Path file) throws IOException {
    return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
  }

  @Override
  public Optional<ResourceType> find(String token) {
    return known(token).map(Known::type);
  }

  @Override
  public Optional<ResourceType> find(String token, Stack.Source source) {
    return source.isTerraform()
        ? inTerraform.computeIfAbsent(token, known -> find(known).map(this::inTerraform))
        : find(token);
  }

  @Override
  public boolean wants(String type, String property) {
    return known(type)
        .map(known -> wants(known, property))
        .orElseGet(() -> OF_ANY_TYPE.contains(property));
  }

  /** Of what has no bearing on availability nobody reads more than its entry names. */
  private static boolean wants(Known known, String property) {
    return known.vocabulary().properties().contains(property)
        || (!known.type().inert() && OF_KNOWN_TYPES.contains(property));
  }

  @Override
  public boolean wantsEdges(String type) {
    return known(type).map(known -> !known.type().inert()).orElse(true);
  }

  /** What is in a subnet of others is in its zone; what others run is for them to judge. */
  @Override
  public boolean wantsLookups(String type) {
    return known(type)
        .filter(known -> known.type().role().isEmpty() && !known.type().place().isEmpty())
        .isPresent();
  }

  @Override
  public Optional<String> type(String foreignType) {
    return TerraformNames.token(entries, foreignType);
  }

  /** The name in camel case, or the plural of it where only that one means something here. */
  @Override
  public String property(String type, String foreignProperty) {
    String camelCase = Catalog.super.property(type, foreignProperty);
    return known(type)
        .map(known -> TerraformNames.nearest(camelCase, known.vocabulary().steps()))
        .map(name -> TerraformNames.nearest(name, BLOCKS_OF_ANY_TYPE))
        .orElse(camelCase);
  }

  private ResourceType inTerraform(ResourceType type) {
    return type.remedy().isEmpty() ? type : type.withRemedy(entries.remedyInTerraform(type));
  }

  private Optional<Known> known(String token) {
    Optional<Known> found = types.get(token);
    return found != null ? found : types.computeIfAbsent(token, this::read);
  }

  private Optional<Known> read(String text) {
    return Token.of(text)
        .flatMap(entries::entry)
        .map(new Likeness(entries)::complete)
        .map(block -> new EntryReader(block.origin().entry(), block.origin()).read(block))
        .map(type -> new Known(type, Vocabulary.of(type)));
  }
}
