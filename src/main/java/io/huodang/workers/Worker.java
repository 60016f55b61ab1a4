package io.huodang.workers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One child process and the channel to it.
 *
 * <p>One thread asks at a time; any thread may kill.
 */
final class Worker {
  private static final Duration POLITE = Duration.ofSeconds(5);

  /** What comes from the worker: a message, or why no more will come. */
  private sealed interface Event {
    record Said(Message message) implements Event {}

    record Rubbish(String what) implements Event {}

    record Ended() implements Event {}
  }

  private final Process process;
  private final Path temporary;
  private final LastWords lastWords;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final AtomicReference<@Nullable WorkerFault> verdict = new AtomicReference<>();
  private volatile @Nullable Watched watched;
  private String engine = "";
  private int requests;

  private Worker(Process process, Path temporary) {
    this.process = process;
    this.temporary = temporary;
    this.lastWords = LastWords.of(process);
    Thread.ofPlatform()
        .daemon()
        .name("worker-" + process.pid())
        .start(() -> listen(process.getInputStream()));
  }

  /**
   * Starts a worker, which must then be greeted.
   *
   * @throws WorkersUnavailable when the program cannot be run
   */
  static Worker start(WorkerProgram program, Path temporary) throws WorkersUnavailable {
    try {
      return new Worker(program.start(temporary), temporary);
    } catch (IOException e) {
      throw new WorkersUnavailable("A page worker cannot be started: " + e.getMessage(), e);
    }
  }

  /**
   * Waits until the worker is ready; {@link #watch} must be called meanwhile.
   *
   * @param time that it may take, of the processor and of doing nothing
   * @throws WorkersUnavailable when it ends or is not ready in time, with what it said last; the
   *     worker is then dead
   */
  void greet(Duration time) throws WorkersUnavailable, InterruptedException {
    try {
      hearHello(time);
    } catch (WorkersUnavailable | InterruptedException e) {
      kill(new WorkerFault("worker-start", "The worker did not get ready"));
      throw e;
    }
  }

  private void hearHello(Duration time) throws WorkersUnavailable, InterruptedException {
    watched = new Watched(new Limit(time, time), System.nanoTime(), Duration.ZERO, Duration.ZERO);
    Event event = events.take();
    watched = null;
    WorkerFault killed = verdict.get();
    String trouble =
        switch (event) {
          case Event.Ended() when killed != null -> killed.getMessage();
          case Event.Ended() -> "it ended: " + lastWords;
          case Event.Rubbish(String what) -> what;
          case Event.Said(Message.Hello hello) when hello.protocol() == Message.PROTOCOL -> {
            engine = hello.engine();
            yield null;
          }
          case Event.Said(Message.Hello hello) ->
              "it speaks version "
                  + hello.protocol()
                  + " of the protocol, not "
                  + Message.PROTOCOL
                  + "; build anew";
          case Event.Said _ -> "it did not say hello";
        };
    if (trouble != null) {
      throw new WorkersUnavailable("A page worker cannot be started: " + trouble, null);
    }
  }

  private void listen(InputStream in) {
    try (in) {
      for (Message message = Frames.read(in); message != null; message = Frames.read(in)) {
        events.add(new Event.Said(message));
      }
      events.add(new Event.Ended());
    } catch (IOException e) {
      events.add(new Event.Rubbish(String.valueOf(e.getMessage())));
    }
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param expected what kind of answer it takes
   * @param limit of the time that the answer may take
   * @throws WorkerFault when none comes; the worker is then dead
   */
  <A extends Message.Answer> A ask(Message.Request request, Class<A> expected, Limit limit)
      throws WorkerFault, InterruptedException {
    requests++;
    watched = new Watched(limit, System.nanoTime(), use().time(), ProcessUse.waited(process.pid()));
    try {
      send(request);
      return answer(request.id(), expected);
    } catch (InterruptedException e) {
      kill(new WorkerFault("worker-stopped", "The request was given up"));
      throw e;
    } finally {
      watched = null;
    }
  }

  private void send(Message.Request request) {
    try {
      OutputStream out = process.getOutputStream();
      Frames.write(out, request);
    } catch (IOException e) {
      // It is dead or dying, and its end will be heard.
      process.destroyForcibly();
    }
  }

  private <A extends Message.Answer> A answer(long id, Class<A> expected)
      throws WorkerFault, InterruptedException {
    Event event = events.take();
    if (event instanceof Event.Said(Message.Answer answer) && answer.id() == id) {
      if (expected.isInstance(answer)) {
        return expected.cast(answer);
      }
      if (answer instanceof Message.Failed failed) {
        throw died(new WorkerFault("worker-error", "The page worker failed: " + failed.what()));
      }
    }
    throw died(
        switch (event) {
          case Event.Ended() -> ended();
          case Event.Rubbish(String what) -> torn(what);
          case Event.Said _ ->
              new WorkerFault("worker-protocol", "The page worker answered what was not asked");
        });
  }

  /** The verdict that stands: who killed it knows better than who saw it die. */
  private WorkerFault died(WorkerFault seen) {
    kill(seen);
    WorkerFault standing = verdict.get();
    return standing == null ? seen : standing;
  }

  /** A message cut off is rubbish too, but its cause is the worker's end. */
  private WorkerFault torn(String what) throws InterruptedException {
    return process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() != 0
        ? ended()
        : new WorkerFault("worker-protocol", "The page worker sent rubbish: " + what);
  }

  private WorkerFault ended() throws InterruptedException {
    if (!process.waitFor(POLITE.toSeconds(), TimeUnit.SECONDS)) {
      return new WorkerFault("worker-crashed", "The page worker hung up");
    }
    int status = process.exitValue();
    return status == WorkerLoop.OUT_OF_MEMORY
        ? new WorkerFault("worker-memory", "The page worker ran out of Java heap")
        : new WorkerFault("worker-crashed", "The page worker ended with status " + status);
  }

  /** Kills the worker when its start or its request is over a limit. */
  void watch(long memoryLimit) {
    Watched request = watched;
    if (request == null) {
      return;
    }
    ProcessUse use = use();
    if (use.memory() > memoryLimit) {
      kill(
          new WorkerFault(
              "worker-memory", "Out of memory: more than " + (memoryLimit >> 20) + " MB"));
      return;
    }
    request
        .limit()
        .exceeded(
            Duration.ofNanos(System.nanoTime() - request.begun()),
            use.time().minus(request.ran()),
            () -> ProcessUse.waited(process.pid()).minus(request.waited()))
        .ifPresent(why -> kill(new WorkerFault("worker-timeout", "Out of time: " + why)));
  }

  /** Kills the worker and its children; who waits for its answer gets this fault. */
  void kill(WorkerFault fault) {
    verdict.compareAndSet(null, fault);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    // A child that escaped may hold the channel open.
    events.add(new Event.Ended());
  }

  /** Lets an idle worker end by itself, kills it when it does not, and tidies up after it. */
  void end() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(POLITE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Folders.delete(temporary);
  }

  boolean isAlive() {
    return verdict.get() == null && process.isAlive();
  }

  ProcessUse use() {
    return ProcessUse.of(process.pid());
  }

  String engine() {
    return engine;
  }

  long pid() {
    return process.pid();
  }

  /** How many were asked of it. */
  int requests() {
    return requests;
  }

  /**
   * A request under way, and what the worker had used before it.
   *
   * @param begun as {@link System#nanoTime} tells it
   */
  private record Watched(Limit limit, long begun, Duration ran, Duration waited) {}
}
