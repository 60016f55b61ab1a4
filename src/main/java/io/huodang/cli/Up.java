package io.huodang.cli;

import io.huodang.extraction.DocumentTypes;
import io.huodang.local.Home;
import io.huodang.recognition.TrainedData;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
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

  @Option(names = "--demo", description = "Deliver the sample batches as well, once.")
  private boolean demo;

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
    requireDocumentTypes();
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch stop = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, ended)));
    try (Home held = Home.open(home.path())) {
      RunningServer.forget(held.path());
      requireFree(port);
      Path password = held.path().resolve("first-sign-in");
      boolean known = Files.exists(password);
      try (Parts parts = new Parts(held, minio);
          ConfigurableApplicationContext context = start(held, parts)) {
        announce(held, parts, context.getBean(Vault.class));
        new FirstSignIn(password).announce(known);
        ThisProcess.started();
        if (demo) {
          deliverSamples(held.path());
        }
        Path rest = held.logs().resolve("server.err");
        if (ThisProcess.isDetached()) {
          System.out.println("Its messages go to " + held.logs().resolve("server.log"));
          ThisProcess.leaveTerminal(rest);
        }
        stop.await();
        if (ThisProcess.isTraining()) {
          System.out.println("Stopping; writes down what makes the next start faster");
          ThisProcess.leaveTerminal(rest);
        }
      } finally {
        RunningServer.forget(held.path());
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

  /** A worker would refuse them later, page by page. */
  private static void requireDocumentTypes() {
    List<String> findings = DocumentTypes.findings(Installation.folder("ingest/document-types"));
    if (!findings.isEmpty()) {
      throw new Refusal(
          "document-type-invalid",
          "ingest/document-types/%s; ./huodang doctor lists all findings (%d)"
              .formatted(findings.getFirst(), findings.size()));
    }
  }

  /** The server goes on without them: what failed is said, and another start tries again. */
  private void deliverSamples(Path held) throws InterruptedException {
    try {
      Demo demo = new Demo(Installation.folder("ingest/samples"), held);
      System.out.println("Demo: " + demo.deliverTo(Server.of(held)));
    } catch (Refusal | IOException e) {
      System.out.println("Demo: the samples could not be delivered: " + e.getMessage());
    }
    System.out.flush();
  }

  private static void requireFree(int port) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (BindException e) {
      throw StartFailure.portTaken(port, e);
    }
  }

  private ConfigurableApplicationContext start(Home held, Parts parts) throws Exception {
    try {
      return new SpringApplicationBuilder(application)
          .web(WebApplicationType.SERVLET)
          .profiles(ThisProcess.isDetached() ? "detached" : "attached")
          .properties(
              Map.of(
                  "server.port", port,
                  "huodang.home", held.path().toString(),
                  "huodang.logs", held.logs().toString()))
          .listeners(new PartsFirst(parts), new IndexFirst(parts))
          .registerShutdownHook(false)
          .run();
    } catch (RuntimeException e) {
      throw StartFailure.of(e);
    }
  }

  /** The settings are read; what they do not name elsewhere is started before the server. */
  private record PartsFirst(Parts parts)
      implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
      try {
        parts.begin(prepared.getEnvironment());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The application is ready only when the index answers, so that its first search finds it. */
  private record IndexFirst(Parts parts) implements ApplicationListener<ApplicationStartedEvent> {
    @Override
    public void onApplicationEvent(ApplicationStartedEvent started) {
      parts.awaitIndex();
    }
  }

  private void announce(Home held, Parts parts, Vault vault) throws IOException {
    String url = "http://127.0.0.1:" + port;
    String version = Up.class.getPackage().getImplementationVersion();
    new RunningServer(
            ProcessHandle.current().pid(),
            url,
            Objects.requireNonNullElse(version, "in development"),
            Instant.now(),
            vault.describe(),
            List.copyOf(parts.all()))
        .leaveIn(held.path());
    System.out.println("Huodang is ready at " + url);
  }
}
