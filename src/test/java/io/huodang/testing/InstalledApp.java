package io.huodang.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The application of this build, laid out as the script {@code ./huodang} installs it. */
public final class InstalledApp {
  private InstalledApp() {}

  /** Lays it out in a new folder. */
  public static void in(Path folder) throws IOException {
    Files.createDirectories(folder);
    folder.toFile().setExecutable(true, false);
    for (String link : List.of("ingest", "index-templates")) {
      Files.createSymbolicLink(folder.resolve(link), Path.of(link).toAbsolutePath());
    }
    Files.createSymbolicLink(
        folder.resolve("components"), Path.of("target/components").toAbsolutePath());
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, "io.huodang.Huodang");
    main.put(Attributes.Name.CLASS_PATH, libraries());
    try (OutputStream out = Files.newOutputStream(folder.resolve("huodang.jar"));
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      add(Path.of("target/classes"), jar);
    }
    Files.createFile(folder.resolve("complete"));
  }

  private static String libraries() {
    return Stream.of(System.getProperty("java.class.path").split(":"))
        .filter(entry -> entry.endsWith(".jar"))
        .map(entry -> Path.of(entry).toUri().toString())
        .collect(Collectors.joining(" "));
  }

  private static void add(Path classes, JarOutputStream jar) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      // Folders too: Spring looks for components below them.
      for (Path file : files.filter(file -> !file.equals(classes)).sorted().toList()) {
        boolean isFolder = Files.isDirectory(file);
        jar.putNextEntry(new ZipEntry(classes.relativize(file) + (isFolder ? "/" : "")));
        if (!isFolder) {
          Files.copy(file, jar);
        }
        jar.closeEntry();
      }
    }
  }
}
