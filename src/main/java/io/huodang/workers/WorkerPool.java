package io.huodang.workers;

import io.huodang.recognition.FileOutcome;
import io.huodang.vocabulary.Lane;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Page workers as child processes: started when needed, watched, replaced, ended with us. */
@Component
final class WorkerPool implements PageWorkers, SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(WorkerPool.class);
  private static final long WATCH_MILLIS = 100;
  private static final Duration STOP = Duration.ofSeconds(10);
  private static final WorkerFault STOPPING =
      new WorkerFault("worker-stopped", "The server is stopping");

  /** Where the worker's program comes from, once it is known whom it runs as. */
  @FunctionalInterface
  interface Programs {
    WorkerProgram of(WorkersSettings settings, Optional<WorkerUser> user, ReadableCopies copies)
        throws IOException;
  }

  /** A page is seldom larger, however large the file that it stands in. */
  private static final long LARGEST_PAGE = 64L << 20;

  private static final long LARGEST_FILE = 512L << 20;

  /** What is asked, once the request has a number and a place. */
  private interface Question {
    Message.Request of(long id);
  }

  /** What is made of an answer before its worker rests; a fault here is the worker's, too. */
  private interface Conclusion<A, T> {
    T of(A answer) throws WorkerFault, IOException;
  }

  /** What exists from start to stop. */
  private record Ground(Scratch scratch, WorkerProgram program) {}

  private final WorkersSettings settings;
  private final Programs programs;
  private final List<Slot> all;
  private final Slots<Slot> slots;
  private final AtomicLong ids = new AtomicLong();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicLong started = new AtomicLong();
  private final AtomicLong recycled = new AtomicLong();
  private final Map<String, Long> faults = new ConcurrentHashMap<>();
  private volatile @Nullable Ground ground;
  private volatile @Nullable String engine;
  private volatile @Nullable String trouble;

  @Autowired
  WorkerPool(WorkersSettings settings) {
    this(settings, WorkerProgram::of);
  }

  WorkerPool(WorkersSettings settings, Programs programs) {
    this.settings = settings;
    this.programs = programs;
    List<Slot> common = IntStream.range(0, settings.slotCount()).mapToObj(_ -> new Slot()).toList();
    Slot kept = new Slot();
    this.all = Stream.concat(common.stream(), Stream.of(kept)).toList();
    this.slots = new Slots<>(common, kept);
  }

  /** Makes ready, and starts the first worker without waiting for it. */
  @Override
  public void start() {
    try {
      open();
    } catch (WorkersUnavailable e) {
      throw new Refusal("workers-unavailable", String.valueOf(e.getMessage()), e);
    }
  }

  void open() throws WorkersUnavailable {
    try {
      Optional<WorkerUser> user = WorkerUser.find(settings);
      Scratch scratch = Scratch.make(settings.scratchFolder(), user);
      ReadableCopies copies = new ReadableCopies(scratch.root().resolve("program"));
      ground = new Ground(scratch, programs.of(settings, user, copies));
    } catch (WorkersUnavailable e) {
      throw e;
    } catch (IOException e) {
      throw new WorkersUnavailable("Page workers cannot be prepared: " + e.getMessage(), e);
    }
    Thread.ofPlatform().daemon().name("workers-watch").start(this::watch);
    Thread.ofVirtual().name("workers-first").start(this::warm);
  }

  private void warm() {
    try {
      Slot slot = slots.take(Lane.HISTORY);
      try {
        Worker worker = awake(slot);
        slot.workDone();
        restOrRetire(slot, worker);
      } finally {
        slots.give(slot);
      }
    } catch (WorkersUnavailable e) {
      if (ground != null) {
        log.error("{}", e.getMessage());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public FileOutcome open(Bytes file, Lane lane)
      throws WorkerFault, IOException, InterruptedException {
    try (Scratch.Room room = ground().scratch().room()) {
      return ask(
          room,
          file,
          LARGEST_FILE,
          lane,
          id -> new Message.Open(id, room.input().toString()),
          Message.Opened.class,
          Message.Opened::outcome);
    }
  }

  @Override
  public PageWork read(Bytes file, PageOrder order, Lane lane)
      throws WorkerFault, IOException, InterruptedException {
    Scratch.Room room = ground().scratch().room();
    boolean collected = false;
    try {
      PageWork work =
          ask(
              room,
              file,
              LARGEST_PAGE,
              lane,
              id ->
                  new Message.Read(
                      id,
                      room.input().toString(),
                      order.page(),
                      room.output().toString(),
                      order.derivatives(),
                      order.readText(),
                      order.rotation(),
                      order.separators(),
                      order.corners()),
              Message.PageRead.class,
              answer -> CollectedWork.of(room, answer.outcome()));
      collected = true;
      return work;
    } finally {
      if (!collected) {
        room.close();
      }
    }
  }

  private <A extends Message.Answer, T> T ask(
      Scratch.Room room,
      Bytes file,
      long largest,
      Lane lane,
      Question question,
      Class<A> expected,
      Conclusion<A, T> conclusion)
      throws WorkerFault, IOException, InterruptedException {
    Slot slot = slots.take(lane);
    busy.incrementAndGet();
    try {
      Limit limit = settings.limit(Math.min(room.fill(file), largest));
      Worker worker = awake(slot);
      try {
        Message.Request request = question.of(ids.incrementAndGet());
        return conclusion.of(worker.ask(request, expected, limit));
      } catch (WorkerFault e) {
        worker.kill(e);
        throw e;
      } finally {
        slot.workDone();
        restOrRetire(slot, worker);
      }
    } catch (WorkerFault e) {
      if (ground == null) {
        throw stopping();
      }
      faults.merge(e.code(), 1L, Long::sum);
      log.warn("{}: {}", e.code(), e.getMessage());
      throw e;
    } catch (WorkersUnavailable e) {
      throw ground == null ? stopping() : e;
    } finally {
      busy.decrementAndGet();
      slots.give(slot);
    }
  }

  /** The worker that rested in the slot, else a new one; from here on it is at work there. */
  private Worker awake(Slot slot) throws WorkersUnavailable, InterruptedException {
    Worker rested = slot.wake();
    if (rested != null && rested.isAlive()) {
      work(slot, rested);
      return rested;
    }
    retire(rested);
    Ground current = ground();
    Worker worker = Worker.start(current.program(), temporary(current));
    work(slot, worker);
    try {
      worker.greet(settings.start());
    } catch (WorkersUnavailable | InterruptedException e) {
      slot.workDone();
      retire(worker);
      trouble = e.getMessage();
      throw e;
    }
    started.incrementAndGet();
    engine = worker.engine();
    trouble = null;
    return worker;
  }

  private void work(Slot slot, Worker worker) {
    slot.work(worker);
    if (ground == null) {
      // The stop may have looked here before.
      worker.kill(STOPPING);
    }
  }

  private static Path temporary(Ground ground) throws WorkersUnavailable {
    try {
      return ground.scratch().temporary();
    } catch (IOException e) {
      throw new WorkersUnavailable("A page worker has no place to work: " + e.getMessage(), e);
    }
  }

  private void restOrRetire(Slot slot, Worker worker) {
    if (!worker.isAlive() || ground == null) {
      retire(worker);
    } else if (worker.requests() >= settings.recycleAfter()
        || worker.use().memory() > settings.recycleAbove().toBytes()) {
      recycled.incrementAndGet();
      retire(worker);
    } else {
      rest(slot, worker);
    }
  }

  private void rest(Slot slot, Worker worker) {
    slot.rest(worker);
    if (ground == null) {
      // The stop may have looked here before.
      retire(slot.wake());
    }
  }

  /** Its end may take a while, which nobody needs to wait for. */
  private static void retire(@Nullable Worker worker) {
    if (worker != null) {
      Thread.ofVirtual().name("worker-end").start(worker::end);
    }
  }

  private void watch() {
    try {
      while (ground != null) {
        for (Slot slot : all) {
          slot.atWork().forEach(worker -> worker.watch(settings.memory().toBytes()));
          if (slot.rested() > settings.idle().toNanos() && running() > 1) {
            retire(slot.wake());
          }
        }
        TimeUnit.MILLISECONDS.sleep(WATCH_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Ground ground() throws WorkersUnavailable {
    Ground current = ground;
    if (current == null) {
      throw stopping();
    }
    return current;
  }

  private static WorkersUnavailable stopping() {
    return new WorkersUnavailable("The page workers are not running", null);
  }

  private int running() {
    return (int) all.stream().flatMap(Slot::workers).filter(Worker::isAlive).count();
  }

  @Override
  public int free(Lane lane) {
    return ground == null ? 0 : slots.count(lane);
  }

  @Override
  public WorkersStatus status() {
    return new WorkersStatus(
        settings.slotCount(),
        busy.get(),
        running(),
        started.get(),
        recycled.get(),
        new TreeMap<>(faults),
        all.stream().flatMap(Slot::workers).mapToLong(worker -> worker.use().memory()).sum(),
        engine,
        trouble);
  }

  /** The child processes, for tests that look at them from outside. */
  List<Long> pids() {
    return all.stream().flatMap(Slot::workers).map(Worker::pid).toList();
  }

  @Override
  public void stop() {
    Ground current = ground;
    ground = null;
    slots.close();
    all.stream().flatMap(Slot::workers).forEach(worker -> worker.kill(STOPPING));
    if (current != null) {
      slots.awaitAll(STOP);
      current.scratch().close();
    }
  }

  @Override
  public void close() {
    stop();
  }

  @Override
  public boolean isRunning() {
    return ground != null;
  }

  /** Before and after whatever gives work to workers. */
  @Override
  public int getPhase() {
    return 0;
  }
}
