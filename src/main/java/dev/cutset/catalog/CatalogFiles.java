package dev.cutset.catalog;

import dev.cutset.yaml.YamlException;
import dev.cutset.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.snakeyaml.engine.v2.nodes.Node;

/** The files of a catalog, each parsed when a type in it is first asked for, and only once. */
final class CatalogFiles implements Entries {
  private final Folder folder;
  private final ConcurrentMap<String, Map<String, Block>> files = new ConcurrentHashMap<>();
  private final TerraformIndex terraform = new TerraformIndex(this);

  CatalogFiles(Folder folder) {
    this.folder = folder;
  }

  /** Where files come from: the resources of the program, or a folder. */
  @FunctionalInterface
  interface Folder {
    /** The content of a file; empty when there is none of that name. */
    Optional<InputStream> open(String file) throws IOException;
  }

  @Override
  public Optional<Block> entry(Token token) {
    return Optional.ofNullable(entries(token.file()).get(token.key()));
  }

  @Override
  public Optional<String> token(String terraformName) {
    return Optional.ofNullable(terraform.tokens().get(terraformName));
  }

  @Override
  public Map<Scope, String> remedyInTerraform(ResourceType type) {
    return terraform.remedy(type);
  }

  /** The token of each type that Terraform names. */
  Map<String, String> terraformNames() {
    return terraform.tokens();
  }

  /** All entries of a file by their keys. */
  Map<String, Block> entries(String file) {
    return files.computeIfAbsent(file, this::parse);
  }

  /** A file that stands beside the entries; empty when it is missing. */
  Optional<InputStream> open(String file) {
    try {
      return folder.open(file);
    } catch (IOException e) {
      throw new CatalogException(file, e);
    }
  }

  private Map<String, Block> parse(String file) {
    return root(file).map(node -> blocks(file, node)).orElse(Map.of());
  }

  /** What a file holds; empty when there is no such file, or nothing in it. */
  Optional<Node> root(String file) {
    Optional<InputStream> found = open(file);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream content = found.get()) {
      return YamlReader.nodes(new String(content.readAllBytes(), StandardCharsets.UTF_8), file);
    } catch (YamlException e) {
      throw new CatalogException(file, e.line(), e.column(), e.problem());
    } catch (IOException e) {
      throw new CatalogException(file, e);
    }
  }

  private static Map<String, Block> blocks(String file, Node root) {
    Map<String, Block> blocks = new LinkedHashMap<>();
    Block.of(new Origin(file, file), root)
        .values()
        .forEach(
            (text, node) -> {
              Origin origin = new Origin(file, text);
              Token token = token(origin, node);
              if (blocks.put(token.key(), Block.of(origin, node, EntryReader.KEYS)) != null) {
                throw origin.mistake(node, "has two entries");
              }
            });
    return blocks;
  }

  private static Token token(Origin origin, Node node) {
    return Token.of(origin.entry())
        .filter(token -> token.file().equals(origin.file()))
        .orElseThrow(
            () ->
                origin.mistake(
                    node,
                    Token.of(origin.entry())
                        .map(token -> "belongs into the file `" + token.file() + "`")
                        .orElse("is no type token, such as `aws:rds/instance:Instance`")));
  }
}
