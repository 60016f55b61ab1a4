package io.huodang.workers;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.vocabulary.Lane;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class WorkersSettingsTest {

  @Configuration
  @EnableConfigurationProperties(WorkersSettings.class)
  @Import(WorkerPool.class)
  static class Started {}

  @Test
  void haveTheSameDefaultsInAServerAndInACommand() {
    WorkersSettings bound =
        new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("huodang.workers", WorkersSettings.class);

    assertThat(bound).isEqualTo(WorkersSettings.defaults());
    assertThat(bound.slotCount()).isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void giveALargeFileMoreTime() {
    WorkersSettings settings = WorkersSettings.defaults();

    assertThat(settings.limit(0).time()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.limit(50 << 20).time()).isEqualTo(Duration.ofSeconds(160));
  }

  @Test
  void startAndEndWorkersWithTheServer() {
    AtomicReference<List<ProcessHandle>> children = new AtomicReference<>(List.of());

    new ApplicationContextRunner()
        .withUserConfiguration(Started.class)
        .withPropertyValues("huodang.workers.slots=1")
        .run(
            server -> {
              WorkerPool workers = server.getBean(WorkerPool.class);
              workers.open(HostileWorkers.order("no image"), Lane.HALL);
              children.set(
                  workers.pids().stream().flatMap(pid -> ProcessHandle.of(pid).stream()).toList());
              assertThat(children.get()).isNotEmpty();
            });

    for (ProcessHandle child : children.get()) {
      assertThat(child.onExit().orTimeout(30, TimeUnit.SECONDS))
          .succeedsWithin(Duration.ofSeconds(31));
    }
  }
}
