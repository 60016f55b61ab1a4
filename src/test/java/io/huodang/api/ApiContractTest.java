package io.huodang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.HuodangApplication;
import io.huodang.api.Contract.Operation;
import io.huodang.recognition.InventedForm;
import io.huodang.testing.RealElasticsearch;
import io.huodang.testing.RealPostgres;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What {@code docs/openapi.yaml} says is what the server does: one walk through all calls on the
 * real parts, every exchange of it held against the document.
 */
@SpringBootTest(
    classes = HuodangApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
class ApiContractTest {
  static final int LARGEST_FILE = 4 << 20;
  static final int LONGEST_BODY = 200_000;

  /** What a whole and healthy server does not do; other tests provoke it. */
  private static final Set<String> NOT_PROVOKED_STATUSES = Set.of("500", "503", "507");

  private static final Set<String> NOT_PROVOKED_CODES =
      Set.of(
          "internal-error",
          "registry-unavailable",
          "search-unavailable",
          "storage-unavailable",
          "workers-unavailable",
          "disk-full",
          "picture-failed");

  /** Calls that fail only when a picture cannot be made. */
  private static final String PICTURES =
      ".*/(image|file\\.pdf|info\\.json|\\{quality}\\.\\{format})";

  private static final Contract CONTRACT = Contract.read();
  private static final Path HOME = temporaryHome();

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Autowired JdbcClient jdbc;
  @Autowired DataSource source;
  @LocalServerPort int port;

  private List<Exchange> exchanges = List.of();

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry properties) {
    RealPostgres.Database registry = RealPostgres.migrated();
    properties.add("spring.datasource.url", registry::url);
    properties.add("spring.datasource.username", registry::username);
    properties.add("spring.datasource.password", registry::password);
    RealElasticsearch.Indices indices = RealElasticsearch.indices();
    properties.add("huodang.search.url", indices::url);
    properties.add("huodang.search.username", indices::username);
    properties.add("huodang.search.password", indices::password);
    properties.add("huodang.search.index-prefix", indices::indexPrefix);
    properties.add("huodang.home", HOME::toString);
    properties.add("huodang.access.password-cost", () -> 4);
    properties.add("huodang.intake.largest-file", () -> LARGEST_FILE + "B");
    properties.add("huodang.roster.largest-file", () -> LARGEST_FILE + "B");
    properties.add(
        "spring.jackson.factory.constraints.read.max-document-length", () -> LONGEST_BODY);
  }

  @BeforeAll
  void walk() throws IOException {
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    String url = "http://127.0.0.1:" + port;
    Caller nobody = Caller.of(url + "/api/v1");
    Caller administrator = nobody.withToken(Files.readString(HOME.resolve("cli.token")).strip());
    List<String> first = Files.readAllLines(HOME.resolve("first-sign-in"));
    Caller beginner = nobody.withHeaders(Visitor.signIn(url, first.get(0), first.get(1)));
    Walk walk = new Walk(administrator);
    walk.deliver();
    walk.deliverByCatalogue();
    walk.find();
    walk.measure();
    walk.custody();
    walk.correct();
    walk.key();
    walk.importRosters();
    walk.merge();
    whileAnotherRosterIsImported(walk::importRoster);
    walk.keepUp();
    walk.keepHouse();
    walk.audit();
    walk.keepViews();
    new Refusals(CONTRACT, nobody, administrator, beginner).provokeAll();
    forge(nobody, administrator, url);
    loseBytes(administrator, walk);
    exchanges = administrator.exchanges();
  }

  /** The turn to import is a lock of the registry. */
  private void whileAnotherRosterIsImported(Runnable attempt) {
    new TransactionTemplate(new DataSourceTransactionManager(source))
        .executeWithoutResult(
            status -> {
              jdbc.sql("select pg_advisory_xact_lock(:key)")
                  .param("key", 0x726f73746572L)
                  .query()
                  .listOfRows();
              attempt.run();
            });
  }

  /** Calls of a session without the token of its page, and of one who is the last of a kind. */
  private void forge(Caller nobody, Caller administrator, String url) {
    Exchange made =
        administrator.post("/users", "{\"name\":\"second.admin\",\"role\":\"administrator\"}");
    String id = made.json().get("id").asString();
    String password = made.json().get("password").asString();
    jdbc.sql("update app_user set must_change = false where name = 'second.admin'").update();
    var session = Visitor.signIn(url, "second.admin", password);
    Caller second = nobody.withHeaders(session);
    jdbc.sql("update app_user set disabled_at = now() where name = 'admin'").update();
    Walk walk = new Walk(administrator);
    walk.lastOneOut(second, id);
    second
        .withHeaders(java.util.Map.of("X-CSRF-TOKEN", "forged"))
        .post("/search", "{\"query\":\"a\"}");
  }

  /** A page as it is before it was read, then one whose bytes the vault has lost. */
  private void loseBytes(Caller administrator, Walk walk) throws IOException {
    String page = walk.page();
    UUID id = UUID.fromString(page);
    int version =
        jdbc.sql("select current_version from page where id = :id")
            .param("id", id)
            .query(Integer.class)
            .single();
    jdbc.sql("update page set current_version = 0 where id = :id").param("id", id).update();
    administrator.get("/pages/" + page + "/text");
    administrator.get("/pages/" + page + "/image");
    walk.turn();
    jdbc.sql("update page set current_version = :version where id = :id")
        .param("version", version)
        .param("id", id)
        .update();
    // At once, for manifests are still being written into it.
    Files.move(HOME.resolve("vault"), HOME.resolve("lost"));
    administrator.get("/pages/" + page + "/text");
    administrator.get("/pages/" + page + "/master");
  }

  @AfterAll
  void leaveNothing() throws IOException {
    FileSystemUtils.deleteRecursively(HOME);
  }

  @Test
  void everyCallThatIsServedIsDescribedAndNoOther() {
    TreeSet<String> served = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .keySet()
        .forEach(
            mapping ->
                mapping.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/v1"))
                    .forEach(
                        path ->
                            mapping
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(
                                    method ->
                                        served.add(
                                            method + " " + path.substring("/api/v1".length())))));

    assertThat(CONTRACT.operations().stream().map(Operation::toString))
        .as("docs/openapi.yaml")
        .containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void everyAnswerIsAsDescribed() {
    assertThat(exchanges)
        .allSatisfy(
            exchange ->
                assertThat(CONTRACT.violations(exchange)).as(exchange.toString()).isEmpty());
  }

  @Test
  void everyDescribedAnswerIsGiven() {
    TreeSet<String> described = new TreeSet<>();
    for (Operation operation : CONTRACT.operations()) {
      operation.statuses().stream()
          .filter(status -> !NOT_PROVOKED_STATUSES.contains(status))
          .filter(status -> !(operation.template().matches(PICTURES) && status.equals("422")))
          .forEach(status -> described.add(operation + " " + status));
    }
    Set<String> given =
        exchanges.stream()
            .flatMap(
                exchange ->
                    CONTRACT.operation(exchange).map(it -> it + " " + exchange.status()).stream())
            .collect(Collectors.toSet());

    described.removeAll(given);
    assertThat(described).as("described, and never given in the walk").isEmpty();
  }

  @Test
  void everyDescribedCodeIsGiven() {
    TreeSet<String> described = CONTRACT.codes();
    described.removeAll(NOT_PROVOKED_CODES);
    described.removeAll(exchanges.stream().map(Exchange::code).collect(Collectors.toSet()));

    assertThat(described).as("described, and never given in the walk").isEmpty();
  }

  @Test
  void everyCodeHasATitleInBothLanguages() throws IOException {
    for (String bundle : List.of("messages.properties", "messages_en.properties")) {
      Properties words = new Properties();
      try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", bundle))) {
        words.load(reader);
      }
      assertThat(CONTRACT.codes().stream().filter(code -> !words.containsKey("problem." + code)))
          .as("codes without a title in " + bundle)
          .isEmpty();
    }
  }

  @Test
  void everyExampleFitsItsSchema() {
    assertThat(CONTRACT.wrongExamples()).isEmpty();
  }

  @Test
  void noProblemRepeatsWhatWasSent() {
    assertThat(exchanges)
        .filteredOn(exchange -> !exchange.code().isEmpty())
        .allSatisfy(
            exchange ->
                assertThat(exchange.text())
                    .doesNotContain("not-an-id", "surely-not-known", "none-such", "forged"));
  }

  private static Path temporaryHome() {
    try {
      Path folder = Files.createTempDirectory("huodang-contract");
      folder.toFile().setExecutable(true, false);
      return folder;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
