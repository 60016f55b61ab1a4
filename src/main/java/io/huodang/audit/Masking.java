package io.huodang.audit;

import io.huodang.vocabulary.CitizenId;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes citizen IDs out of what is about to be recorded: a purpose is free text. */
final class Masking {
  /** Digits as people type them, spaces between them and full-width included. */
  private static final Pattern NUMBER =
      Pattern.compile("[0-9０-９](?:[ 　\\t]?[0-9０-９]){13,16}(?:[ 　\\t]?[0-9０-９xXｘＸ×])?");

  private Masking() {}

  static AuditEntry mask(AuditEntry entry) {
    TreeMap<String, String> detail = new TreeMap<>();
    entry.detail().forEach((key, value) -> detail.put(key, maskKnown(value)));
    Actor actor = entry.actor();
    return new AuditEntry(
        new Actor(actor.id(), maskKnown(actor.name()), actor.role(), actor.address()),
        entry.action(),
        entry.subjectKind(),
        entry.subjectId(),
        mask(entry.purpose()),
        mask(entry.caseNumber()),
        detail,
        entry.outcome());
  }

  private static @Nullable String mask(@Nullable String text) {
    return text == null ? null : maskKnown(text);
  }

  private static String maskKnown(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(
            found -> CitizenId.parse(found.group()).map(CitizenId::masked).orElseGet(found::group));
  }
}
