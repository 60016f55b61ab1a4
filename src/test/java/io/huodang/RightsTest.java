package io.huodang;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.access.Role;
import io.huodang.access.Terms;
import io.huodang.access.Tokens;
import io.huodang.access.Users;
import io.huodang.catalog.Items;
import io.huodang.catalog.Pages;
import io.huodang.intake.Arrangement;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import io.huodang.intake.NewBatch;
import io.huodang.testing.RealElasticsearch;
import io.huodang.testing.RealPostgres;
import io.huodang.testing.RightsTable;
import io.huodang.testing.RightsTable.Right;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every call and screen, asked by every role: who may do what stands in {@code rights.txt}, and an
 * operation that does not stand there fails until someone has decided.
 */
@SpringBootTest(classes = HuodangApplication.class)
@AutoConfigureMockMvc
@DirtiesContext
class RightsTest {
  @TempDir static Path home;

  @Autowired MockMvc browser;
  @Autowired Users users;
  @Autowired Tokens tokens;
  @Autowired Batches batches;
  @Autowired Items items;
  @Autowired Pages pages;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  private final Map<Role, Person> people = new EnumMap<>(Role.class);

  /** Someone with a role, and what that person delivered. */
  private record Person(String token, Things own) {}

  /** A delivery, and what became of it. */
  private record Things(UUID batch, UUID file, UUID item, UUID page) {}

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) {
    RealPostgres.Database registry = RealPostgres.migrated();
    RealElasticsearch.Indices indices = RealElasticsearch.indices();
    properties.add("huodang.home", home::toString);
    properties.add("huodang.access.password-cost", () -> 4);
    properties.add("spring.datasource.url", registry::url);
    properties.add("spring.datasource.username", registry::username);
    properties.add("spring.datasource.password", registry::password);
    properties.add("huodang.search.url", indices::url);
    properties.add("huodang.search.username", indices::username);
    properties.add("huodang.search.password", indices::password);
    properties.add("huodang.search.index-prefix", indices::indexPrefix);
  }

  @BeforeEach
  void onePersonOfEachRoleWithADelivery() {
    for (Role role : Role.values()) {
      String name = role.word() + "." + UUID.randomUUID().toString().substring(0, 8);
      UUID user = users.make(name, name, role).user().id();
      people.put(role, new Person(tokens.make(user, "test", null).secret(), deliver(user)));
    }
  }

  @Test
  void everyOperationStandsInTheTable() {
    List<String> inTable = RightsTable.read().operations();

    assertThat(operations().stream().filter(operation -> !inTable.contains(operation)))
        .as("operations of which rights.txt does not say who may do them")
        .isEmpty();
    assertThat(inTable.stream().filter(operation -> !operations().contains(operation)))
        .as("operations in rights.txt that there are no more")
        .isEmpty();
  }

  @Test
  void everyRoleMayWhatTheTableSaysAndNothingElse() throws Exception {
    List<String> wrong = new ArrayList<>();
    RightsTable table = RightsTable.read();
    for (String operation : table.operations()) {
      for (Role role : Role.values()) {
        Right right = table.right(operation, role);
        Person person = person(role);
        Things others = person(role == Role.CLERK ? Role.ARCHIVIST : Role.CLERK).own();
        boolean own = isAllowed(operation, person, person.own());
        boolean other = isAllowed(operation, person, others);
        if (own != (right != Right.NO) || other != (right == Right.YES) && names(operation)) {
          wrong.add(
              "%s by %s is %s, but own things are %s and others' %s"
                  .formatted(operation, role.word(), right, allowed(own), allowed(other)));
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void listsOfBatchesShowAVendorOnlyItsOwn() throws Exception {
    Person vendor = person(Role.VENDOR);
    for (String list : List.of("/api/v1/batches", "/batches")) {
      String shown = ask("GET " + list, vendor, vendor.own()).getContentAsString();

      assertThat(shown)
          .contains(vendor.own().batch().toString())
          .doesNotContain(person(Role.CLERK).own().batch().toString())
          .doesNotContain(person(Role.EMPLOYER).own().batch().toString());
    }
  }

  @Test
  void aVendorSeesItsPaperAndNotThePeopleWhomTheHouseSupposesOnIt() throws Exception {
    Person vendor = person(Role.VENDOR);
    UUID known =
        jdbc.sql("insert into person (source) values ('roster') returning id")
            .query(UUID.class)
            .single();
    jdbc.sql(
            """
            insert into link (item_id, person_id, role, state, evidence, margin)
            values (:item, :person, 'subject', 'proposed', '{}', 0.5)
            """)
        .param("item", vendor.own().item())
        .param("person", known)
        .update();

    for (String look : List.of("/api/v1/items/", "/items/")) {
      String path = "GET " + look + vendor.own().item();
      assertThat(ask(path, person(Role.CLERK), vendor.own()).getContentAsString())
          .contains(known.toString());
      assertThat(ask(path, vendor, vendor.own()).getContentAsString())
          .contains(vendor.own().item().toString())
          .doesNotContain(known.toString());
    }
  }

  /** Whether the operation is about one thing, which may be someone else's. */
  private static boolean names(String operation) {
    return operation.contains("{id}") || operation.endsWith("/pages/shown");
  }

  private boolean isAllowed(String operation, Person person, Things things) throws Exception {
    MockHttpServletResponse answer = ask(operation, person, things);
    assertThat(answer.getStatus()).as(operation).isNotEqualTo(401);
    return answer.getStatus() != 403;
  }

  private MockHttpServletResponse ask(String operation, Person person, Things things)
      throws Exception {
    String[] parts = operation.split(" +", 2);
    boolean call = parts[1].startsWith("/api/");
    return browser
        .perform(
            MockMvcRequestBuilders.request(HttpMethod.valueOf(parts[0]), path(parts[1], things))
                .header("Authorization", "Bearer " + person.token())
                .contentType(
                    call ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_FORM_URLENCODED)
                .content(call ? body(parts[1], things) : ""))
        .andReturn()
        .getResponse();
  }

  /** What can be read, where whose thing it is is asked only then. */
  private static String body(String pattern, Things things) {
    if (pattern.endsWith("/keying/answers")) {
      return "{\"field\":\"personName\",\"legible\":false}";
    }
    return pattern.endsWith("/keying/undo")
        ? "{\"change\":\"%s\"}".formatted(UUID.randomUUID())
        : "{\"pages\":[\"%s\"]}".formatted(things.page());
  }

  private static String path(String pattern, Things things) {
    String id =
        pattern.contains("/batches/{id}")
            ? things.batch().toString()
            : pattern.contains("/items/{id}")
                ? things.item().toString()
                : pattern.contains("/pages/{id}") || pattern.contains("/iiif/3/{id}")
                    ? things.page().toString()
                    : pattern.contains("/files/{id}")
                        ? things.file().toString()
                        : UUID.randomUUID().toString();
    return pattern
        .replace("{id}", id)
        .replace("{seq}", "1")
        .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
  }

  private static String allowed(boolean allowed) {
    return allowed ? "allowed" : "denied";
  }

  private Person person(Role role) {
    return java.util.Objects.requireNonNull(people.get(role));
  }

  private Set<String> operations() {
    Set<String> operations = new TreeSet<>(RightsTable.ORDER);
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              if (!ErrorController.class.isAssignableFrom(method.getBeanType())) {
                for (String pattern : mapping.getPatternValues()) {
                  for (RequestMethod verb : mapping.getMethodsCondition().getMethods()) {
                    operations.add(verb + " " + pattern);
                  }
                }
              }
            });
    return operations;
  }

  private Things deliver(UUID user) {
    Batch batch =
        batches.open(new NewBatch("交付", Batch.Source.VENDOR, Arrangement.FILE_IS_ITEM, null), user);
    UUID file =
        jdbc.sql(
                """
                insert into scan_file (batch_id, key, path, sha256, size, received_by)
                values (:batch, 'a', 'a.tif', sha256('a'), 1, :user) returning id
                """)
            .param("batch", batch.id())
            .param("user", user)
            .query(UUID.class)
            .single();
    List<UUID> made = pages.create(file, 1);
    UUID item = items.createOfFile(file, new Terms(batch.fondsId(), null, batch.id(), null), made);
    return new Things(batch.id(), file, item, made.getFirst());
  }
}
