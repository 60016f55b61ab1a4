package io.huodang.keying;

import io.huodang.access.Rights;
import io.huodang.access.Terms;
import io.huodang.vocabulary.Lane;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The items in which something is to be keyed, and whose they are at present. */
@Repository
class KeyingItems {
  private static final String PERMITTED =
      """
      and (:everything or exists (
        select from unnest(cast(:fonds as uuid[]), cast(:categories as uuid[]),
                           cast(:batches as uuid[]), cast(:cases as text[]))
          as g (fonds, category, batch, case_number)
        where (g.fonds is null or g.fonds = i.fonds_id)
          and (g.category is null or g.category = i.category_id)
          and (g.batch is null or g.batch = i.batch_id)
          and (g.case_number is null or g.case_number = i.case_number)))
      """;

  private final JdbcClient jdbc;

  KeyingItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many fields of an item are to be keyed; none takes it off the list. */
  void put(UUID item, int fields) {
    if (fields == 0) {
      jdbc.sql("delete from keying where item_id = :item").param("item", item).update();
      return;
    }
    jdbc.sql(
            """
            insert into keying (item_id, lane, fields)
            select i.id, case b.source when 'hall' then 0 when 'employer' then 1 else 2 end, :fields
            from item i left join batch b on b.id = i.batch_id where i.id = :item
            on conflict (item_id) do update set fields = excluded.fields
            where keying.fields <> excluded.fields
            """)
        .param("item", item)
        .param("fields", fields)
        .update();
  }

  /** Gives a person the item whose turn it is, of those that nobody has. */
  Optional<UUID> lease(UUID user, Rights rights, Duration lease) {
    return permitted(
            """
            update keying set leased_by = :user, leased_until = now() + make_interval(secs => :lease)
            where item_id = (
              select k.item_id from keying k join item i on i.id = k.item_id
              where (k.leased_until is null or k.leased_until < now())
                and (k.put_off_until is null or k.put_off_until < now())
            """
                + PERMITTED
                + """
                order by k.lane, k.item_id limit 1 for update of k skip locked)
            returning item_id
            """,
            rights)
        .param("user", user)
        .param("lease", lease.toSeconds())
        .query(UUID.class)
        .optional();
  }

  /** Gives a person one certain item, unless another person has it; or makes the lease last. */
  boolean lease(UUID item, UUID user, Duration lease) {
    return jdbc.sql(
                """
                update keying set leased_by = :user, leased_until = now() + make_interval(secs => :lease)
                where item_id = :item
                  and (leased_until is null or leased_until < now() or leased_by = :user)
                """)
            .param("item", item)
            .param("user", user)
            .param("lease", lease.toSeconds())
            .update()
        == 1;
  }

  /** Makes a person's lease last from now; one that someone else took over stays theirs. */
  void renew(UUID item, UUID user, Duration lease) {
    jdbc.sql(
            """
            update keying set leased_until = now() + make_interval(secs => :lease)
            where item_id = :item and leased_by = :user
            """)
        .param("item", item)
        .param("user", user)
        .param("lease", lease.toSeconds())
        .update();
  }

  boolean isWaiting(UUID item) {
    return jdbc.sql("select exists (select from keying where item_id = :item)")
        .param("item", item)
        .query(Boolean.class)
        .single();
  }

  /** Lets go of what a person has but those items. */
  void releaseOthers(UUID user, Collection<UUID> held) {
    jdbc.sql(
            """
            update keying set leased_by = null, leased_until = null
            where leased_by = :user and not (item_id = any(cast(:held as uuid[])))
            """)
        .param("user", user)
        .param("held", held.toArray(UUID[]::new))
        .update();
  }

  /** Lets go of an item, and offers it to nobody for a while; one that another person has stays. */
  void putOff(UUID item, UUID user, Duration delay) {
    jdbc.sql(
            """
            update keying
            set leased_by = null, leased_until = null,
                put_off_until = now() + make_interval(secs => :delay)
            where item_id = :item
              and (leased_until is null or leased_until < now() or leased_by = :user)
            """)
        .param("item", item)
        .param("user", user)
        .param("delay", delay.toSeconds())
        .update();
  }

  Lane laneOf(UUID item) {
    return Lane.values()[
        jdbc.sql("select lane from keying where item_id = :item")
            .param("item", item)
            .query(Integer.class)
            .optional()
            .orElse(Lane.HISTORY.ordinal())];
  }

  Waiting waiting(Rights rights) {
    return permitted(
            """
            select count(*) as items, coalesce(sum(k.fields), 0) as fields, min(k.since) as since,
                   count(*) filter (where k.lane = 0) as hall,
                   count(*) filter (where k.lane = 1) as employer,
                   count(*) filter (where k.lane = 2) as history
            from keying k join item i on i.id = k.item_id where true
            """
                + PERMITTED,
            rights)
        .query(
            (row, n) -> {
              OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
              return new Waiting(
                  row.getLong("items"),
                  row.getLong("fields"),
                  row.getLong("hall"),
                  row.getLong("employer"),
                  row.getLong("history"),
                  since == null ? null : since.toInstant());
            })
        .single();
  }

  /** Remembers that the question has still to be asked about an item. */
  void unasked(UUID item) {
    jdbc.sql("insert into keying_unasked (item_id) values (:item) on conflict do nothing")
        .param("item", item)
        .update();
  }

  /** Takes up to {@code most} of those items behind one, in their order, for this transaction. */
  List<UUID> takeUnasked(UUID behind, int most) {
    return jdbc.sql(
            """
            with picked as (
              select item_id from keying_unasked where item_id > :behind
              order by item_id limit :most for update skip locked),
            taken as (
              delete from keying_unasked u using picked where u.item_id = picked.item_id
              returning u.item_id)
            select item_id from taken order by item_id
            """)
        .param("behind", behind)
        .param("most", most)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  private JdbcClient.StatementSpec permitted(String sql, Rights rights) {
    List<Terms> grants = rights instanceof Rights.Granted granted ? granted.grants() : List.of();
    return jdbc.sql(sql)
        .param("everything", rights instanceof Rights.Everything)
        .param("fonds", array(grants, Terms::fonds, UUID[]::new))
        .param("categories", array(grants, Terms::category, UUID[]::new))
        .param("batches", array(grants, Terms::batch, UUID[]::new))
        .param("cases", array(grants, Terms::caseNumber, String[]::new));
  }

  private static <T> T[] array(
      List<Terms> grants,
      Function<Terms, @org.jspecify.annotations.Nullable T> term,
      java.util.function.IntFunction<T[]> made) {
    return grants.stream().map(term).toArray(made);
  }
}
