package io.huodang.cli;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file to deliver.
 *
 * @param file on this machine
 * @param delivered its path as people know it
 */
record Parcel(Path file, String delivered) {

  /**
   * Every file that was given or lies in a folder that was given, without hidden ones: with the
   * names of the folders when there are several, else from inside the one.
   *
   * @param catalogue is sent by itself; null when there is none
   * @throws Refusal {@code no-such-file}, {@code nothing-to-send}
   */
  static List<Parcel> in(List<Path> paths, @Nullable Path catalogue) throws IOException {
    List<Parcel> parcels = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new Refusal("no-such-file", path + " does not exist");
      }
      Path given = path.toAbsolutePath().normalize();
      Path base = Files.isDirectory(given) && paths.size() == 1 ? given : given.getParent();
      try (Stream<Path> below = Files.walk(given)) {
        below
            .filter(Files::isRegularFile)
            .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
            .filter(
                file -> catalogue == null || !file.equals(catalogue.toAbsolutePath().normalize()))
            .sorted()
            .map(
                file ->
                    new Parcel(
                        file, base == null ? file.toString() : base.relativize(file).toString()))
            .forEach(parcels::add);
      }
    }
    if (parcels.isEmpty()) {
      throw new Refusal("nothing-to-send", "There is no file in " + paths);
    }
    return parcels;
  }

  /**
   * Delivers it to an open batch; the same file under the same number is delivered once.
   *
   * @param number its place among the parcels of the batch
   */
  void sendTo(Server server, String batch, int number) throws IOException, InterruptedException {
    server.put(
        "/batches/%s/files/%06d".formatted(batch, number),
        file,
        "UTF-8''" + URLEncoder.encode(delivered, StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
