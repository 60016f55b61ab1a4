package io.huodang.samples;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What stands on a set of scans, written beside them as {@code truth.json}. */
final class Truth {
  private final long seed;
  private final List<KnownFile> files = new ArrayList<>();

  Truth(long seed) {
    this.seed = seed;
  }

  record Document(long seed, List<KnownFile> files) {}

  /**
   * A file.
   *
   * @param state what should become of it: ok or quarantined
   * @param sameAs the file whose bytes it repeats, null for most
   */
  record KnownFile(String file, String state, @Nullable String sameAs, List<KnownPage> pages) {}

  /**
   * A page of a file.
   *
   * @param pageClass ruled, unruled, list or letter
   * @param boxes where values stand: x, y, width, height in the file's pixels
   * @param people the rows of a list form
   */
  record KnownPage(
      int page,
      String documentType,
      @JsonProperty("class") String pageClass,
      String damage,
      boolean byHand,
      Map<String, String> fields,
      Map<String, int[]> boxes,
      List<Sheet.ListedPerson> people,
      List<String> lines) {}

  static KnownPage page(int number, Page page, Damage damage, Scanned scan) {
    Map<String, int[]> boxes = new LinkedHashMap<>();
    page.places()
        .forEach(
            (field, ink) -> {
              Rectangle box = scan.around(ink);
              boxes.put(field, new int[] {box.x, box.y, box.width, box.height});
            });
    return new KnownPage(
        number,
        page.kind().documentType(),
        page.kind().pageClass(),
        damage.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        page.byHand(),
        page.fields(),
        boxes,
        page.people(),
        page.lines());
  }

  void add(KnownFile file) {
    files.add(file);
  }

  void write(Path file) {
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(file.toFile(), new Document(seed, files));
  }
}
