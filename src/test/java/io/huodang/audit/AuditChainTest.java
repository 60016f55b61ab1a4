package io.huodang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.audit.AuditLog.Verdict;
import io.huodang.testing.RealPostgres;
import io.huodang.vocabulary.CitizenId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditChainTest {
  private JdbcClient jdbc;
  private ChainedAudit audit;
  private TransactionTemplate transaction;

  @BeforeEach
  void freshRegistry() {
    RealPostgres.Database registry = RealPostgres.migrated();
    JdbcTransactionManager transactions = new JdbcTransactionManager(registry.source());
    jdbc = JdbcClient.create(registry.source());
    transaction = new TransactionTemplate(transactions);
    audit = new ChainedAudit(new AuditRows(jdbc), transactions);
  }

  @Test
  void anUntouchedChainIsIntact() {
    record(3);

    assertThat(audit.verify())
        .isInstanceOfSatisfying(Verdict.Intact.class, it -> assertThat(it.rows()).isEqualTo(3));
  }

  @Test
  void theRegistryItselfRefusesToChangeARow() {
    record(1);

    assertThatThrownBy(() -> jdbc.sql("update audit set purpose = 'x'").update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc.sql("delete from audit").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void aChangedRowIsNamed() {
    record(4);

    tamper("update audit set actor_name = 'someone.else' where seq = 2");

    assertThat(audit.verify()).isInstanceOfSatisfying(Verdict.Broken.class, this::isTheSecond);
  }

  @Test
  void aMissingRowIsNamed() {
    record(4);

    tamper("delete from audit where seq = 2");

    assertThat(audit.verify()).isInstanceOfSatisfying(Verdict.Broken.class, this::isTheSecond);
  }

  @Test
  void rowsCutOffAtTheEndAreMissed() {
    record(3);

    tamper("delete from audit where seq > 1");

    assertThat(audit.verify()).isInstanceOfSatisfying(Verdict.Broken.class, this::isTheSecond);
  }

  @Test
  void aChangeThatIsRolledBackLeavesNoRowButARefusalDoes() {
    transaction.executeWithoutResult(
        status -> {
          audit.record(entry().with("kept", false));
          audit.recordForGood(entry().refused());
          status.setRollbackOnly();
        });

    assertThat(audit.read(filter(), Long.MAX_VALUE, 10))
        .extracting(row -> row.entry().outcome())
        .containsExactly(AuditEntry.Outcome.REFUSED);
  }

  @Test
  void manyAtOnceMakeOneChain() {
    IntStream.range(0, 60).parallel().forEach(n -> record(1));

    assertThat(audit.verify())
        .isInstanceOfSatisfying(Verdict.Intact.class, it -> assertThat(it.rows()).isEqualTo(60));
  }

  @Test
  void anEarlierProofStandsUntilSomeoneMakesAnotherChain() {
    record(2);
    Proof kept = Proof.parse(audit.proof().toString()).orElseThrow();
    record(2);
    assertThat(audit.holds(kept)).isTrue();

    // Someone who may write everywhere makes a chain that fits, hashes and all.
    tamper("delete from audit");
    jdbc.sql("update audit_head set seq = 0, hash = decode(repeat('00', 32), 'hex')").update();
    record(4);

    assertThat(audit.verify()).isInstanceOf(Verdict.Intact.class);
    assertThat(audit.holds(kept)).isFalse();
  }

  @Test
  void rowsAreReadByWhoWhatWhenAndHowItEnded() {
    UUID actor = UUID.randomUUID();
    UUID person = UUID.randomUUID();
    Actor clerk = new Actor(actor, "lin.wan", "clerk", "10.0.0.1");
    audit.record(AuditEntry.of(clerk, "view-person").about("person", person));
    audit.record(AuditEntry.of(clerk, "search").showing(List.of(UUID.randomUUID(), person)));
    audit.record(AuditEntry.of(clerk, "reveal-id").about("person", person).because("本人查询"));
    audit.record(AuditEntry.of(clerk, "view-page-image").about("page", UUID.randomUUID()));
    audit.record(entry().refused());

    assertThat(actions(filter().about(Set.of(person))))
        .containsExactly("reveal-id", "search", "view-person");
    assertThat(actions(new AuditFilter(actor, null, Set.of(), null, null, null, null, false)))
        .containsExactly("reveal-id", "search", "view-person");
    assertThat(actions(new AuditFilter(null, "search", Set.of(), null, null, null, null, true)))
        .containsExactly("search");
    assertThat(actions(new AuditFilter(null, null, Set.of(), null, null, null, "查询", true)))
        .containsExactly("reveal-id");
    assertThat(
            actions(
                new AuditFilter(
                    null, null, Set.of(), null, null, AuditEntry.Outcome.REFUSED, null, true)))
        .containsExactly("sign-in");
    assertThat(
            actions(
                new AuditFilter(
                    null, null, Set.of(), null, Instant.now().minusSeconds(60), null, null, true)))
        .isEmpty();
    assertThat(audit.actions())
        .containsExactly("reveal-id", "search", "sign-in", "view-page-image", "view-person");
  }

  private static AuditFilter filter() {
    return AuditFilter.EVERYTHING;
  }

  private List<String> actions(AuditFilter filter) {
    return audit.read(filter, Long.MAX_VALUE, 10).stream()
        .map(row -> row.entry().action())
        .toList();
  }

  @Test
  void citizenIdsInAPurposeAreMasked() {
    String seventeen = "99010119800101001";
    String full = seventeen + CitizenId.checkOf(seventeen);

    audit.record(entry().because("核对 " + full + " 的材料").with("note", full));

    List<AuditRow> rows = audit.read(filter(), Long.MAX_VALUE, 10);
    assertThat(rows.getFirst().entry().toString()).doesNotContain(full).contains("990101********");
    assertThat(audit.verify())
        .isInstanceOfSatisfying(Verdict.Intact.class, it -> assertThat(it.rows()).isEqualTo(1));
  }

  @Test
  void whoLookedForAPersonIsFoundByWhatWasShownAndByWhatWasOpened() {
    UUID person = UUID.randomUUID();
    UUID item = UUID.randomUUID();
    audit.record(
        AuditEntry.of(Actor.nobody(null), "search").showing(List.of(UUID.randomUUID(), person)));
    audit.record(AuditEntry.of(Actor.nobody(null), "search").showing(List.of(UUID.randomUUID())));
    audit.record(AuditEntry.of(Actor.nobody(null), "view-item").about("item", item));
    audit.record(entry());

    assertThat(audit.read(filter().about(Set.of(person, item)), Long.MAX_VALUE, 10))
        .extracting(row -> row.entry().action())
        .containsExactly("view-item", "search");
    assertThat(audit.read(filter().about(Set.of(UUID.randomUUID())), Long.MAX_VALUE, 10)).isEmpty();
  }

  private void isTheSecond(Verdict.Broken broken) {
    assertThat(broken.seq()).isEqualTo(2);
  }

  private void record(int times) {
    IntStream.range(0, times).forEach(n -> audit.record(entry().with("n", n)));
  }

  private static AuditEntry entry() {
    return AuditEntry.of(Actor.nobody("127.0.0.1"), "sign-in");
  }

  /** What someone with the registry's own password could do. */
  private void tamper(String statement) {
    jdbc.sql("alter table audit disable trigger user").update();
    jdbc.sql(statement).update();
    jdbc.sql("alter table audit enable trigger user").update();
  }
}
