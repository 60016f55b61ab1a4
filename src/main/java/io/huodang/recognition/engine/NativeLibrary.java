package io.huodang.recognition.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import net.sourceforge.tess4j.TessAPI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Binds tess4j's interface to libtesseract: the one packed beside us, else the system's.
 *
 * <p>The packed one, and JNA's own, are unpacked into a fresh private directory that is deleted as
 * soon as they are loaded: several processes may start at once, none needs a right to write
 * anywhere else than in the temporary directory, and nothing is left behind. {@code
 * TessAPI.INSTANCE} is not used: it would take a library from a directory that all users share.
 */
final class NativeLibrary {
  private static final Logger log = LoggerFactory.getLogger(NativeLibrary.class);
  private static final String JNA_DIRECTORY = "jna.tmpdir";

  /**
   * RTLD_LAZY without JNA's RTLD_GLOBAL: Leptonica brings its own libjpeg, libpng and libtiff,
   * which must not stand in for those of the Java runtime.
   */
  private static final int LAZY_AND_LOCAL = 1;

  private static volatile @Nullable String bound;

  private NativeLibrary() {}

  /**
   * The library of pictures that the loaded one brings along; loads it when nobody has.
   *
   * @throws Refusal {@code tesseract-missing}
   */
  static Leptonica leptonica() {
    Tesseract.ensureLoaded();
    // What a library needs is found by way of it, also when its file is gone.
    return Native.load(Objects.requireNonNull(bound), Leptonica.class, options());
  }

  /**
   * Loads the library for as long as the process lives.
   *
   * @throws Refusal {@code tesseract-missing}
   */
  static TessAPI load() {
    try {
      Path directory = Files.createTempDirectory("huodang-tesseract-");
      try {
        startJna(directory);
        return loadPacked(directory);
      } finally {
        delete(directory);
      }
    } catch (IOException | UnsatisfiedLinkError e) {
      log.warn("The packed Tesseract for {} cannot be used: {}", platform(), e.toString());
      return loadSystem();
    }
  }

  /** JNA unpacks its own library when its class is first used, by default below the user's home. */
  private static void startJna(Path directory) {
    if (System.getProperty(JNA_DIRECTORY) != null) {
      return;
    }
    System.setProperty(JNA_DIRECTORY, directory.toString());
    try {
      log.debug("JNA is here, its pointers have {} bytes", Native.POINTER_SIZE);
    } finally {
      System.clearProperty(JNA_DIRECTORY);
    }
  }

  private static TessAPI loadPacked(Path directory) throws IOException {
    // libtesseract looks for libleptonica in its own directory.
    unpack("leptonica", "libleptonica.so.6", directory);
    return bind(unpack("tesseract", "libtesseract.so.5.5", directory).toString());
  }

  private static TessAPI loadSystem() {
    try {
      return bind("tesseract");
    } catch (UnsatisfiedLinkError e) {
      throw new Refusal(
          "tesseract-missing",
          "Tesseract 5 cannot be loaded. Install it (Debian: apt-get install tesseract-ocr), and"
              + " let libraries be run from the temporary directory. "
              + e.getMessage());
    }
  }

  private static TessAPI bind(String library) {
    TessAPI api = Native.load(library, TessAPI.class, options());
    bound = library;
    return api;
  }

  private static Map<String, Object> options() {
    return Map.of(
        Library.OPTION_STRING_ENCODING, "UTF-8", Library.OPTION_OPEN_FLAGS, LAZY_AND_LOCAL);
  }

  private static Path unpack(String project, String name, Path directory) throws IOException {
    String resource = "/org/bytedeco/" + project + "/" + platform() + "/" + name;
    try (InputStream in = NativeLibrary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("not packed: " + resource);
      }
      Path file = directory.resolve(name);
      Files.copy(in, file);
      return file;
    }
  }

  private static void delete(Path directory) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(directory);
  }

  private static String platform() {
    String architecture = System.getProperty("os.arch", "");
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT)
        + "-"
        + switch (architecture) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm64";
          default -> architecture;
        };
  }
}
