package io.huodang.operations;

import io.huodang.ingest.Queue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The operator's figures as metrics. No label holds anything that people or files are called. */
@Component
class Gauges implements MeterBinder {
  private static final List<String> PARTS = List.of("registry", "index", "vault", "workers");

  private final Operations operations;
  private final Queue queue;

  Gauges(Operations operations, Queue queue) {
    this.operations = operations;
    this.queue = queue;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String part : PARTS) {
      gauge("huodang.part.up", "Whether a part answers (1) or not (0)", part(part))
          .tag("part", part)
          .register(registry);
    }
    for (String step : queue.stepWords()) {
      rows(step, "waiting", Queue.StepState::waiting).register(registry);
      rows(step, "under-way", Queue.StepState::underWay).register(registry);
      rows(step, "faulty", Queue.StepState::faulty).register(registry);
      rows(step, "quarantined", Queue.StepState::quarantined).register(registry);
      gauge("huodang.ledger.oldest", "How long the oldest has waited", of(step, Gauges::age))
          .tag("step", step)
          .baseUnit("seconds")
          .register(registry);
    }
    gauge("huodang.pages.read", "Pages read in the last ten minutes", State::pagesRead)
        .register(registry);
    gauge("huodang.batches.stuck", "Batches that cannot go on", state -> state.stuck().size())
        .register(registry);
    gauge("huodang.workers.slots", "Requests at once", state -> state.workers().slots())
        .register(registry);
    gauge("huodang.workers.busy", "Requests under way", state -> state.workers().busy())
        .register(registry);
    gauge("huodang.workers.memory", "Resident bytes of all", state -> state.workers().memory())
        .baseUnit("bytes")
        .register(registry);
    gauge("huodang.backup.last", "When the last backup was made, since 1970", Gauges::backedUp)
        .baseUnit("seconds")
        .register(registry);
    gauge("huodang.backup.overdue", "Whether it is too long ago", s -> s.backupOverdue() ? 1 : 0)
        .register(registry);
    gauge("huodang.manifests.waiting", "Changes to be described", State::changesNotDescribed)
        .register(registry);
    gauge("huodang.disk.free", "What may still be written in the home", State::diskFree)
        .baseUnit("bytes")
        .register(registry);
  }

  private static ToDoubleFunction<State> part(String word) {
    return state ->
        state.parts().stream().anyMatch(part -> part.word().equals(word) && part.works()) ? 1 : 0;
  }

  private Gauge.Builder<Operations> rows(
      String step, String state, ToDoubleFunction<Queue.StepState> count) {
    return gauge("huodang.ledger.rows", "Rows of the ledger that are not done", of(step, count))
        .tag("step", step)
        .tag("state", state);
  }

  private static ToDoubleFunction<State> of(String step, ToDoubleFunction<Queue.StepState> figure) {
    return state ->
        state.steps().stream()
            .filter(one -> one.step().equals(step))
            .mapToDouble(figure)
            .findFirst()
            .orElse(0);
  }

  private static double age(Queue.StepState step) {
    Instant oldest = step.oldest();
    return oldest == null ? 0 : Duration.between(oldest, Instant.now()).toSeconds();
  }

  private static double backedUp(State state) {
    Instant last = state.backedUp();
    return last == null ? 0 : last.getEpochSecond();
  }

  private Gauge.Builder<Operations> gauge(
      String name, String what, ToDoubleFunction<State> figure) {
    return Gauge.builder(name, operations, all -> figure.applyAsDouble(all.state()))
        .description(what);
  }
}
