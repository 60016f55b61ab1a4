package io.huodang.recognition.engine;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/** What is used of the C interface of the library of pictures that Tesseract brings along. */
interface Leptonica extends Library {

  /** Reads a JPEG 2000 from memory, made smaller by 1, 2, 4 …; null when it cannot. */
  @Nullable Pointer pixReadMemJp2k(
      byte[] data, long size, int reduction, @Nullable Pointer box, int hint, int debug);

  int pixGetWidth(Pointer pix);

  int pixGetHeight(Pointer pix);

  int pixGetDepth(Pointer pix);

  /** 32-bit words of a row. */
  int pixGetWpl(Pointer pix);

  Pointer pixGetData(Pointer pix);

  void pixDestroy(PointerByReference pix);

  /** From which severity on it writes to standard error. */
  int setMsgSeverity(int severity);
}
