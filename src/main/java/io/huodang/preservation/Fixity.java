package io.huodang.preservation;

import io.huodang.vault.Holding;
import io.huodang.vocabulary.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When bytes were last read to their end, and what was found. */
@Repository
class Fixity {
  private final JdbcClient jdbc;

  Fixity(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What reading the bytes again showed. */
  enum Outcome {
    WHOLE,
    DAMAGED,
    MISSING
  }

  void note(Holding holding, Sha256 sha256, Outcome outcome) {
    jdbc.sql(
            """
            insert into fixity (holding, sha256, checked_at, outcome)
            values (:holding, :sha256, now(), :outcome)
            on conflict (holding, sha256) do update
            set checked_at = excluded.checked_at, outcome = excluded.outcome
            """)
        .param("holding", word(holding))
        .param("sha256", sha256.bytes())
        .param("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .update();
  }

  /** Whether the bytes were found whole since then: equal bytes of several rows are read once. */
  boolean isWholeSince(Holding holding, Sha256 sha256, Instant since) {
    return jdbc.sql(
            """
            select exists (select from fixity where holding = :holding and sha256 = :sha256
                           and checked_at >= :since and outcome = 'whole')
            """)
        .param("holding", word(holding))
        .param("sha256", sha256.bytes())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  private static String word(Holding holding) {
    return holding.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
