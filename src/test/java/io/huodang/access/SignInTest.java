package io.huodang.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.audit.AuditEntry;
import io.huodang.testing.RealPostgres;
import io.huodang.vocabulary.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

class SignInTest {
  private static final From HALL = new From("10.1.1.1", "Firefox · Linux");
  private static final AccessSettings SETTINGS =
      new AccessSettings(
          5, 20, Duration.ofMinutes(15), 10, 4, Duration.ofHours(8), Duration.ofHours(16));

  private final RecordedAudit audit = new RecordedAudit();
  private Instant now = Instant.parse("2026-11-02T08:00:00Z");
  private JdbcClient jdbc;
  private Users users;
  private Sessions sessions;
  private Tokens tokens;
  private SignIn signIn;
  private Users.Made clerk;

  @BeforeEach
  void oneClerk() {
    PasswordEncoder encoder = new AccessConfiguration().passwordEncoder(SETTINGS);
    jdbc = JdbcClient.create(RealPostgres.migrated().source());
    users = new Users(jdbc, encoder, SETTINGS, new Grants(jdbc));
    sessions = new Sessions(jdbc, SETTINGS);
    tokens = new Tokens(jdbc);
    Clock clock = new SettableClock();
    signIn =
        new SignIn(
            users,
            sessions,
            tokens,
            new Attempts(jdbc, SETTINGS),
            encoder,
            audit,
            new Addresses(SETTINGS, clock));
    clerk = users.make("lin.wan", "林晚", Role.CLERK);
  }

  @Test
  void theRightPasswordBeginsASessionOnRecord() {
    Sessions.Begun session = signIn().orElseThrow();

    SignIn.Known known = signIn.bySession(session.secret(), null).orElseThrow();
    assertThat(known.mustChange()).isTrue();
    assertThat(known.sessionId()).isEqualTo(session.id());
    assertThat(audit.recorded())
        .extracting(AuditEntry::outcome)
        .containsExactly(AuditEntry.Outcome.DONE);
  }

  @Test
  void theSecretOfASessionIsNowhereKept() {
    Sessions.Begun session = signIn().orElseThrow();

    assertThat(jdbc.sql("select user_session::text from user_session").query(String.class).list())
        .hasSize(1)
        .noneMatch(row -> row.contains(session.secret()));
    assertThat(signIn.bySession(session.id().toString(), null)).isEmpty();
  }

  @Test
  void everySignInBeginsASessionOfItsOwn() {
    Sessions.Begun first = signIn().orElseThrow();
    Sessions.Begun second = signIn().orElseThrow();

    assertThat(first.secret()).isNotEqualTo(second.secret());
    assertThat(sessions.of(clerk.user().id())).hasSize(2);
    assertThat(sessions.endOthers(clerk.user().id(), second.id())).isEqualTo(1);
    assertThat(signIn.bySession(first.secret(), null)).isEmpty();
    assertThat(signIn.bySession(second.secret(), null)).isPresent();
  }

  @Test
  void aSessionEndsWhenNothingHappensAndAfterAWorkingDay() {
    Sessions.Begun idle = signIn().orElseThrow();
    Sessions.Begun old = signIn().orElseThrow();

    jdbc.sql("update user_session set last_seen_at = now() - interval '9 hours' where id = :id")
        .param("id", idle.id())
        .update();
    jdbc.sql("update user_session set created_at = now() - interval '17 hours' where id = :id")
        .param("id", old.id())
        .update();

    assertThat(signIn.bySession(idle.secret(), null)).isEmpty();
    assertThat(signIn.bySession(old.secret(), null)).isEmpty();
    assertThat(sessions.of(clerk.user().id())).isEmpty();
  }

  @Test
  void fiveFailuresLockTheAccountAlsoForTheRightPassword() {
    failFiveTimes();

    assertThat(signIn()).isEmpty();
    assertThat(audit.last().detail()).containsEntry("why", "locked");
  }

  @Test
  void aLockEndsWhenItsTimeIsOver() {
    failFiveTimes();
    signIn();

    jdbc.sql("update app_user set locked_until = now() - interval '1 second'").update();

    assertThat(signIn()).isPresent();
  }

  @Test
  void anAddressRestsThatTriesManyNames() {
    for (int i = 0; i < 20; i++) {
      signIn.byPassword("somebody" + i, "autumn-2026", HALL);
    }

    assertThat(signIn()).isEmpty();
    assertThat(audit.last().detail()).containsEntry("why", "address");
    assertThat(signIn.byPassword("lin.wan", clerk.password(), new From("10.1.1.2", null)))
        .isPresent();
    now = now.plus(Duration.ofMinutes(16));
    assertThat(signIn()).isPresent();
  }

  @Test
  void allAddressesOfOneIpv6NetworkAreOne() {
    for (int i = 0; i < 20; i++) {
      signIn.byPassword("somebody", "autumn-2026", new From("2001:db8:1:2::" + i, null));
    }

    assertThat(
            signIn.byPassword("lin.wan", clerk.password(), new From("2001:db8:1:2:ffff::1", null)))
        .isEmpty();
    assertThat(signIn.byPassword("lin.wan", clerk.password(), new From("2001:db8:1:3::1", null)))
        .isPresent();
  }

  @Test
  void aNameThatNobodyHasIsNotToldFromAWrongPassword() {
    assertThat(signIn.byPassword("nobody.here", "not the password", HALL)).isEmpty();
    assertThat(signIn.byPassword("lin.wan", "not the password", HALL)).isEmpty();

    assertThat(audit.recorded())
        .extracting(AuditEntry::outcome)
        .containsOnly(AuditEntry.Outcome.REFUSED);
    assertThat(audit.recorded().getFirst().toString()).doesNotContain("nobody.here");
  }

  @Test
  void aNewPasswordEndsEverySessionOfItsAccount() {
    Sessions.Begun session = signIn().orElseThrow();

    users.choosePassword(clerk.user(), "a better one 7");

    assertThat(signIn.bySession(session.secret(), null)).isEmpty();
    Sessions.Begun renewed = signIn.renew(clerk.user().id(), HALL);
    assertThat(signIn.bySession(renewed.secret(), null)).isPresent();
  }

  @Test
  void aClosedAccountLosesSessionsAndTokensForGood() {
    Sessions.Begun session = signIn().orElseThrow();
    Tokens.Made token = tokens.make(clerk.user().id(), "scanner", null);

    users.setDisabled(clerk.user().id(), true);
    assertThat(signIn.bySession(session.secret(), null)).isEmpty();
    assertThat(signIn.byToken(token.secret(), null)).isEmpty();
    assertThat(signIn()).isEmpty();

    users.setDisabled(clerk.user().id(), false);
    assertThat(signIn.bySession(session.secret(), null)).isEmpty();
    assertThat(signIn.byToken(token.secret(), null)).isEmpty();
    assertThat(signIn()).isPresent();
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
  void guessesAtTheOwnPasswordAreCountedToo() {
    Viewer viewer = signIn.bySession(signIn().orElseThrow().secret(), null).orElseThrow().viewer();
    for (int i = 0; i < 5; i++) {
      assertThat(signIn.isPassword(viewer, "a guess")).isFalse();
    }

    assertThat(signIn.isPassword(viewer, clerk.password())).isFalse();
  }

  @Test
  void weakPasswordsAreRefused() {
    assertThatThrownBy(() -> users.choosePassword(clerk.user(), "lin.wan-2026-x"))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> users.choosePassword(clerk.user(), "short"))
        .isInstanceOf(Refusal.class);
  }

  private Optional<Sessions.Begun> signIn() {
    return signIn.byPassword("lin.wan", clerk.password(), HALL);
  }

  private void failFiveTimes() {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn.byPassword("lin.wan", "not the password", HALL)).isEmpty();
    }
  }

  private final class SettableClock extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
