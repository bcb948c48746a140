package dev.cutset.gate;

import dev.cutset.analysis.Failure;
import dev.cutset.analysis.Figures;
import dev.cutset.architecture.Component;
import dev.cutset.config.FigureTable;
import java.util.stream.Stream;

/** The figures of a table, in the words of the analysis. */
public final class KnownFigures implements Figures {
  private final FigureTable table;

  /**
   * Figures of a table.
   *
   * @param table has a figure for everything
   */
  public KnownFigures(FigureTable table) {
    this.table = table;
  }

  @Override
  public Figure copy(Component component) {
    return of(component);
  }

  @Override
  public Figure service(Component component) {
    return of(component);
  }

  @Override
  public Figure domain(Failure failure) {
    return figure(table.find(Stream.of(failure.kind() + " " + failure.name())));
  }

  private Figure of(Component component) {
    return figure(
        table.find(
            Stream.of(
                component.resource().text(),
                component.id().text(),
                component.kind().name(),
                component.kind().type())));
  }

  private static Figure figure(FigureTable.Entry entry) {
    return new Figure(1 - entry.most(), 1 - entry.least(), entry.source());
  }
}
