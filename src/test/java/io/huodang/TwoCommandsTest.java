package io.huodang;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.testing.Attempt;
import io.huodang.testing.InstalledApp;
import io.huodang.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A day of the operator's, at the script {@code ./huodang} itself. */
class TwoCommandsTest {
  private Path folder = Path.of("");
  private Path app = Path.of("");
  private Path home = Path.of("");

  @BeforeEach
  void install() throws IOException {
    folder = Files.createTempDirectory("huodang-script");
    folder.toFile().setExecutable(true, false);
    app = folder.resolve("app");
    home = folder.resolve("home");
    InstalledApp.in(app);
  }

  @AfterEach
  void stop() throws Exception {
    huodang("down");
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void upStatusDownAndUpAgain() throws Exception {
    assertThat(huodang("status").status()).isNotZero();

    Attempt first = up();
    String password = Files.readAllLines(home.resolve("first-sign-in")).get(1);
    assertThat(first.printed()).anyMatch(line -> line.startsWith("Huodang is ready at http://"));
    assertThat(first.printed()).contains("Sign in as admin with the password " + password);

    assertStatus();
    assertThat(up().said())
        .singleElement()
        .asString()
        .startsWith("huodang: Another Huodang server uses the home " + home);

    Attempt down = huodang("down");
    assertThat(down.printed()).containsExactly("Huodang has stopped");
    assertThat(down.status()).isZero();
    assertThat(huodang("down").printed()).containsExactly("No Huodang server runs on " + home);
    assertThat(app.resolve("trained.aot")).isNotEmptyFile();

    Attempt second = up();
    assertThat(second.status()).isZero();
    assertThat(second.printed())
        .anyMatch(line -> line.endsWith("is in " + home.resolve("first-sign-in")))
        .noneMatch(line -> line.contains(password));
    assertThat(app.resolve("huodang.aot")).isNotEmptyFile();
    assertThat(app.resolve("trained.aot")).doesNotExist();
    assertThat(logs()).contains("Started Huodang").doesNotContain(password);
  }

  private void assertStatus() throws Exception {
    List<String> said = huodang("status").printed();
    assertThat(said.getFirst()).matches("Huodang .* serves at http://127.0.0.1:\\d+ since .*");
    for (String part : List.of("Huodang", "PostgreSQL", "Elasticsearch")) {
      assertThat(said).anyMatch(line -> line.matches("  " + part + " +runs, .*127.0.0.1:.* MB"));
    }
    assertThat(said).anyMatch(line -> line.matches("  Home +" + home + ", [0-9.]+ GB free"));

    JsonNode status =
        JsonMapper.shared().readTree(String.join("\n", huodang("status", "--json").printed()));
    assertThat(status.at("/parts/0/name").asString()).isEqualTo("PostgreSQL");
    assertThat(status.at("/parts/0/state").asString()).isEqualTo("running");
    assertThat(status.at("/parts/0/memoryBytes").asLong()).isPositive();
  }

  private Attempt up() throws Exception {
    return huodang("up", "--detach", "--port", "" + ServerProcess.freePort());
  }

  private Attempt huodang(String... words) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--home", home.toString()));
    return Attempt.script(Map.of("HUODANG_APP", app.toString()), arguments.toArray(String[]::new));
  }

  private String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(home.resolve("logs"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
