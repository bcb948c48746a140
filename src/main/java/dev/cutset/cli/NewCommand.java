package dev.cutset.cli;

import dev.cutset.catalog.Suggestion;
import dev.cutset.report.Page;
import dev.cutset.template.NewProject;
import dev.cutset.template.Template;
import dev.cutset.template.TemplateLibrary;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a project from a template. */
@Command(
    name = "new",
    description = "Starts a project from a template, or lists the templates.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset new                              what is there?",
      "  cutset new multi-az-web shop            starts a project in the folder shop",
      "  cutset new ladder/1-single-server step  copies a step of the ladder, to try it"
    })
final class NewCommand implements Callable<Integer> {
  private static final int SHOWN = 3;

  private final Surroundings surroundings;

  @Parameters(
      index = "0",
      paramLabel = "TEMPLATE",
      arity = "0..1",
      description = "Which one; lists them when left out.")
  private Optional<String> template = Optional.empty();

  @Parameters(
      index = "1",
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "Where to; the current folder when left out.")
  private Optional<String> folder = Optional.empty();

  @Option(
      names = {"-n", "--name"},
      paramLabel = "NAME",
      description = "The project's name; that of the folder when left out.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--force",
      description = "Copies into a folder that is not empty, over files of the same name.")
  private boolean force;

  NewCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, WrongUseException {
    try (TemplateLibrary library = TemplateLibrary.open()) {
      if (template.isEmpty()) {
        new TemplateListing(page()).show(library.templates());
      } else {
        start(find(library, template.get()));
      }
    }
    return ExitCode.NOTHING_BLOCKS;
  }

  private static Template find(TemplateLibrary library, String wanted) throws WrongUseException {
    Optional<Template> found = library.find(wanted);
    if (found.isEmpty()) {
      throw new WrongUseException(
          "no template `"
              + wanted
              + "`; "
              + Suggestion.nearest(library.names(), wanted)
                  .map(near -> "did you mean `" + near + "`?")
                  .orElse("`cutset new` lists them"));
    }
    return found.get();
  }

  private void start(Template chosen) throws IOException, WrongUseException {
    Path place = surroundings.resolve(folder.orElse(""));
    String called = name.orElseGet(() -> NewProject.nameFor(place));
    if (!NewProject.isName(called)) {
      throw new WrongUseException(
          "`"
              + called
              + "` is no name of a project; use up to 100 letters, digits, `-`, `_` and `.`");
    }
    NewProject project = new NewProject(place, called);
    try {
      refuseToMix(project, chosen);
      project.copy(chosen);
    } catch (IOException e) {
      throw new WrongUseException(
          "`"
              + shown()
              + "` cannot be written: "
              + reason(e)
              + "; name a folder that you may write to");
    }
    surroundings
        .out()
        .println(
            "The project `"
                + called
                + "` is in `"
                + shown()
                + "`, made from "
                + chosen.name()
                + ".");
    surroundings.out().println();
    new NextSteps(page()).show(chosen, folder);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "no permission for `" + denied.getFile() + "`";
    }
    if (e instanceof FileAlreadyExistsException exists) {
      return "`" + exists.getFile() + "` is a file";
    }
    if (e instanceof DirectoryNotEmptyException folder) {
      return "`" + folder.getFile() + "` is a folder";
    }
    return String.valueOf(e.getMessage());
  }

  private void refuseToMix(NewProject project, Template chosen)
      throws IOException, WrongUseException {
    if (Files.exists(project.folder()) && !Files.isDirectory(project.folder())) {
      throw new WrongUseException("`" + shown() + "` is a file; name a folder");
    }
    List<Path> present = project.present();
    if (force || present.isEmpty()) {
      return;
    }
    List<Path> replaced = project.replaced(chosen);
    throw new WrongUseException(
        "`"
            + shown()
            + "` is not empty ("
            + few(present)
            + "); name a new folder, as in `cutset new "
            + chosen.name()
            + " shop-2`, or add --force to copy into it"
            + (replaced.isEmpty() ? "" : ", over " + few(replaced)));
  }

  private String shown() {
    return folder.orElse(".");
  }

  private Page page() {
    return new Page(surroundings.out(), surroundings.width());
  }

  private static String few(List<Path> files) {
    String first =
        files.stream().limit(SHOWN).map(file -> "`" + file + "`").collect(Collectors.joining(", "));
    int more = files.size() - SHOWN;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
