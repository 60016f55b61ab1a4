package io.huodang.local;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One program kept running: started, watched, started again when it ends by itself, ended with us.
 *
 * <p>A program that does not come up the first time is given up with the reason; one that was up
 * before is tried again for ever, at the same port, less and less often.
 */
public final class Child implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Child.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);

  /** Where a child stands. */
  public enum State {
    STARTING,
    READY,
    RESTARTING,
    ENDED
  }

  private final Program program;
  private final Home home;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Thread keeper;
  private volatile State state = State.STARTING;
  private final CompletableFuture<Void> ending = new CompletableFuture<>();
  private volatile int restarts;

  private Child(Program program, Home home) {
    this.program = program;
    this.home = home;
    this.keeper = Thread.ofPlatform().name("keep-" + program.name()).daemon().unstarted(this::keep);
  }

  /** Starts a program and returns at once. */
  public static Child start(Program program, Home home) {
    Child child = new Child(program, home);
    child.keeper.start();
    return child;
  }

  /** What it runs. */
  public Program program() {
    return program;
  }

  /** Where it stands now. */
  public State state() {
    return state;
  }

  /** How often it was started again after it had ended by itself. */
  public int restarts() {
    return restarts;
  }

  /**
   * Waits until the program has answered for the first time.
   *
   * @throws Refusal when it ended before it answered; the message is its own last word
   */
  public void awaitReady() {
    try {
      ready.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw e;
    }
  }

  private void keep() {
    Duration pause = FIRST_PAUSE;
    try {
      while (!ending.isDone()) {
        Instant started = Instant.now();
        runOnce();
        if (ending.isDone()) {
          break;
        }
        state = State.RESTARTING;
        restarts++;
        pause = started.plus(LONGEST_PAUSE).isBefore(Instant.now()) ? FIRST_PAUSE : pause;
        LOG.warn(
            "{} ended by itself; starting it again in {} ms", program.name(), pause.toMillis());
        pause(pause);
        pause = longer(pause);
      }
    } catch (InterruptedException e) {
      LOG.debug("{} is no longer kept", program.name());
    } catch (RuntimeException e) {
      ready.completeExceptionally(e);
    } finally {
      state = State.ENDED;
      ready.completeExceptionally(
          new Refusal("child-ended", program.name() + " was ended before it answered"));
    }
  }

  private void pause(Duration pause) throws InterruptedException {
    try {
      ending.get(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException timeToTryAgain) {
      return;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  /** Runs the program until it ends; refuses when it never answered in its first run. */
  private void runOnce() throws InterruptedException {
    try {
      Leftovers.end(program.place().directory(), program.end());
      Launch launch = program.prepare();
      Path log = program.place().log();
      long before = Log.begin(log);
      Watchdog run = Watchdog.start(program, launch, home.watchdog());
      try {
        awaitAnswer(run);
        CompletableFuture.anyOf(run.onExit(), ending).join();
      } finally {
        run.end();
      }
      if (!ready.isDone() && !ending.isDone()) {
        throw didNotStart(Log.lastWords(log, before));
      }
    } catch (IOException e) {
      if (!ready.isDone()) {
        throw didNotStart(String.valueOf(e.getMessage()));
      }
      LOG.warn("{} could not be started: {}", program.name(), e.getMessage());
    }
  }

  private void awaitAnswer(Watchdog run) throws InterruptedException {
    while (run.isAlive() && !ending.isDone()) {
      if (program.answers()) {
        state = State.READY;
        ready.complete(null);
        return;
      }
      Thread.sleep(POLL);
    }
  }

  private Refusal didNotStart(String why) {
    return why.contains("No space left on device")
        ? new Refusal(
            "disk-full",
            "%s did not start: the disk of %s is full; make room and start again"
                .formatted(program.name(), home.path()))
        : new Refusal("child-failed", "%s did not start: %s".formatted(program.name(), why));
  }

  /** Ends the program cleanly and waits until it has ended. */
  @Override
  public void close() {
    ending.complete(null);
    try {
      keeper.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
