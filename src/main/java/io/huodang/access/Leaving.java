package io.huodang.access;

import io.huodang.access.SignIn.Known;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.vocabulary.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends sessions for their owner, on record. Thread-safe. */
@Service
public class Leaving {
  private final Sessions sessions;
  private final Audit audit;

  Leaving(Sessions sessions, Audit audit) {
    this.sessions = sessions;
    this.audit = audit;
  }

  /** Ends the session in which this is asked; a token has none. */
  @Transactional
  public void signOut(Known known) {
    UUID session = known.sessionId();
    if (session != null) {
      sessions.end(session);
      audit.record(AuditEntry.of(known.viewer().actor(), "sign-out").about("session", session));
    }
  }

  /** Ends every other session of whoever asks. */
  @Transactional
  public void signOutElsewhere(Known known) {
    UUID session = known.sessionId();
    if (session == null) {
      throw new Refusal("no-session", "Only a signed-in browser can end the others.");
    }
    int ended = sessions.endOthers(known.viewer().userId(), session);
    audit.record(
        AuditEntry.of(known.viewer().actor(), "sign-out-elsewhere").with("sessions", ended));
  }
}
