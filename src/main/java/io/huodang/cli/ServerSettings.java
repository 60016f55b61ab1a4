package io.huodang.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** The settings that a server on a home reads, without the server. */
final class ServerSettings implements AutoCloseable {
  private static final Pattern SECRET =
      Pattern.compile("PASSWORD|SECRET|KEY|TOKEN", Pattern.CASE_INSENSITIVE);
  private static final Pattern HOLDS_SECRET =
      Pattern.compile("password=|://[^/]*@", Pattern.CASE_INSENSITIVE);

  private final ConfigurableApplicationContext context;

  private ServerSettings(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Nothing runs: it is only there for its settings and its logging. */
  @Configuration(proxyBeanMethods = false)
  static class Nothing {}

  static ServerSettings of(Path home) {
    return new ServerSettings(
        new SpringApplicationBuilder(Nothing.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .properties(Map.of("huodang.home", home.toString()))
            .run());
  }

  ConfigurableEnvironment environment() {
    return context.getEnvironment();
  }

  /** Those that the environment names, but no secrets. */
  Map<String, String> open() {
    Map<String, String> open = new TreeMap<>();
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.startsWith("HUODANG_") && !isSecret(name, value)) {
                open.put(name, value);
              }
            });
    return open;
  }

  /** The names of the secrets among them. */
  List<String> secrets() {
    return System.getenv().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("HUODANG_"))
        .filter(entry -> isSecret(entry.getKey(), entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static boolean isSecret(String name, String value) {
    return SECRET.matcher(name).find() || HOLDS_SECRET.matcher(value).find();
  }

  /** Of this program. */
  static String version() {
    return Objects.requireNonNullElse(
        ServerSettings.class.getPackage().getImplementationVersion(), "in development");
  }

  @Override
  public void close() {
    context.close();
  }
}
