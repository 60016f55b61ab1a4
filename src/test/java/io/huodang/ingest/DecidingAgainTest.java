package io.huodang.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.access.Role;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.Link;
import io.huodang.catalog.NewReading;
import io.huodang.corrections.InventedItems;
import io.huodang.identity.Identity;
import io.huodang.roster.RosterImport;
import io.huodang.roster.RosterImports;
import io.huodang.web.FrontOfHouse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What papers alone could not decide is decided once more when a roster was imported. */
@SpringBootTest(classes = {FrontOfHouse.class, DecidingAgainTest.Ingest.class})
@Import({
  InventedItems.class,
  Arrivals.class,
  Ledger.class,
  Node.class,
  Closing.class,
  Bell.class,
  Deciding.class
})
class DecidingAgainTest {
  private static final String ROSTER = "姓名,身份证号,个人编号\n王建国,%s,8476679613\n";
  private static final String WANG = InventedItems.citizenId(123);

  @TempDir static Path home;

  @Autowired private InventedItems invented;
  @Autowired private Identity identity;
  @Autowired private RosterImports rosters;
  @Autowired private Items items;
  @Autowired private Ledger ledger;
  @Autowired private Deciding deciding;
  @Autowired private JdbcClient jdbc;

  @Configuration(proxyBeanMethods = false)
  @ComponentScan({"io.huodang.identity", "io.huodang.roster"})
  static class Ingest {}

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @BeforeEach
  void nothingIsThere() {
    jdbc.sql("truncate roster_import, person, employer, item, ledger cascade").update();
  }

  @Test
  void whoIsOnTheRosterIsFoundForWhatWaited() throws Exception {
    UUID waiting = item(read("personName", "王建国"), read("insuredNumber", "8476679613"));

    roster();
    decideAll();

    Item item = items.find(waiting).orElseThrow();
    assertThat(item.links())
        .singleElement()
        .satisfies(link -> assertThat(link.state()).isEqualTo(Link.State.CONFIRMED));
    assertThat(asked(Step.INDEX)).contains(waiting);
  }

  @Test
  void whatStaysAsItWasDoesNotGoThroughTheIndexAgain() throws Exception {
    UUID other = item(read("personName", "赵丽华"), read("insuredNumber", "8400000077"));
    jdbc.sql("delete from ledger").update();

    roster();
    assertThat(asked(Step.DECIDE)).containsExactly(other);
    decideAll();

    assertThat(asked(Step.INDEX)).doesNotContain(other);
    assertThat(items.find(other).orElseThrow().links()).isEmpty();
  }

  @Test
  void whatIsDecidedIsNotAskedAgain() throws Exception {
    item(read("personName", "王建国"), read("citizenId", WANG));

    roster();

    assertThat(asked(Step.DECIDE)).isEmpty();
  }

  @Test
  void theSameRosterAgainAsksForNothingUnlessItWasInterrupted() throws Exception {
    item(read("personName", "赵丽华"));
    roster();
    decideAll();

    roster();
    assertThat(ledger.claimMany(Step.DECIDE, 10)).isEmpty();

    jdbc.sql(
            """
            update roster_import set state = 'interrupted'
            where id = (select id from roster_import order by id desc limit 1)
            """)
        .update();
    roster();
    assertThat(ledger.claimMany(Step.DECIDE, 10)).hasSize(1);
  }

  private UUID item(NewReading... readings) {
    Item item = invented.item(List.of(readings));
    identity.decide(item.id());
    return item.id();
  }

  private static NewReading read(String field, String value) {
    return InventedItems.reading(field, null, value, 0.9);
  }

  private void roster() throws Exception {
    RosterImport done =
        rosters
            .begin(
                new ByteArrayInputStream(ROSTER.formatted(WANG).getBytes(StandardCharsets.UTF_8)),
                "roster.csv",
                false,
                invented.someone("lin.wan", Role.ARCHIVIST))
            .end()
            .get();
    assertThat(done.state()).isEqualTo(RosterImport.State.DONE);
  }

  private void decideAll() {
    ledger.claimMany(Step.DECIDE, 100).forEach(deciding::take);
  }

  private List<UUID> asked(Step step) {
    return jdbc.sql("select subject_id from ledger where step = :step")
        .param("step", step.word())
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }
}
