package dev.cutset.shipped;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Files that come with Cutset, beside the class that reads them.
 *
 * <p>They are in the jar. A JVM that has its classes from an archive need not open that jar, and to
 * open it for a file or two takes as long as much of the rest of a run; so the launcher unpacks
 * these files when it makes the archive, and says where.
 */
public final class Shipped {
  private static final String FOLDER = "cutset.shipped";

  private Shipped() {}

  /** Opens a file; null where there is none of that name. */
  public static @Nullable InputStream open(Class<?> beside, String name) {
    String folder = System.getProperty(FOLDER, "");
    if (folder.isEmpty()) {
      return beside.getResourceAsStream(name);
    }
    String path = beside.getPackageName().replace('.', '/') + "/" + name;
    try {
      return new FileInputStream(folder + "/" + path);
    } catch (FileNotFoundException e) {
      return beside.getResourceAsStream(name);
    }
  }
}
