package io.huodang.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.testing.RealPostgres;
import io.huodang.vocabulary.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

class SignInTest {
  private final List<AuditEntry> recorded = new ArrayList<>();
  private JdbcClient jdbc;
  private Users users;
  private Tokens tokens;
  private SignIn signIn;
  private Users.Made clerk;

  @BeforeEach
  void oneClerk() {
    AccessSettings settings = new AccessSettings(5, Duration.ofMinutes(15), 10, 4);
    PasswordEncoder encoder = new AccessConfiguration().passwordEncoder(settings);
    jdbc = JdbcClient.create(RealPostgres.migrated().source());
    users = new Users(jdbc, encoder, settings, new Grants(jdbc));
    tokens = new Tokens(jdbc);
    signIn = new SignIn(users, tokens, encoder, new Recorded());
    clerk = users.make("lin.wan", "林晚", Role.CLERK);
  }

  @Test
  void theRightPasswordOpensASessionOnRecord() {
    SignIn.Session session = signIn.byPassword("lin.wan", clerk.password(), null).orElseThrow();

    assertThat(signIn.bySession(session, null).orElseThrow().mustChange()).isTrue();
    assertThat(recorded).extracting(AuditEntry::outcome).containsExactly(AuditEntry.Outcome.DONE);
  }

  @Test
  void fiveFailuresLockTheAccountAlsoForTheRightPassword() {
    failFiveTimes();

    assertThat(signIn.byPassword("lin.wan", clerk.password(), null)).isEmpty();
    assertThat(recorded.getLast().detail()).containsEntry("why", "locked");
  }

  @Test
  void aLockEndsWhenItsTimeIsOver() {
    failFiveTimes();
    signIn.byPassword("lin.wan", clerk.password(), null);

    jdbc.sql("update app_user set locked_until = now() - interval '1 second'").update();

    assertThat(signIn.byPassword("lin.wan", clerk.password(), null)).isPresent();
  }

  @Test
  void aNewPasswordOrAClosedAccountEndsItsSessions() {
    SignIn.Session session = signIn.byPassword("lin.wan", clerk.password(), null).orElseThrow();
    users.choosePassword(clerk.user(), "a better one 7");
    assertThat(signIn.bySession(session, null)).isEmpty();

    SignIn.Session renewed = signIn.renewed(clerk.user().id());
    assertThat(signIn.bySession(renewed, null)).isPresent();
    users.setDisabled(clerk.user().id(), true);
    assertThat(signIn.bySession(renewed, null)).isEmpty();
  }

  @Test
  void aTokenWorksUntilItIsRevokedAndItsSecretIsNowhereKept() {
    Tokens.Made made = tokens.make(clerk.user().id(), "scanner", null);
    assertThat(signIn.byToken(made.secret(), null)).isPresent();
    assertThat(jdbc.sql("select access_token::text from access_token").query(String.class).list())
        .noneMatch(row -> row.contains(made.secret()));

    tokens.revoke(made.token().id());

    assertThat(signIn.byToken(made.secret(), null)).isEmpty();
  }

  @Test
  void weakPasswordsAndRolesWithoutScreensAreRefused() {
    assertThatThrownBy(() -> users.choosePassword(clerk.user(), "lin.wan-2026-x"))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> users.choosePassword(clerk.user(), "short"))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> users.make("a.vendor", "外包", Role.VENDOR)).isInstanceOf(Refusal.class);
  }

  private void failFiveTimes() {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn.byPassword("lin.wan", "not the password", null)).isEmpty();
    }
  }

  private final class Recorded implements Audit {
    @Override
    public void record(AuditEntry entry) {
      recorded.add(entry);
    }

    @Override
    public void recordForGood(AuditEntry entry) {
      recorded.add(entry);
    }
  }
}
