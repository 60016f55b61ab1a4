package io.huodang.access;

import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Decides, and is the only one to decide. A refusal is on record. Thread-safe. */
@Component
public class Access {
  private final Audit audit;

  Access(Audit audit) {
    this.audit = audit;
  }

  /** Whether the action is open to the viewer at all. */
  public boolean may(Viewer viewer, Action action) {
    return viewer.role().may(action);
  }

  /** Whether the viewer may do it to a thing with those terms. */
  public boolean may(Viewer viewer, Action action, Terms thing) {
    return may(viewer, action) && viewer.rights().cover(thing);
  }

  /**
   * Goes on only when the action is open to the viewer.
   *
   * @throws NotAllowed else
   */
  public void requireMay(Viewer viewer, Action action) {
    if (!may(viewer, action)) {
      audit.recordForGood(AuditEntry.of(viewer.actor(), word(action)).refused());
      throw new NotAllowed(action);
    }
  }

  /**
   * Goes on only when the viewer may do it to this thing.
   *
   * @param kind what {@code id} is, for example {@code page}
   * @throws NotAllowed else; the answer does not tell whether the thing exists
   */
  public void requireMay(Viewer viewer, Action action, String kind, UUID id, Terms thing) {
    if (!may(viewer, action, thing)) {
      audit.recordForGood(AuditEntry.of(viewer.actor(), word(action)).about(kind, id).refused());
      throw new NotAllowed(action);
    }
  }

  private static String word(Action action) {
    return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
