package dev.cutset.template;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The templates that come with Cutset. They lie among its classes, in a folder or in the jar, so
 * that they are there wherever Cutset is.
 */
public final class TemplateLibrary implements AutoCloseable {
  private static final String ROOT = "/dev/cutset/stacks/";
  private static final List<String> KINDS = List.of("templates", "ladder");

  private final List<FileSystem> opened = new ArrayList<>();
  private final List<Template> templates = new ArrayList<>();

  private TemplateLibrary() {}

  /** Opens the library; the folders of its templates are there until it is closed. */
  public static TemplateLibrary open() throws IOException {
    return open(TemplateLibrary.class::getResource);
  }

  static TemplateLibrary open(Function<String, @Nullable URL> classes) throws IOException {
    TemplateLibrary library = new TemplateLibrary();
    try {
      for (String kind : KINDS) {
        URL url = classes.apply(ROOT + kind);
        if (url != null) {
          library.add(library.folder(url));
        }
      }
      return library;
    } catch (IOException failed) {
      library.close();
      throw failed;
    }
  }

  /** All of them: those to start from, then the steps of the ladder. */
  public List<Template> templates() {
    return List.copyOf(templates);
  }

  /** All names that templates go by. */
  public List<String> names() {
    return templates.stream().flatMap(each -> each.names().stream()).toList();
  }

  /** The template that goes by a name. */
  public Optional<Template> find(String name) {
    String wanted = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    return templates.stream().filter(each -> each.names().contains(wanted)).findFirst();
  }

  @Override
  public void close() throws IOException {
    for (FileSystem system : opened) {
      system.close();
    }
  }

  private Path folder(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    try {
      if (connection instanceof JarURLConnection jar) {
        FileSystem system = FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()));
        opened.add(system);
        return system.getPath(jar.getEntryName());
      }
      return Path.of(url.toURI());
    } catch (URISyntaxException strange) {
      throw new IOException("the place of `" + url + "` is no path", strange);
    }
  }

  private void add(Path kind) throws IOException {
    try (Stream<Path> folders = Files.list(kind)) {
      for (Path folder : folders.sorted().toList()) {
        if (Files.exists(folder.resolve("Pulumi.yaml"))) {
          templates.add(new TemplateReader().read(nameOf(kind, folder), folder));
        }
      }
    }
  }

  private static String nameOf(Path kind, Path folder) {
    String name = folder.getFileName().toString();
    return kind.endsWith("ladder") ? Template.LADDER + name : name;
  }
}
