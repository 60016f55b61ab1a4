package io.huodang.cli;

import io.huodang.extraction.FormReader;
import io.huodang.recognition.TrainedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Some warm readers of forms, each used by one thread at a time. */
final class Readers implements AutoCloseable {
  private final List<FormReader> all;
  private final BlockingQueue<FormReader> free;

  private Readers(List<FormReader> all) {
    this.all = all;
    this.free = new LinkedBlockingQueue<>(all);
  }

  /**
   * Loads engines and document types.
   *
   * @param debug where to leave pictures of the stages, or null
   */
  static Readers load(int count, @Nullable Path debug) throws IOException {
    Path trainedData = TrainedData.find();
    Path types = Installation.folder("ingest/document-types");
    if (debug != null) {
      Files.createDirectories(debug);
    }
    List<FormReader> readers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FormReader reader = FormReader.load(trainedData, types);
      if (debug != null) {
        reader.leaveStagesIn(debug);
      }
      readers.add(reader);
    }
    return new Readers(readers);
  }

  int count() {
    return all.size();
  }

  String engine() {
    return all.getFirst().engine();
  }

  /** Lends a reader, waiting until one is free. */
  <T> T with(Function<FormReader, T> use) throws InterruptedException {
    FormReader reader = free.take();
    try {
      return use.apply(reader);
    } finally {
      free.put(reader);
    }
  }

  @Override
  public void close() {
    all.forEach(FormReader::close);
  }
}
