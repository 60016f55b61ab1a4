package io.huodang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void percentilesAreTheNearestRank() {
    List<Long> times = LongStream.rangeClosed(1, 100).mapToObj(ms -> ms * 1_000_000).toList();

    assertThat(Figures.percentile(times, 0.5)).isEqualTo(50);
    assertThat(Figures.percentile(times, 0.99)).isEqualTo(99);
    assertThat(Figures.percentile(times, 1)).isEqualTo(100);
    assertThat(Figures.percentile(List.of(), 0.5)).isZero();
  }

  @Test
  void anAnswerThatFailedIsNeitherFoundNorForgotten() {
    Figures figures =
        Figures.of(
            "name",
            "huodang",
            List.of(
                new Figures.Answer(Kind.NAME, 1_000_000, true, true, false),
                new Figures.Answer(Kind.NAME, 9_000_000, false, false, true)));

    assertThat(figures.asked()).isEqualTo(2);
    assertThat(figures.failed()).isEqualTo(1);
    assertThat(figures.found()).isEqualTo(50);
    assertThat(figures.max()).isEqualTo(9);
  }
}
