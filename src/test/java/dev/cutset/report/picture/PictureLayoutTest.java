package dev.cutset.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.gate.Gate;
import dev.cutset.gate.Inspection;
import dev.cutset.policy.Judge;
import dev.cutset.report.picture.Picture.Area;
import dev.cutset.report.picture.Picture.Point;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PictureLayoutTest {
  private static final Gate GATE = new Gate(YamlCatalog.bundled(), Software.all(), Judge.bundled());

  static Stream<StackFolder> stacks() throws IOException {
    return StackFolder.all().stream();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void no_line_passes_a_card(StackFolder stack) throws Exception {
    Picture picture = picture(stack);

    for (Picture.Line line : picture.lines()) {
      for (int i = 1; i < line.route().size(); i++) {
        Point from = line.route().get(i - 1);
        Point to = line.route().get(i);
        assertThat(picture.cards())
            .as("%s to %s", from, to)
            .noneMatch(card -> passes(from, to, card.area()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void cards_and_boxes_do_not_overlap_and_are_in_the_picture(StackFolder stack) throws Exception {
    Picture picture = picture(stack);

    Area whole = new Area(0, 0, picture.width(), picture.height());
    List<Area> cards = picture.cards().stream().map(Picture.Card::area).toList();
    List<Area> boxes = picture.boxes().stream().map(Picture.Box::area).toList();
    assertThat(cards).allMatch(card -> holds(whole, card)).doesNotHaveDuplicates();
    assertThat(boxes).allMatch(box -> holds(whole, box));
    for (Area card : cards) {
      assertThat(cards).noneMatch(other -> !other.equals(card) && overlap(other, card));
      assertThat(boxes).allMatch(box -> holds(box, card) || !overlap(box, card));
    }
    for (Area box : boxes) {
      assertThat(boxes)
          .allMatch(other -> holds(box, other) || holds(other, box) || !overlap(box, other));
    }
  }

  @Test
  void the_drawing_alone_needs_no_variables_and_no_page() throws Exception {
    StringWriter svg = new StringWriter();
    new SvgPicture().render(picture(StackFolder.named("ladder/1-single-server")), svg);

    assertThat(svg.toString())
        .startsWith("<svg xmlns=")
        .contains("fill: #ffffff")
        .doesNotContain("var(")
        .doesNotContain("light-dark");
  }

  private static Picture picture(StackFolder stack) throws Exception {
    Inspection inspection = GATE.inspect(stack.recorded(), Configuration.EMPTY);
    return PictureLayout.of(inspection.architecture(), inspection.parents());
  }

  /** Beginnings and ends touch their cards. */
  private static boolean passes(Point from, Point to, Area card) {
    return Math.max(from.x(), to.x()) > card.x()
        && Math.min(from.x(), to.x()) < card.x() + card.width()
        && Math.max(from.y(), to.y()) > card.y()
        && Math.min(from.y(), to.y()) < card.y() + card.height();
  }

  private static boolean holds(Area box, Area inner) {
    return box.x() <= inner.x()
        && box.y() <= inner.y()
        && box.x() + box.width() >= inner.x() + inner.width()
        && box.y() + box.height() >= inner.y() + inner.height();
  }

  private static boolean overlap(Area one, Area other) {
    return passes(
        new Point(one.x(), one.y()),
        new Point(one.x() + one.width(), one.y() + one.height()),
        other);
  }
}
