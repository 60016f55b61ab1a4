package io.huodang.cli;

import io.huodang.local.Child;
import io.huodang.local.Components;
import io.huodang.local.Elasticsearch;
import io.huodang.local.Home;
import io.huodang.local.Minio;
import io.huodang.local.Postgres;
import io.huodang.recognition.TrainedData;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code up}: starts everything and serves until it is told to stop. */
@Command(
    name = "up",
    description = "Starts everything; ends with Ctrl-C or ./huodang down.",
    mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {
  private final Class<?> application;

  @Mixin private HomeOption home = new HomeOption();

  @Option(names = "--port", paramLabel = "N", description = "Where to serve; 8080 unless given.")
  private int port = 8080;

  @Option(
      names = "--minio",
      description = "Keep the images in a MinIO that runs as one more child.")
  private boolean minio;

  @Option(
      names = "--detach",
      description = "Return when it is ready, and go on serving; done by the script ./huodang.")
  private boolean detach;

  Up(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    if (detach) {
      throw new Refusal("no-script", "--detach needs the script ./huodang");
    }
    TrainedData.find();
    requireFree(port);
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch stop = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, ended)));
    List<Child> children = new ArrayList<>();
    try (Home held = Home.open(home.path())) {
      try (ConfigurableApplicationContext context = start(held, children)) {
        announce(held.path());
        stop.await();
      } finally {
        RunningServer.forget(held.path());
        children.parallelStream().forEach(Child::close);
      }
    } finally {
      ended.countDown();
    }
    return 0;
  }

  private static void stopAndWait(CountDownLatch stop, CountDownLatch ended) {
    stop.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void requireFree(int port) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (java.net.BindException e) {
      throw new Refusal(
          "port-taken",
          "Port %d is taken by another program; end it, or name another with --port"
              .formatted(port),
          e);
    }
  }

  private ConfigurableApplicationContext start(Home held, List<Child> children) throws IOException {
    Components components = Components.ofThisInstallation();
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", port);
    settings.put("huodang.home", held.path().toString());
    Elasticsearch elasticsearch = new Elasticsearch(components, held);
    Postgres postgres = new Postgres(components, held);
    children.add(Child.start(elasticsearch, held));
    children.add(Child.start(postgres, held));
    settings.put("huodang.search.url", elasticsearch.url());
    settings.put("huodang.search.username", elasticsearch.username());
    settings.put("huodang.search.password", elasticsearch.password());
    settings.put("spring.datasource.url", postgres.url());
    settings.put("spring.datasource.username", postgres.username());
    settings.put("spring.datasource.password", postgres.password());
    if (minio) {
      Minio store = new Minio(held);
      children.add(Child.start(store, held));
      settings.put("huodang.vault.s3.endpoint", store.url());
      settings.put("huodang.vault.s3.access-key", store.accessKey());
      settings.put("huodang.vault.s3.secret-key", store.secretKey());
    }
    children.stream().skip(1).forEach(Child::awaitReady);
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(application)
            .web(WebApplicationType.SERVLET)
            .properties(settings)
            .listeners(new IndexFirst(children.getFirst()))
            .registerShutdownHook(false);
    return builder.run();
  }

  /**
   * Lets the application be ready only when the index answers, so that its first search finds it.
   */
  private record IndexFirst(Child elasticsearch)
      implements ApplicationListener<ApplicationStartedEvent> {
    @Override
    public void onApplicationEvent(ApplicationStartedEvent started) {
      elasticsearch.awaitReady();
    }
  }

  private void announce(Path held) throws IOException {
    String url = "http://127.0.0.1:" + port;
    new RunningServer(ProcessHandle.current().pid(), url).leaveIn(held);
    System.out.println("Huodang is ready at " + url);
    Path first = held.resolve("first-sign-in");
    if (Files.exists(first)) {
      List<String> lines = Files.readAllLines(first);
      System.out.println("Sign in as " + lines.get(0) + " with the password " + lines.get(1));
    }
    System.out.flush();
  }
}
