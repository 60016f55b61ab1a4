package io.huodang.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitTest {
  private final Limit limit = new Limit(Duration.ofSeconds(60), Duration.ofSeconds(30));

  @Test
  void letsAPageTakeItsTime() {
    assertThat(limit.exceeded(seconds(80), seconds(59), LimitTest::unasked)).isEmpty();
  }

  @Test
  void endsAPageThatTakesTooMuchProcessorTime() {
    assertThat(limit.exceeded(seconds(61), seconds(61), LimitTest::unasked))
        .hasValueSatisfying(why -> assertThat(why).contains("60 s of processor time"));
  }

  @Test
  void endsAWorkerThatHangs() {
    assertThat(limit.exceeded(seconds(40), seconds(5), () -> seconds(1)))
        .hasValueSatisfying(why -> assertThat(why).contains("nothing done for 30 s"));
  }

  @Test
  void blamesNoPageForABusyMachine() {
    assertThat(limit.exceeded(seconds(1000), seconds(5), () -> seconds(990))).isEmpty();
  }

  @Test
  void readsWhatTheKernelCounts() {
    ProcessUse self = ProcessUse.of(ProcessHandle.current().pid());

    assertThat(self.memory()).isGreaterThan(10_000_000);
    assertThat(self.time()).isPositive();
    assertThat(ProcessUse.waited(ProcessHandle.current().pid())).isPositive();
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static Duration unasked() {
    throw new AssertionError("not needed");
  }
}
