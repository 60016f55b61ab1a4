package io.huodang.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.audit.AuditEntry;
import io.huodang.testing.RealPostgres;
import io.huodang.vocabulary.Refusal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

class AccountsTest {
  private final RecordedAudit audit = new RecordedAudit();
  private Users users;
  private Accounts accounts;
  private TransactionTemplate transaction;
  private Viewer administrator;
  private UUID clerk;

  @BeforeEach
  void oneAdministratorAndOneClerk() {
    AccessSettings settings =
        new AccessSettings(
            5, 20, Duration.ofMinutes(15), 10, 4, Duration.ofHours(8), Duration.ofHours(16));
    PasswordEncoder encoder = new AccessConfiguration().passwordEncoder(settings);
    RealPostgres.Database registry = RealPostgres.migrated();
    JdbcClient jdbc = JdbcClient.create(registry.source());
    transaction = new TransactionTemplate(new JdbcTransactionManager(registry.source()));
    Grants grants = new Grants(jdbc);
    users = new Users(jdbc, encoder, settings, grants);
    accounts = new Accounts(users, grants, new Attempts(jdbc, settings), audit);
    User first = users.make("admin", "管理员", Role.ADMINISTRATOR).user();
    administrator = Viewer.of(first.id(), first.name(), first.role());
    clerk = accounts.make(administrator, "Lin.Wan ", "", Role.CLERK).user().id();
  }

  @Test
  void aNewAccountIsCalledByItsNameUntilSomeoneSaysMore() {
    User made = accounts.find(clerk);

    assertThat(made.name()).isEqualTo("lin.wan");
    assertThat(made.displayName()).isEqualTo("lin.wan");
    assertThat(made.mustChange()).isTrue();
    assertThat(audit.last().detail()).containsEntry("role", "clerk");
  }

  @Test
  void aChangeKeepsWhatWasBefore() {
    accounts.change(administrator, clerk, "林晚", Role.ARCHIVIST);

    assertThat(accounts.find(clerk).role()).isEqualTo(Role.ARCHIVIST);
    assertThat(audit.last().detail())
        .containsEntry("role.before", "clerk")
        .containsEntry("role.after", "archivist")
        .containsEntry("name.after", "林晚");
  }

  @Test
  void whatDoesNotChangeIsNotRecorded() {
    int before = audit.recorded().size();

    accounts.change(administrator, clerk, null, Role.CLERK);

    assertThat(audit.recorded()).hasSize(before);
  }

  @Test
  void nobodyChangesTheOwnRoleOrClosesTheOwnAccount() {
    accounts.make(administrator, "second", "", Role.ADMINISTRATOR);

    refuses(
        "own-account",
        () -> accounts.change(administrator, administrator.userId(), null, Role.CLERK));
    refuses("own-account", () -> accounts.close(administrator, administrator.userId()));
    accounts.change(administrator, administrator.userId(), "林管理", null);
    assertThat(accounts.find(administrator.userId()).displayName()).isEqualTo("林管理");
  }

  @Test
  void theLastAdministratorRemains() {
    Viewer gone = Viewer.of(UUID.randomUUID(), "gone", Role.ADMINISTRATOR);

    refuses(
        "last-administrator",
        () -> accounts.change(gone, administrator.userId(), null, Role.AUDITOR));
    refuses("last-administrator", () -> accounts.close(gone, administrator.userId()));
    assertThat(accounts.find(administrator.userId()).state(java.time.Instant.now()))
        .isEqualTo("open");
  }

  @Test
  void aClosedAdministratorIsNoneWhoRemains() {
    UUID second = accounts.make(administrator, "second", "", Role.ADMINISTRATOR).user().id();
    accounts.close(administrator, second);

    refuses(
        "last-administrator",
        () ->
            accounts.close(
                Viewer.of(second, "second", Role.ADMINISTRATOR), administrator.userId()));
  }

  @Test
  void ofTwoAdministratorsWhoCloseEachOtherOneRemains() {
    User second = accounts.make(administrator, "second", "", Role.ADMINISTRATOR).user();
    Viewer other = Viewer.of(second.id(), second.name(), second.role());

    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> closeInTransaction(administrator, second.id())),
            CompletableFuture.runAsync(() -> closeInTransaction(other, administrator.userId())))
        .exceptionally(_ -> null)
        .join();

    assertThat(accounts.all())
        .filteredOn(user -> user.role() == Role.ADMINISTRATOR && user.disabledAt() == null)
        .hasSize(1);
  }

  @Test
  void theProgramsOwnAccountsStayAsTheyAre() {
    User program = users.ofProgram("cli", "命令行", Role.ADMINISTRATOR);

    refuses("program-account", () -> accounts.close(administrator, program.id()));
    refuses("program-account", () -> accounts.resetPassword(administrator, program.id()));
    refuses(
        "program-account", () -> accounts.change(administrator, program.id(), null, Role.CLERK));
  }

  @Test
  void onlyWhoDoesNotSeeEverythingIsGrantedBatches() {
    refuses("sees-everything", () -> accounts.grantBatch(administrator, clerk, UUID.randomUUID()));
  }

  private void closeInTransaction(Viewer by, UUID id) {
    transaction.executeWithoutResult(_ -> accounts.close(by, id));
  }

  private void refuses(String code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    if (!code.equals("sees-everything")) {
      assertThat(audit.last().outcome()).isEqualTo(AuditEntry.Outcome.REFUSED);
    }
  }
}
