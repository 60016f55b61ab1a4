package io.huodang.recognition.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** The functions of Tesseract's C interface (capi.h) that we call. */
final class Calls {
  private final SymbolLookup library = NativeLibrary.load();
  private final Linker linker = Linker.nativeLinker();

  final MethodHandle version = returning(ADDRESS, "TessVersion");
  final MethodHandle create = returning(ADDRESS, "TessBaseAPICreate");
  final MethodHandle init = returning(JAVA_INT, "TessBaseAPIInit3", ADDRESS, ADDRESS, ADDRESS);
  final MethodHandle setVariable =
      returning(JAVA_INT, "TessBaseAPISetVariable", ADDRESS, ADDRESS, ADDRESS);
  final MethodHandle setMode = silent("TessBaseAPISetPageSegMode", ADDRESS, JAVA_INT);
  final MethodHandle setImage =
      silent("TessBaseAPISetImage", ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
  final MethodHandle setResolution = silent("TessBaseAPISetSourceResolution", ADDRESS, JAVA_INT);
  final MethodHandle recognize = returning(JAVA_INT, "TessBaseAPIRecognize", ADDRESS, ADDRESS);
  final MethodHandle iterator = returning(ADDRESS, "TessBaseAPIGetIterator", ADDRESS);
  final MethodHandle clear = silent("TessBaseAPIClear", ADDRESS);
  final MethodHandle delete = silent("TessBaseAPIDelete", ADDRESS);

  final MethodHandle text = returning(ADDRESS, "TessResultIteratorGetUTF8Text", ADDRESS, JAVA_INT);
  final MethodHandle confidence =
      returning(JAVA_FLOAT, "TessResultIteratorConfidence", ADDRESS, JAVA_INT);
  final MethodHandle next = returning(JAVA_INT, "TessResultIteratorNext", ADDRESS, JAVA_INT);
  final MethodHandle box =
      returning(
          JAVA_INT,
          "TessPageIteratorBoundingBox",
          ADDRESS,
          JAVA_INT,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          ADDRESS);
  final MethodHandle beginsAt =
      returning(JAVA_INT, "TessPageIteratorIsAtBeginningOf", ADDRESS, JAVA_INT);
  final MethodHandle deleteIterator = silent("TessResultIteratorDelete", ADDRESS);
  final MethodHandle deleteText = silent("TessDeleteText", ADDRESS);

  private MethodHandle returning(MemoryLayout result, String name, MemoryLayout... arguments) {
    return linker.downcallHandle(
        library.findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }

  private MethodHandle silent(String name, MemoryLayout... arguments) {
    return linker.downcallHandle(library.findOrThrow(name), FunctionDescriptor.ofVoid(arguments));
  }
}
