package io.huodang.workers;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Pools of hostile workers. */
final class HostileWorkers {
  private HostileWorkers() {}

  /** A pool of one slot, whose workers are of a kind; settings as in a configuration file. */
  static WorkerPool pool(String kind, Map<String, String> settings) {
    return new WorkerPool(
        settings(settings),
        (given, user, copies) ->
            new WorkerProgram(
                Confinement.prefix(user),
                copies.classPath(System.getProperty("java.class.path")),
                HostileWorkerProcess.class.getName(),
                List.of(kind),
                given.heap().toBytes()));
  }

  static WorkersSettings settings(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(Map.of("slots", "1", "heap", "64MB"));
    all.putAll(settings);
    return new Binder(new MapConfigurationPropertySource(all))
        .bindOrCreate("", WorkersSettings.class);
  }

  /** A file whose text tells the worker what to do. */
  static PageWorkers.Bytes order(String text) {
    return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
