package io.huodang.extraction;

import io.huodang.recognition.Box;
import io.huodang.recognition.Picture;
import io.huodang.recognition.ReadPage;
import io.huodang.recognition.Rendering;
import io.huodang.recognition.Sketch;
import io.huodang.recognition.Stages;
import java.nio.file.Path;

/** Leaves what extraction found as pictures. */
final class FieldStages {
  private static final int LABEL = 0x8F4A78;
  private static final int VALUE = 0x0072B2;
  private static final int ROW = 0x007A5A;

  private FieldStages() {}

  /**
   * Writes {@code -7-fields}, the labels and the values that were found with their names, and a
   * piece of the page for each of the values ({@code -value-<name>}) and rows ({@code -row-<n>}).
   *
   * @param stem see {@link Stages#write}
   */
  static void write(Picture picture, ReadPage page, Extraction found, Path stem) {
    Sketch sketch = Sketch.upright(picture, page.rotation());
    for (Labels.Label label : found.labels()) {
      Box box = page.toMaster(label.passage().areaOf(label.from(), label.to()));
      sketch.outline(box, LABEL, 2).name(label.rule().name(), box, LABEL);
    }
    for (PersonRow row : found.people()) {
      sketch.outline(row.box(), ROW, 2).name(Integer.toString(row.row()), row.box(), ROW);
      cut(picture, page, row.box(), stem, "row-" + row.row());
    }
    for (FieldReading field : found.fields()) {
      sketch.outline(field.box(), VALUE, 3).name(field.name(), field.box(), VALUE);
      cut(picture, page, field.box(), stem, "value-" + field.name());
    }
    sketch.write(Stages.file(stem, "7-fields"));
  }

  private static void cut(Picture picture, ReadPage page, Box box, Path stem, String name) {
    Rendering.cut(picture, page.rotation(), box, Stages.file(stem, name));
  }
}
