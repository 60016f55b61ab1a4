package io.huodang.access;

import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do with the accounts of the house; every change and every refusal is on
 * record. Nobody changes the own role or closes the own account, and one administrator always
 * remains. Thread-safe.
 */
@Service
public class Accounts {
  private static final int LONGEST_DISPLAY_NAME = 60;

  private final Users users;
  private final Grants grants;
  private final Attempts attempts;
  private final Audit audit;

  Accounts(Users users, Grants grants, Attempts attempts, Audit audit) {
    this.users = users;
    this.grants = grants;
    this.attempts = attempts;
    this.audit = audit;
  }

  /**
   * Makes an account.
   *
   * @param displayName as colleagues call the person; blank: like the name
   * @throws Refusal {@code name-malformed}, {@code name-taken}, {@code display-name-malformed}
   */
  @Transactional
  public Users.Made make(Viewer by, String name, String displayName, Role role) {
    String signIn = name.strip().toLowerCase(Locale.ROOT);
    Users.Made made = users.make(signIn, displayName.isBlank() ? signIn : valid(displayName), role);
    audit.record(
        AuditEntry.of(by.actor(), "make-user")
            .about("user", made.user().id())
            .with("name", signIn)
            .with("role", role.word()));
    return made;
  }

  /**
   * Changes what someone is called and may do; null leaves it as it is.
   *
   * @throws Refusal {@code no-such-user}, {@code program-account}, {@code own-account}, {@code
   *     last-administrator}, {@code display-name-malformed}
   */
  @Transactional
  public User change(Viewer by, UUID id, @Nullable String displayName, @Nullable Role role) {
    User before = person(by, id, "change-user");
    String called = displayName == null ? before.displayName() : valid(displayName);
    Role given = role == null ? before.role() : role;
    AuditEntry entry = AuditEntry.of(by.actor(), "change-user").about("user", id);
    if (given != before.role()) {
      requireOther(by, before, entry);
      requireAdministratorBeside(before, entry);
      entry = entry.with("role.before", before.role().word()).with("role.after", given.word());
    }
    if (!called.equals(before.displayName())) {
      entry = entry.with("name.before", before.displayName()).with("name.after", called);
    }
    if (!entry.detail().isEmpty()) {
      users.describe(id, called, given);
      audit.record(entry);
    }
    return find(id);
  }

  /**
   * Closes an account: its sessions and tokens end at once.
   *
   * @throws Refusal {@code no-such-user}, {@code program-account}, {@code own-account}, {@code
   *     last-administrator}
   */
  @Transactional
  public void close(Viewer by, UUID id) {
    User user = person(by, id, "close-user");
    AuditEntry entry = AuditEntry.of(by.actor(), "close-user").about("user", id);
    requireOther(by, user, entry);
    requireAdministratorBeside(user, entry);
    users.setDisabled(id, true);
    audit.record(entry);
  }

  /**
   * Opens a closed account again.
   *
   * @throws Refusal {@code no-such-user}, {@code program-account}
   */
  @Transactional
  public void open(Viewer by, UUID id) {
    person(by, id, "open-user");
    users.setDisabled(id, false);
    audit.record(AuditEntry.of(by.actor(), "open-user").about("user", id));
  }

  /**
   * Lets someone try again who gave wrong passwords.
   *
   * @throws Refusal {@code no-such-user}, {@code program-account}
   */
  @Transactional
  public void unlock(Viewer by, UUID id) {
    person(by, id, "unlock-user");
    attempts.forget(id);
    audit.record(AuditEntry.of(by.actor(), "unlock-user").about("user", id));
  }

  /**
   * Gives a new first password, to be told to its owner; the account's sessions end at once.
   *
   * @throws Refusal {@code no-such-user}, {@code program-account}
   */
  @Transactional
  public String resetPassword(Viewer by, UUID id) {
    person(by, id, "reset-password");
    String password = users.resetPassword(id);
    audit.record(AuditEntry.of(by.actor(), "reset-password").about("user", id));
    return password;
  }

  /**
   * Lets someone see a batch that somebody else delivered.
   *
   * @throws Refusal {@code no-such-user}, {@code sees-everything}
   */
  @Transactional
  public void grantBatch(Viewer by, UUID id, UUID batch) {
    if (find(id).role().seesEverything()) {
      throw new Refusal("sees-everything", "This role sees every batch without a grant.");
    }
    if (grants.giveBatch(id, batch)) {
      audit.record(AuditEntry.of(by.actor(), "grant-batch").about("user", id).with("batch", batch));
    }
  }

  /**
   * Takes a grant back.
   *
   * @throws Refusal {@code no-such-user}, {@code no-such-grant}
   */
  @Transactional
  public void withdrawGrant(Viewer by, UUID id, UUID grant) {
    find(id);
    UUID batch =
        grants
            .take(id, grant)
            .orElseThrow(() -> new Refusal("no-such-grant", "The account has no such grant."));
    audit.record(
        AuditEntry.of(by.actor(), "withdraw-grant").about("user", id).with("batch", batch));
  }

  /** Every account, by name. */
  public List<User> all() {
    return users.all();
  }

  /**
   * One account.
   *
   * @throws Refusal {@code no-such-user}
   */
  public User find(UUID id) {
    return users
        .find(id)
        .orElseThrow(() -> new Refusal("no-such-user", "There is no such account."));
  }

  private User person(Viewer by, UUID id, String action) {
    User user = find(id);
    if (user.program()) {
      throw refused(
          AuditEntry.of(by.actor(), action).about("user", id),
          "program-account",
          "The program itself uses this account; it cannot be changed here.");
    }
    return user;
  }

  private void requireOther(Viewer by, User user, AuditEntry entry) {
    if (user.id().equals(by.userId())) {
      throw refused(
          entry,
          "own-account",
          "Nobody changes the own role or closes the own account; ask another administrator.");
    }
  }

  private void requireAdministratorBeside(User user, AuditEntry entry) {
    List<UUID> administrators = users.lockAdministrators();
    if (administrators.contains(user.id()) && administrators.size() == 1) {
      throw refused(
          entry, "last-administrator", "This is the last administrator; make another one first.");
    }
  }

  private Refusal refused(AuditEntry entry, String code, String message) {
    audit.recordForGood(entry.with("why", code).refused());
    return new Refusal(code, message);
  }

  private static String valid(String displayName) {
    String name = displayName.strip();
    if (name.isEmpty()
        || name.length() > LONGEST_DISPLAY_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new Refusal(
          "display-name-malformed",
          "A display name has 1 to %d characters on one line.".formatted(LONGEST_DISPLAY_NAME));
    }
    return name;
  }
}
