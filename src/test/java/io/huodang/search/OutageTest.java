package io.huodang.search;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutageTest {

  @Test
  void endsByItselfWhenTheIndexAnswersAgain() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(3);
    CountDownLatch back = new CountDownLatch(1);
    try (Outage outage =
        new Outage(
            () -> {
              asked.countDown();
              if (back.getCount() > 0) {
                throw new IOException("still away");
              }
            },
            Duration.ofMillis(5))) {
      assertThat(outage.isOn()).isFalse();

      outage.begin(new IOException("away"));
      assertThat(asked.await(10, SECONDS)).isTrue();
      assertThat(outage.isOn()).isTrue();

      back.countDown();
      await().atMost(Duration.ofSeconds(10)).until(() -> !outage.isOn());
    }
  }

  @Test
  void manyWhoNoticeItAtOnceStartOneProbe() throws InterruptedException {
    AtomicInteger asking = new AtomicInteger();
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    try (Outage outage =
        new Outage(
            () -> {
              asking.incrementAndGet();
              first.countDown();
              try {
                free.await();
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
            },
            Duration.ofMillis(1))) {
      for (int i = 0; i < 20; i++) {
        outage.begin(new IOException("away"));
      }
      assertThat(first.await(10, SECONDS)).isTrue();
      assertThat(asking).hasValue(1);
      free.countDown();
    }
  }
}
