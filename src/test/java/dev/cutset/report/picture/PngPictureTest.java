package dev.cutset.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.report.picture.Picture.Area;
import dev.cutset.report.picture.Picture.Point;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngPictureTest {
  private static final Area BOX = new Area(10, 100, 300, 150);
  private static final Area ENTRY = new Area(10, 10, 176, 58);
  private static final Area SERVER = new Area(30, 140, 176, 58);

  @Test
  void it_is_twice_as_sharp_as_it_is_large() throws Exception {
    BufferedImage image = drawn(picture("web", "zone"));

    assertThat(image.getWidth()).isEqualTo(2 * 320);
    assertThat(image.getHeight()).isEqualTo(2 * 260);
  }

  @Test
  void titles_and_labels_are_written() throws Exception {
    BufferedImage image = drawn(picture("web", "zone"));

    assertThat(inked(image, Marks.labels(card("web", false, SERVER)).get(0))).isPositive();
    assertThat(inked(image, Marks.labels(card("web", false, SERVER)).get(1))).isPositive();
    assertThat(inked(image, Marks.label(box("zone")))).isPositive();
  }

  @Test
  void another_title_is_another_picture() throws Exception {
    assertThat(bytes(picture("web", "zone")))
        .isNotEqualTo(bytes(picture("db", "zone")))
        .isEqualTo(bytes(picture("web", "zone")));
  }

  @Test
  void it_has_the_colours_of_the_page() throws Exception {
    BufferedImage image = drawn(picture("web", "region"));
    Palette palette = new Palette();

    assertThat(at(image, BOX.x() + 4, BOX.y() + 75)).isEqualTo(palette.colour("region").getRGB());
    assertThat(at(image, SERVER.x() + 170, SERVER.y() + 30))
        .isEqualTo(palette.colour("card").getRGB());
    assertThat(at(image, ENTRY.x(), ENTRY.y() + 30)).isEqualTo(palette.colour("blue").getRGB());
    assertThat(at(image, SERVER.x() + 15, SERVER.y() + 48))
        .isEqualTo(palette.colour("green").getRGB());
    assertThat(at(image, 315, 5)).isEqualTo(0xffffffff);
  }

  @Test
  void a_line_ends_with_a_tip() throws Exception {
    int edge = new Palette().colour("edge").getRGB();

    assertThat(at(drawn(picture("web", "zone")), 98, SERVER.y() - 4)).isEqualTo(edge);
  }

  @Test
  void a_name_of_wide_signs_stays_in_its_card() throws Exception {
    BufferedImage image = drawn(picture("W".repeat(40), "zone"));
    int card = new Palette().colour("card").getRGB();

    for (double y = SERVER.y() + 5; y < SERVER.y() + 25; y += 0.5) {
      assertThat(at(image, SERVER.x() + SERVER.width() - 4, y)).isEqualTo(card);
    }
  }

  @Test
  void what_is_too_large_is_refused_with_a_way_out() {
    Picture large = new Picture(20_000, 20_000, List.of(), List.of(), List.of());

    assertThatThrownBy(() -> PngPicture.of(large))
        .isInstanceOf(NotDrawableException.class)
        .hasMessageContaining("20000 by 20000")
        .hasMessageContaining("--format svg");
  }

  @Test
  void a_failure_of_the_fonts_is_told_from_others() {
    NullPointerException fonts = new NullPointerException();
    fonts.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("sun.awt.FontConfiguration", "getVersion", "x", 1)
        });

    assertThat(PngPicture.concernsFonts(new InternalError("wrapped", fonts))).isTrue();
    assertThat(PngPicture.concernsFonts(new IllegalStateException())).isFalse();
  }

  /** How many points of where a text stands differ from what is beside it. */
  private static int inked(BufferedImage image, Marks.Label label) {
    int ground = at(image, label.x() - 3, label.y() - 4);
    int inked = 0;
    for (double x = label.x(); x < label.x() + 20; x += 0.5) {
      for (double y = label.y() - 8; y < label.y(); y += 0.5) {
        inked += at(image, x, y) == ground ? 0 : 1;
      }
    }
    return inked;
  }

  private static int at(BufferedImage image, double x, double y) {
    return image.getRGB((int) (2 * x), (int) (2 * y));
  }

  private static BufferedImage drawn(Picture picture) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(bytes(picture)));
  }

  private static byte[] bytes(Picture picture) throws NotDrawableException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngPicture.of(picture).render(out);
    return out.toByteArray();
  }

  private static Picture picture(String title, String scope) {
    return new Picture(
        320,
        260,
        List.of(box(scope)),
        List.of(card("shop", true, ENTRY), card(title, false, SERVER)),
        List.of(new Picture.Line(0, 1, List.of(new Point(98, 68), new Point(98, 140)))));
  }

  private static Picture.Box box(String scope) {
    return new Picture.Box("key", scope, "eu-west-1", BOX);
  }

  private static Picture.Card card(String title, boolean entry, Area area) {
    return new Picture.Card(
        List.of(),
        entry ? List.of() : List.of("copy"),
        title,
        "a server",
        entry,
        OptionalInt.empty(),
        area);
  }
}
