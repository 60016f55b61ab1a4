package io.huodang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.vocabulary.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final AtomicInteger atIt = new AtomicInteger();

  @Test
  void notMoreThanTheMachineCanServeAreAtItAndNobodyIsForgotten() throws Exception {
    Turns turns = new Turns(2, Duration.ofMinutes(1));
    List<Future<Integer>> most = new ArrayList<>();

    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        most.add(people.submit(() -> turns.take(this::search)));
      }
    }

    for (Future<Integer> one : most) {
      assertThat(one.get()).isBetween(1, 2);
    }
  }

  @Test
  void whoWaitsTooLongIsToldAndTheTurnsGoOn() throws Exception {
    Turns turns = new Turns(1, Duration.ofMillis(1));
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);

    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      people.submit(
          () ->
              turns.take(
                  () -> {
                    begun.countDown();
                    await(ended);
                    return 1;
                  }));
      begun.await();
      assertThatThrownBy(() -> turns.take(() -> 2))
          .isInstanceOfSatisfying(
              Refusal.class, why -> assertThat(why.code()).isEqualTo("search-unavailable"));
      ended.countDown();
    }

    assertThat(turns.take(() -> 3)).isEqualTo(3);
  }

  private int search() {
    int now = atIt.incrementAndGet();
    Thread.yield();
    atIt.decrementAndGet();
    return now;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
