package io.huodang.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.testing.RealPostgres;
import io.huodang.web.FrontOfHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Also a server that lacks something answers as {@code docs/openapi.yaml} says. */
@SpringBootTest(
    classes = FrontOfHouse.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "huodang.intake.keep-free=100000TB",
      "spring.datasource.hikari.connection-timeout=1000"
    })
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnhealthyAnswersTest {
  private static final RealPostgres.Database REGISTRY = RealPostgres.migrated();

  @TempDir static Path home;

  @LocalServerPort int port;

  private final Contract contract = Contract.read();

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, REGISTRY, properties);
  }

  @Test
  @Order(1)
  void aFullDiskIsSaid() throws IOException {
    String batch = administrator().post("/batches", "{}").json().get("id").asString();

    Exchange refused =
        administrator().send("PUT", "/batches/" + batch + "/files/a", Map.of(), new byte[] {1});

    assertThat(refused.status()).isEqualTo(507);
    assertThat(contract.violations(refused)).isEmpty();
  }

  /** The last one: nobody lets the registry in again. */
  @Test
  @Order(2)
  void aRegistryThatIsAwayIsSaidWithWhenToTryAgain() throws IOException {
    RealPostgres.shut(REGISTRY);

    for (Exchange away :
        new Exchange[] {
          administrator().get("/batches"),
          administrator().post("/batches", "{}"),
          administrator().get("/people/01a20e2d-fe05-7b32-aa6c-767a54f84163"),
          administrator().get("/tokens")
        }) {
      assertThat(away.status()).as(away.toString()).isEqualTo(503);
      assertThat(contract.violations(away)).as(away.toString()).isEmpty();
    }
  }

  private Caller administrator() throws IOException {
    return Caller.of("http://127.0.0.1:" + port + "/api/v1")
        .withToken(Files.readString(home.resolve("cli.token")).strip());
  }
}
