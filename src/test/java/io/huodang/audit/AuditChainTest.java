package io.huodang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.audit.AuditLog.Verdict;
import io.huodang.testing.RealPostgres;
import io.huodang.vocabulary.CitizenId;
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

    assertThat(audit.verify()).isEqualTo(new Verdict.Intact(3));
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

    assertThat(audit.read(Long.MAX_VALUE, 10, Set.of()))
        .extracting(row -> row.entry().outcome())
        .containsExactly(AuditEntry.Outcome.REFUSED);
  }

  @Test
  void manyAtOnceMakeOneChain() {
    IntStream.range(0, 60).parallel().forEach(n -> record(1));

    assertThat(audit.verify()).isEqualTo(new Verdict.Intact(60));
  }

  @Test
  void citizenIdsInAPurposeAreMasked() {
    String seventeen = "99010119800101001";
    String full = seventeen + CitizenId.checkOf(seventeen);

    audit.record(entry().because("核对 " + full + " 的材料").with("note", full));

    List<AuditRow> rows = audit.read(Long.MAX_VALUE, 10, Set.of());
    assertThat(rows.getFirst().entry().toString()).doesNotContain(full).contains("990101********");
    assertThat(audit.verify()).isEqualTo(new Verdict.Intact(1));
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

    assertThat(audit.read(Long.MAX_VALUE, 10, Set.of(person, item)))
        .extracting(row -> row.entry().action())
        .containsExactly("view-item", "search");
    assertThat(audit.read(Long.MAX_VALUE, 10, Set.of(UUID.randomUUID()))).isEmpty();
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
