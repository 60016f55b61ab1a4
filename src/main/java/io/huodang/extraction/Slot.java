package io.huodang.extraction;

import io.huodang.recognition.Area;

/**
 * Where a value stands: some characters of a passage.
 *
 * @param from first character
 * @param to behind the last one
 */
record Slot(Passage passage, int from, int to) {

  String text() {
    return passage.text().substring(from, to);
  }

  Area area() {
    return passage.areaOf(from, to);
  }

  double confidence() {
    return passage.confidenceOf(from, to);
  }
}
