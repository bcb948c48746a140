package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.Builtins;
import org.jspecify.annotations.Nullable;

/** All builtins of this package, by name. */
public final class StandardBuiltins implements Builtins {
  /** The only one. */
  public static final Builtins ALL = new StandardBuiltins();

  private StandardBuiltins() {}

  /**
   * {@inheritDoc}
   *
   * <p>Each group answers for itself; only those that a plan asks for are ever made, which keeps
   * the start short.
   */
  @Override
  public @Nullable Builtin find(String name) {
    for (Group group : Group.values()) {
      Builtin builtin = group.find(name);
      if (builtin != null) {
        return builtin;
      }
    }
    return null;
  }

  private enum Group {
    COMPARISON,
    ARITHMETIC,
    AGGREGATES,
    ARRAYS,
    SETS,
    OBJECTS,
    TYPES,
    TEXTS,
    TEXT_CHANGES,
    REGEXES,
    GLOBS,
    JSON,
    JSON_SCHEMAS,
    YAML,
    GRAPHS,
    BITS,
    ENCODINGS,
    URL_QUERIES,
    HASHES,
    TOKENS,
    CERTIFICATES,
    AWS_SIGNATURES,
    UNITS,
    VERSIONS,
    TIMES,
    NETWORKS,
    IDENTIFIERS,
    URIS,
    /** Last, so that none of it is loaded where it is not used. */
    GRAPHQL;

    @Nullable Builtin find(String name) {
      return switch (this) {
        case COMPARISON -> Comparison.find(name);
        case ARITHMETIC -> Arithmetic.find(name);
        case AGGREGATES -> Aggregates.find(name);
        case ARRAYS -> Arrays.find(name);
        case SETS -> Sets.find(name);
        case OBJECTS -> Objects.find(name);
        case TYPES -> Types.find(name);
        case TEXTS -> Texts.find(name);
        case TEXT_CHANGES -> TextChanges.find(name);
        case REGEXES -> Regexes.find(name);
        case GLOBS -> Globs.find(name);
        case JSON -> Json.find(name);
        case JSON_SCHEMAS -> JsonSchemas.find(name);
        case YAML -> Yaml.find(name);
        case GRAPHS -> Graphs.find(name);
        case BITS -> Bits.find(name);
        case ENCODINGS -> Encodings.find(name);
        case URL_QUERIES -> UrlQueries.find(name);
        case HASHES -> Hashes.find(name);
        case TOKENS -> Tokens.find(name);
        case CERTIFICATES -> Certificates.find(name);
        case AWS_SIGNATURES -> AwsSignature.find(name);
        case UNITS -> Units.find(name);
        case VERSIONS -> Versions.find(name);
        case TIMES -> Times.find(name);
        case NETWORKS -> Networks.find(name);
        case IDENTIFIERS -> Identifiers.find(name);
        case URIS -> Uris.find(name);
        case GRAPHQL -> Graphql.find(name);
      };
    }
  }
}
