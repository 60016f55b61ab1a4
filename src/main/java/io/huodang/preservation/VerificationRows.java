package io.huodang.preservation;

import io.huodang.vocabulary.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code verification} and {@code verification_finding}. */
@Repository
class VerificationRows {
  private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};
  private static final String SELECT =
      """
      select v.*,
             (select count(*) from verification_finding f
              where f.verification_id = v.id and f.code = any(:wrong)) as wrong,
             (select count(*) from verification_finding f
              where f.verification_id = v.id and f.code <> all(:wrong)) as remarks
      from verification v
      """;
  private static final String[] WRONG =
      Arrays.stream(Flaw.values()).filter(Flaw::isWrong).map(Flaw::code).toArray(String[]::new);

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();
  private final String owner = UUID.randomUUID().toString();

  VerificationRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Begins a verification; one that a person asked for and that runs is gone on with. */
  @Transactional
  Verification begin(Verification.Kind kind, Map<String, Long> expected) {
    if (kind == Verification.Kind.ASKED) {
      jdbc.sql(
              """
              update verification set state = 'superseded', finished_at = now()
              where state = 'running' and kind = 'recurring'
              """)
          .update();
    }
    jdbc.sql(
            """
            insert into verification (kind, expected) values (:kind, cast(:expected as jsonb))
            on conflict ((true)) where state = 'running' do nothing
            """)
        .param("kind", kind.name().toLowerCase(Locale.ROOT))
        .param("expected", json.writeValueAsString(expected))
        .update();
    return running().orElseThrow();
  }

  Optional<Verification> running() {
    return jdbc.sql(SELECT + " where v.state = 'running'")
        .param("wrong", WRONG)
        .query(this::verification)
        .optional();
  }

  Optional<Verification> find(UUID id) {
    return jdbc.sql(SELECT + " where v.id = :id")
        .param("wrong", WRONG)
        .param("id", id)
        .query(this::verification)
        .optional();
  }

  /** The one that came to its end last. */
  Optional<Verification> lastDone() {
    return jdbc.sql(SELECT + " where v.state = 'done' order by v.finished_at desc limit 1")
        .param("wrong", WRONG)
        .query(this::verification)
        .optional();
  }

  /** Whether masters and page texts were walked through too long ago, and nobody is at it. */
  boolean isDue(Duration every) {
    return jdbc.sql(
            """
            select not exists (
              select from verification
              where state = 'running' or state = 'done' and finished_at > now() - make_interval(secs => :every))
            """)
        .param("every", every.toSeconds())
        .query(Boolean.class)
        .single();
  }

  /** Takes what runs for this node, unless another one is at it. */
  Optional<Verification> take() {
    int taken =
        jdbc.sql(
                """
                update verification set owner = :owner, lease_until = now() + interval '5 minutes'
                where state = 'running' and (owner = :owner or lease_until < now())
                """)
            .param("owner", owner)
            .update();
    return taken == 0 ? Optional.empty() : running();
  }

  /**
   * Notes how far it came.
   *
   * @param reached null when the stage is over
   */
  @Transactional
  void advance(
      Verification verification,
      @Nullable UUID reached,
      int checked,
      long bytes,
      List<Finding> findings) {
    Stage stage = verification.stage();
    jdbc.sql(
            """
            update verification
            set stage = :next, reached = :reached, bytes = bytes + :bytes,
                lease_until = now() + interval '5 minutes',
                checked = jsonb_set(checked, array[:stage],
                                    to_jsonb(coalesce((checked ->> :stage)::bigint, 0) + :checked))
            where id = :id and owner = :owner
            """)
        .param("next", (reached == null ? nextOf(verification) : stage).word())
        .param("reached", reached)
        .param("bytes", bytes)
        .param("stage", stage.word())
        .param("checked", checked)
        .param("id", verification.id())
        .param("owner", owner)
        .update();
    findings.forEach(finding -> insert(verification.id(), finding));
  }

  private static Stage nextOf(Verification verification) {
    return verification.kind() == Verification.Kind.RECURRING
            && verification.stage() == Stage.MANIFESTS
        ? Stage.END
        : verification.stage().next();
  }

  void end(Verification verification) {
    jdbc.sql(
            """
            update verification set state = 'done', finished_at = now()
            where id = :id and state = 'running'
            """)
        .param("id", verification.id())
        .update();
  }

  List<Finding> findings(UUID verification, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select * from verification_finding
            where verification_id = :verification and id > coalesce(cast(:after as uuid), cast(:least as uuid))
            order by id limit :limit
            """)
        .param("verification", verification)
        .param("after", after)
        .param("least", new UUID(0, 0))
        .param("limit", limit)
        .query(VerificationRows::finding)
        .list();
  }

  private void insert(UUID verification, Finding finding) {
    jdbc.sql(
            """
            insert into verification_finding
              (verification_id, code, holding, sha256, scan_file_id, batch_id, page_id, subject_kind,
               subject_id, detail, mended)
            values (:verification, :code, :holding, :sha256, :file, :batch, :page, :kind, :subject, :detail,
                    :mended)
            """)
        .param("verification", verification)
        .param("code", finding.flaw().code())
        .param("holding", finding.holding())
        .param("sha256", finding.sha256() == null ? null : finding.sha256().bytes())
        .param("file", finding.scanFileId())
        .param("batch", finding.batchId())
        .param("page", finding.pageId())
        .param("kind", finding.subjectKind())
        .param("subject", finding.subjectId())
        .param("detail", finding.detail())
        .param("mended", finding.mended())
        .update();
  }

  private static Finding finding(ResultSet row, int n) throws SQLException {
    byte[] sha256 = row.getBytes("sha256");
    return new Finding(
        row.getObject("id", UUID.class),
        Flaw.ofCode(row.getString("code")),
        row.getString("holding"),
        sha256 == null ? null : Sha256.of(sha256),
        row.getObject("scan_file_id", UUID.class),
        row.getObject("batch_id", UUID.class),
        row.getObject("page_id", UUID.class),
        row.getString("subject_kind"),
        row.getObject("subject_id", UUID.class),
        row.getString("detail"),
        row.getBoolean("mended"));
  }

  private Verification verification(ResultSet row, int n) throws SQLException {
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    return new Verification(
        row.getObject("id", UUID.class),
        Verification.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        Verification.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Stage.ofWord(row.getString("stage")),
        row.getObject("reached", UUID.class),
        json.readValue(row.getString("checked"), COUNTS),
        json.readValue(row.getString("expected"), COUNTS),
        row.getLong("bytes"),
        row.getLong("wrong"),
        row.getLong("remarks"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant());
  }
}
