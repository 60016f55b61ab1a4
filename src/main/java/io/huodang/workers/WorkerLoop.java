package io.huodang.workers;

import io.huodang.extraction.PageRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A worker's life: says hello, answers one request after the other, and ends when its server does.
 */
final class WorkerLoop {
  /** The exit status of a worker whose Java heap was too small. */
  static final int OUT_OF_MEMORY = 3;

  private static final int REST_SECONDS = 5;

  private final OutputStream out;
  private final PageHandler handler;

  private WorkerLoop(OutputStream out, PageHandler handler) {
    this.out = out;
    this.handler = handler;
  }

  /** Runs until the process ends; never returns. */
  static void run(Supplier<PageHandler> handler) throws IOException, InterruptedException {
    OutputStream out = PrivateOutput.take();
    BlockingQueue<Message.Request> requests = new LinkedBlockingQueue<>();
    Thread.ofPlatform().daemon().name("channel").start(() -> listen(System.in, requests));
    WorkerLoop loop = new WorkerLoop(out, handler.get());
    Frames.write(out, new Message.Hello(Message.PROTOCOL, loop.handler.engine()));
    while (true) {
      loop.answer(loop.next(requests));
    }
  }

  /** Gives memory back when nothing is asked for a while. */
  private Message.Request next(BlockingQueue<Message.Request> requests)
      throws InterruptedException {
    Message.Request request = requests.poll(REST_SECONDS, TimeUnit.SECONDS);
    if (request != null) {
      return request;
    }
    handler.rest();
    System.gc();
    return requests.take();
  }

  /** Ends the process at once when the server is gone, also in the middle of a page. */
  private static void listen(InputStream in, BlockingQueue<Message.Request> requests) {
    try {
      for (Message message = Frames.read(in); message != null; message = Frames.read(in)) {
        requests.add((Message.Request) message);
      }
    } catch (IOException e) {
      System.err.println("The server spoke out of turn: " + e.getMessage());
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }

  private void answer(Message.Request request) throws IOException {
    Frames.write(out, work(request));
  }

  private Message.Answer work(Message.Request request) {
    try {
      return switch (request) {
        case Message.Open open -> new Message.Opened(open.id(), handler.open(Path.of(open.file())));
        case Message.Read read -> new Message.PageRead(read.id(), handler.read(pageRequest(read)));
      };
    } catch (RuntimeException | StackOverflowError e) {
      StackTraceElement[] trace = e.getStackTrace();
      String place = trace.length == 0 ? "unknown place" : trace[0].toString();
      return new Message.Failed(request.id(), e.getClass().getName() + " at " + place);
    } catch (OutOfMemoryError e) {
      // A handler that knows what it asked too much for catches this itself.
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
      throw e;
    }
  }

  private static PageRequest pageRequest(Message.Read read) {
    return new PageRequest(
        Path.of(read.file()),
        read.page(),
        Path.of(read.output()),
        read.derivatives(),
        read.readText(),
        read.rotation(),
        read.separators(),
        read.corners());
  }
}
