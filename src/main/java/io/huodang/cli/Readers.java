package io.huodang.cli;

import io.huodang.extraction.FormReader;
import io.huodang.recognition.TrainedData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** Some warm readers of forms, each used by one thread at a time. */
final class Readers implements AutoCloseable {
  private final List<FormReader> all;
  private final BlockingQueue<FormReader> free;

  private Readers(List<FormReader> all) {
    this.all = all;
    this.free = new LinkedBlockingQueue<>(all);
  }

  /** Loads engines and document types. */
  static Readers load(int count) {
    Path trainedData = TrainedData.find();
    Path types = Installation.folder("ingest/document-types");
    List<FormReader> readers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      readers.add(FormReader.load(trainedData, types));
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
