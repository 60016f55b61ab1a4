package io.huodang.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.vocabulary.Lane;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class SlotsTest {
  private final Slots<String> slots = new Slots<>(List.of("first", "second"), "kept");
  private final BlockingQueue<Lane> served = new LinkedBlockingQueue<>();

  @Test
  void countsTheKeptSlotForTheHallAlone() throws Exception {
    assertThat(slots.count(Lane.HISTORY)).isEqualTo(2);
    assertThat(slots.count(Lane.HALL)).isEqualTo(3);

    slots.take(Lane.HALL);
    slots.take(Lane.HISTORY);

    assertThat(slots.count(Lane.EMPLOYER)).isZero();
    assertThat(slots.take(Lane.HALL)).isEqualTo("kept");
    assertThat(slots.count(Lane.HALL)).isZero();
  }

  @Test
  void givesTheSlotThatWasUsedLast() throws Exception {
    String first = slots.take(Lane.HISTORY);
    slots.give(first);

    assertThat(slots.take(Lane.EMPLOYER)).isEqualTo(first);
  }

  @Test
  void servesTheHallBeforeTheEmployerAndHistoryLast() throws Exception {
    String one = slots.take(Lane.HISTORY);
    slots.take(Lane.HISTORY);
    slots.take(Lane.HALL);
    List<Thread> waiting = List.of(serve(Lane.HISTORY), serve(Lane.EMPLOYER), serve(Lane.HALL));
    for (Thread thread : waiting) {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }

    slots.give(one);

    assertThat(served.take()).isEqualTo(Lane.HALL);
    assertThat(served.take()).isEqualTo(Lane.EMPLOYER);
    assertThat(served.take()).isEqualTo(Lane.HISTORY);
  }

  private Thread serve(Lane lane) {
    return Thread.ofPlatform()
        .start(
            () -> {
              try {
                String slot = slots.take(lane);
                served.add(lane);
                slots.give(slot);
              } catch (WorkersUnavailable | InterruptedException e) {
                throw new AssertionError(e);
              }
            });
  }

  @Test
  void sendsAwayWhoWaitsWhenItCloses() throws Exception {
    slots.take(Lane.HISTORY);
    slots.take(Lane.HISTORY);
    Thread waiting =
        Thread.ofPlatform()
            .start(
                () ->
                    assertThatThrownBy(() -> slots.take(Lane.HISTORY))
                        .isInstanceOf(WorkersUnavailable.class));

    slots.close();
    waiting.join();

    assertThat(slots.count(Lane.HALL)).isZero();
    assertThatThrownBy(() -> slots.take(Lane.HALL)).isInstanceOf(WorkersUnavailable.class);
  }
}
