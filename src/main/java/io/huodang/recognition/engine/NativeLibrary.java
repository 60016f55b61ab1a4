package io.huodang.recognition.engine;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds libtesseract: the one packed beside us, else the system's.
 *
 * <p>The packed one is unpacked into a fresh private directory that is deleted as soon as the
 * library is loaded: several processes may start at once, none needs a right to write anywhere else
 * than in the temporary directory, and nothing is left behind.
 */
final class NativeLibrary {
  private static final Logger log = LoggerFactory.getLogger(NativeLibrary.class);
  private static final List<String> SYSTEM_NAMES = List.of("libtesseract.so.5", "libtesseract.so");

  private NativeLibrary() {}

  /** Loads the library for as long as the process lives. */
  static SymbolLookup load() {
    String platform = platform();
    try {
      return loadPacked(platform);
    } catch (IOException | IllegalArgumentException e) {
      log.warn("The packed Tesseract for {} cannot be used: {}", platform, e.toString());
      return loadSystem();
    }
  }

  private static SymbolLookup loadPacked(String platform) throws IOException {
    Path directory = Files.createTempDirectory("huodang-tesseract-");
    try {
      // libtesseract looks for libleptonica in its own directory.
      unpack("leptonica", platform, "libleptonica.so.6", directory);
      Path library = unpack("tesseract", platform, "libtesseract.so.5.5", directory);
      return SymbolLookup.libraryLookup(library, Arena.global());
    } finally {
      for (String name : List.of("libleptonica.so.6", "libtesseract.so.5.5")) {
        Files.deleteIfExists(directory.resolve(name));
      }
      Files.deleteIfExists(directory);
    }
  }

  private static Path unpack(String project, String platform, String name, Path directory)
      throws IOException {
    String resource = "/org/bytedeco/" + project + "/" + platform + "/" + name;
    try (InputStream in = NativeLibrary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("not packed: " + resource);
      }
      Path file = directory.resolve(name);
      Files.copy(in, file);
      return file;
    }
  }

  private static SymbolLookup loadSystem() {
    for (String name : SYSTEM_NAMES) {
      try {
        return SymbolLookup.libraryLookup(name, Arena.global());
      } catch (IllegalArgumentException e) {
        log.debug("{} is not here", name, e);
      }
    }
    throw new Refusal(
        "tesseract-missing",
        "Tesseract 5 was not found. Install it (Debian: apt-get install tesseract-ocr).");
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
