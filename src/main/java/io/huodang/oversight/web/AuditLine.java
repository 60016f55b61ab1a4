package io.huodang.oversight.web;

import io.huodang.audit.AuditEntry;
import io.huodang.audit.AuditRow;
import io.huodang.oversight.Subject;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit as screens show it.
 *
 * @param subject what it is about; null when it is about nothing in particular
 */
public record AuditLine(AuditRow row, @Nullable Subject subject) {
  private static final String BEFORE = ".before";
  private static final String AFTER = ".after";

  /** What was changed: a value before and after; either may be null. */
  public record Change(String what, @Nullable String before, @Nullable String after) {}

  public long seq() {
    return row.seq();
  }

  public AuditEntry entry() {
    return row.entry();
  }

  public String outcome() {
    return row.entry().outcome().name().toLowerCase(Locale.ROOT);
  }

  /** In the time zone of the agency's machine. */
  public ZonedDateTime at() {
    return row.at().atZone(ZoneId.systemDefault());
  }

  /** The details that tell a value before and after. */
  public List<Change> changes() {
    SortedMap<String, String> detail = row.entry().detail();
    List<Change> changes = new ArrayList<>();
    detail.keySet().stream()
        .filter(key -> key.endsWith(BEFORE) || key.endsWith(AFTER))
        .map(key -> key.substring(0, key.lastIndexOf('.')))
        .distinct()
        .forEach(
            what ->
                changes.add(new Change(what, detail.get(what + BEFORE), detail.get(what + AFTER))));
    return changes;
  }

  /** All other details; what was shown stands apart. */
  public List<Map.Entry<String, String>> details() {
    return row.entry().detail().entrySet().stream()
        .filter(one -> !one.getKey().endsWith(BEFORE) && !one.getKey().endsWith(AFTER))
        .filter(one -> !one.getKey().equals("shown"))
        .toList();
  }
}
