package io.huodang.access;

import io.huodang.audit.Actor;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.vocabulary.SyncedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaves keys in the home, readable by its owner only: name and password of the first administrator
 * until that password is changed, and the token of the command line.
 */
@Component
public class FirstKeys implements ApplicationRunner {
  private static final String FIRST_ADMINISTRATOR = "admin";
  private static final String COMMAND_LINE = "cli";

  private final Users users;
  private final Tokens tokens;
  private final Audit audit;
  private final Path home;

  FirstKeys(Users users, Tokens tokens, Audit audit, @Value("${huodang.home}") Path home) {
    this.users = users;
    this.tokens = tokens;
    this.audit = audit;
    this.home = home;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) throws IOException {
    Files.createDirectories(home);
    if (users.nobodyCanSignIn()) {
      Users.Made made = users.firstAdministrator(FIRST_ADMINISTRATOR, "管理员");
      SyncedFile.write(firstSignIn(), made.user().name() + "\n" + made.password() + "\n");
      audit.record(
          AuditEntry.of(Actor.program(), "make-user")
              .about("user", made.user().id())
              .with("role", made.user().role().word()));
    }
    Path key = home.resolve("cli.token");
    if (!Files.exists(key) || tokens.valid(Files.readString(key).strip()).isEmpty()) {
      User commandLine = users.ofProgram(COMMAND_LINE, "命令行", Role.ADMINISTRATOR);
      Tokens.Made made = tokens.make(commandLine.id(), "cli.token", null);
      SyncedFile.write(key, made.secret() + "\n");
      audit.record(AuditEntry.of(Actor.program(), "make-token").about("token", made.token().id()));
    }
  }

  /** Called when someone chose a password: the first one may no longer be anyone's. */
  public void forgetFirstSignIn(User user) throws IOException {
    if (user.name().equals(FIRST_ADMINISTRATOR)) {
      Files.deleteIfExists(firstSignIn());
    }
  }

  private Path firstSignIn() {
    return home.resolve("first-sign-in");
  }
}
