package io.huodang.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Tells a disk or a store without room from one that is away. */
@Component
class FullDisk {
  /** With less, PostgreSQL ends and cannot start: it is away because the disk is full. */
  private static final long NOTHING = 32L << 20;

  /** {@code disk_full}, PostgreSQL, appendix A. */
  private static final String SQL_STATE = "53100";

  /** What the system says (ENOSPC, EDQUOT), and MinIO. */
  private static final List<String> WORDS =
      List.of("No space left on device", "Disk quota exceeded", "StorageFull");

  private final Path home;

  FullDisk(@Value("${huodang.home}") Path home) {
    this.home = home;
  }

  /** The problem, unless it is that something is away which is away for want of room. */
  Problem behind(Problem problem) {
    boolean isAway = problem.status().value() == HttpStatus.SERVICE_UNAVAILABLE.value();
    return isAway && isFull() ? Problem.diskFull() : problem;
  }

  private boolean isFull() {
    try {
      return Files.getFileStore(home).getUsableSpace() < NOTHING;
    } catch (IOException e) {
      return false;
    }
  }

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
