package dev.cutset.report.picture;

import java.io.IOException;
import java.io.OutputStream;

/** A picture as PNG. */
public final class PngPicture {
  private static final double SHARP = 2;
  private static final double MOST_SHARP_POINTS = 40e6;
  private static final double MOST_POINTS = 120e6;

  private final byte[] content;

  private PngPicture(byte[] content) {
    this.content = content;
  }

  /** Draws it; twice as sharp as it is large, where that is not too many points. */
  public static PngPicture of(Picture picture) throws NotDrawableException, IOException {
    double points = picture.width() * picture.height();
    if (points > MOST_POINTS) {
      throw new NotDrawableException(
          "a drawing of "
              + Math.round(picture.width())
              + " by "
              + Math.round(picture.height())
              + " points is too large for a PNG; say `--format svg`");
    }
    // Nothing is shown, and a display that does not answer must not matter.
    System.setProperty("java.awt.headless", "true");
    try {
      double scale = points * SHARP * SHARP > MOST_SHARP_POINTS ? 1 : SHARP;
      return new PngPicture(PngCanvas.draw(picture, scale));
    } catch (LinkageError | InternalError | RuntimeException e) {
      // What the JDK throws without fonts, or what reads them, differs between versions; one that
      // was made small has nothing to draw with at all.
      if (concernsFonts(e) || lacksDrawing(e)) {
        throw new NotDrawableException(
            "there is no font to write into a PNG with, or nothing to draw with in this Java;"
                + " install them (Debian: `apt install default-jre-headless fontconfig"
                + " fonts-dejavu-core`), or say `--format svg`");
      }
      throw e;
    }
  }

  /** Writes it; closing the stream is left to the caller. */
  public void render(OutputStream out) throws IOException {
    out.write(content);
  }

  /** Whether the JDK failed at its fonts, and not at the drawing. */
  static boolean concernsFonts(Throwable failure) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith("sun.font.")
          || frame.getClassName().startsWith("sun.awt.Font")
          || frame.getClassName().startsWith("sun.awt.FcFont")) {
        return true;
      }
    }
    return failure.getCause() != null && concernsFonts(failure.getCause());
  }

  private static boolean lacksDrawing(Throwable failure) {
    return failure instanceof NoClassDefFoundError
        && String.valueOf(failure.getMessage()).matches(".*\\b(java/awt|javax/imageio)/.*");
  }
}
