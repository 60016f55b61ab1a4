package io.huodang.catalog;

import io.huodang.vocabulary.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether an item is about a person: what a person decided stays, whatever the program finds. */
@Component
class LinkEditor implements Editor {
  private final JdbcClient jdbc;

  LinkEditor(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Aspect aspect() {
    return Aspect.LINK;
  }

  @Override
  public @Nullable String now(UUID link, String key) {
    return jdbc.sql("select state, role, decided_by, reason from link where id = :link")
        .param("link", link)
        .query(
            (row, n) ->
                new LinkValue(
                        Words.read(Link.State.class, row.getString("state")),
                        Words.read(Link.Role.class, row.getString("role")),
                        row.getObject("decided_by", UUID.class),
                        row.getString("reason"))
                    .written())
        .optional()
        .orElse(null);
  }

  @Override
  public void set(UUID link, String key, @Nullable String value, Author author) {
    LinkValue wanted = LinkValue.parse(java.util.Objects.requireNonNull(value));
    try {
      jdbc.sql(
              """
              update link
              set state = :state, role = :role, decided_by = :by, decided_at = now(), reason = :reason,
                  revision = revision + 1
              where id = :link
              """)
          .param("state", Words.of(wanted.state()))
          .param("role", Words.of(wanted.role()))
          .param("by", wanted.by())
          .param("reason", wanted.reason())
          .param("link", link)
          .update();
    } catch (DuplicateKeyException e) {
      throw new Refusal("link-exists", "The person stands in that part on the item already.", e);
    }
  }

  @Override
  public Effects effects(UUID link, String key) {
    return jdbc.sql("select item_id, person_id, page_id, row_number from link where id = :link")
        .param("link", link)
        .query(LinkEditor::effects)
        .optional()
        .orElse(Effects.NONE);
  }

  private static Effects effects(ResultSet link, int n) throws SQLException {
    List<UUID> item = List.of(link.getObject("item_id", UUID.class));
    UUID page = link.getObject("page_id", UUID.class);
    UUID person = link.getObject("person_id", UUID.class);
    Effects onItem =
        page == null
            ? Effects.onEvidenceOf(item)
            : Effects.onEvidenceOf(item, new ListRow(page, link.getInt("row_number")));
    return person == null ? onItem : onItem.andPersons(List.of(person));
  }

  @Override
  public String audited(String key, String value) {
    LinkValue held = LinkValue.parse(value);
    return Words.of(held.state()) + " " + Words.of(held.role());
  }

  @Override
  public String shown(String key, String value) {
    return audited(key, value);
  }
}
