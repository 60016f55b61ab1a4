package io.huodang.heldout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.awt.Rectangle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands on the files, in the shape that {@code bench recognition} reads. */
record Truth(long seed, List<KnownFile> files) {

  record KnownFile(String file, List<KnownPage> pages) {}

  /**
   * A page of a file.
   *
   * @param pageClass ruled, unruled, list or letter
   * @param boxes x, y, width, height in the file's pixels
   */
  record KnownPage(
      int page,
      String documentType,
      @JsonProperty("class") String pageClass,
      String template,
      String damage,
      boolean byHand,
      Map<String, String> fields,
      Map<String, int[]> boxes,
      List<Content.ListedPerson> people,
      List<String> lines) {}

  static KnownPage page(Template template, Damage damage, Content content, Scan scan) {
    Map<String, int[]> boxes = new LinkedHashMap<>();
    content
        .boxes()
        .forEach(
            (field, box) -> {
              Rectangle moved = scan.move().around(new Rectangle(box[0], box[1], box[2], box[3]));
              boxes.put(field, new int[] {moved.x, moved.y, moved.width, moved.height});
            });
    return new KnownPage(
        1,
        template.documentType(),
        template.pageClass(),
        template.code(),
        damage.code(),
        false,
        content.fields(),
        boxes,
        content.people(),
        content.lines());
  }
}
