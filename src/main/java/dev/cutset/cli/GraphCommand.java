package dev.cutset.cli;

import dev.cutset.architecture.Architecture;
import dev.cutset.config.ConfigurationException;
import dev.cutset.gate.Inspection;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.report.ArchitectureDrawing;
import dev.cutset.report.DotReport;
import dev.cutset.report.MermaidReport;
import dev.cutset.report.picture.NotDrawableException;
import dev.cutset.report.picture.PictureLayout;
import dev.cutset.report.picture.PngPicture;
import dev.cutset.report.picture.SvgPicture;
import dev.cutset.source.UnreadableInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws the system that Cutset sees in a stack. */
@Command(
    name = "graph",
    description = "Draws what Cutset sees in a stack: components, where they are, who needs whom.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  cutset graph preview.json | dot -Tsvg > stack.svg",
      "  cutset graph --format mermaid --output stack.mmd preview.json",
      "  cutset graph --format svg --output stack.svg preview.json",
      "  cutset graph --format png --output stack.png preview.json"
    })
final class GraphCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Examiner examiner;

  @Mixin private PathParameter path = new PathParameter();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "dot|mermaid|svg|png",
      converter = Format.Word.class,
      completionCandidates = Format.Word.class,
      description = "The format of the drawing; dot (Graphviz) when left out.")
  private Format format = Format.DOT;

  @Mixin private StackOptions stack = new StackOptions();

  @Mixin private OutputOption output = new OutputOption();

  GraphCommand(Surroundings surroundings, Inspector inspector) {
    this.surroundings = surroundings;
    this.examiner = new Examiner(surroundings, inspector);
  }

  /** The languages of a drawing. */
  enum Format {
    DOT,
    MERMAID,
    SVG,
    PNG;

    /** Reads it from its word. */
    static final class Word extends Words.ConstantWord<Format> {
      Word() {
        super(values());
      }
    }
  }

  @Override
  public Integer call()
      throws NothingToCheckException,
          ConfigurationException,
          UnreadableInputException,
          ProgramException,
          WrongUseException,
          IOException {
    Inspection inspection = examiner.examine(path.given(), stack, Optional.empty()).inspection();
    Optional<PngPicture> png =
        format == Format.PNG ? Optional.of(png(inspection)) : Optional.empty();
    output.write(surroundings, (out, charset, colour) -> render(inspection, png, out));
    return ExitCode.NOTHING_BLOCKS;
  }

  /** Drawn before anything is written, because it can fail. */
  private PngPicture png(Inspection inspection) throws WrongUseException, IOException {
    if (!output.isFile() && surroundings.isTerminal()) {
      throw new WrongUseException(
          "a PNG is nothing for a terminal; say `--output stack.png`, or send it into a file");
    }
    try {
      return PngPicture.of(PictureLayout.of(inspection.architecture(), inspection.parents()));
    } catch (NotDrawableException e) {
      throw new WrongUseException(String.valueOf(e.getMessage()));
    }
  }

  private void render(Inspection inspection, Optional<PngPicture> png, OutputStream out)
      throws IOException {
    Architecture architecture = inspection.architecture();
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    switch (format) {
      case DOT -> new DotReport().render(ArchitectureDrawing.of(architecture), writer);
      case MERMAID -> new MermaidReport().render(ArchitectureDrawing.of(architecture), writer);
      case SVG ->
          new SvgPicture().render(PictureLayout.of(architecture, inspection.parents()), writer);
      case PNG -> png.orElseThrow().render(out);
    }
    writer.flush();
  }
}
