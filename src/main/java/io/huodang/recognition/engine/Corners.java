package io.huodang.recognition.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import net.sourceforge.tess4j.ITessAPI.TessPageIterator;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.TessAPI;

/** Where Tesseract writes a symbol's box; kept, for a page has thousands. Not thread-safe. */
final class Corners {
  private final IntBuffer left = one();
  private final IntBuffer top = one();
  private final IntBuffer right = one();
  private final IntBuffer bottom = one();

  /** Takes the box of the symbol that an iterator stands at. */
  void read(TessAPI api, TessPageIterator place) {
    api.TessPageIteratorBoundingBox(
        place, TessPageIteratorLevel.RIL_SYMBOL, left, top, right, bottom);
  }

  int left() {
    return left.get(0);
  }

  int top() {
    return top.get(0);
  }

  int right() {
    return right.get(0);
  }

  int bottom() {
    return bottom.get(0);
  }

  private static IntBuffer one() {
    return ByteBuffer.allocateDirect(Integer.BYTES).order(ByteOrder.nativeOrder()).asIntBuffer();
  }
}
