package io.huodang.web;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a disk or a store without room from one that is away. */
final class FullDisk {
  /** {@code disk_full}, PostgreSQL, appendix A. */
  private static final String SQL_STATE = "53100";

  /** What the system says (ENOSPC, EDQUOT), and MinIO. */
  private static final List<String> WORDS =
      List.of("No space left on device", "Disk quota exceeded", "StorageFull");

  private FullDisk() {}

  static boolean caused(Throwable failure) {
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && SQL_STATE.equals(sql.getSQLState())) {
        return true;
      }
      String message = String.valueOf(at.getMessage());
      if (WORDS.stream().anyMatch(message::contains)) {
        return true;
      }
    }
    return false;
  }
}
