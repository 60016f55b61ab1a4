package io.huodang.preservation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads how things stand in the registry, with all that their rows refer to: files with their
 * batches, persons with whom they were merged into, who decided. Items are never part of another's
 * description.
 */
@Repository
class ManifestParts {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Map<String, ManifestKind> BY_TABLE =
      Arrays.stream(ManifestKind.values())
          .filter(kind -> kind != ManifestKind.FINDINGS)
          .collect(Collectors.toMap(ManifestKind::table, kind -> kind));

  private final JdbcClient jdbc;

  ManifestParts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A column whose value is the id of a row of another table. */
  private record Reference(String table, String column, String to) {}

  /** A row of a table that is no part's own. */
  private record Inner(String table, UUID id) {}

  /** These, and whatever they refer to, near or far; absent is what the registry does not have. */
  Map<Described, ManifestPart> withAllTheyReferTo(Collection<Described> roots) {
    Map<String, List<Reference>> references =
        references().stream().collect(Collectors.groupingBy(Reference::table));
    Map<Described, ManifestPart> known = new LinkedHashMap<>();
    Map<Described, Set<Described>> changes = changesOf(roots);
    Set<Described> next = new HashSet<>(roots);
    while (!next.isEmpty()) {
      Map<Described, ManifestPart> found = read(next, references);
      for (ManifestPart part : found.values()) {
        part.refersTo().addAll(changes.getOrDefault(part.described(), Set.of()));
      }
      known.putAll(found);
      next =
          found.values().stream()
              .flatMap(part -> part.refersTo().stream())
              .filter(one -> !known.containsKey(one))
              .collect(Collectors.toSet());
    }
    return known;
  }

  private List<Reference> references() {
    return jdbc.sql(
            """
            select c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text
            from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            where c.contype = 'f' and c.connamespace = current_schema()::regnamespace
            """)
        .query((row, n) -> new Reference(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  private Map<Described, Set<Described>> changesOf(Collection<Described> roots) {
    Map<Described, Set<Described>> changes = new HashMap<>();
    jdbc.sql(
            "select subject_kind, subject_id, change_id from change_subject where subject_id = any(:ids)")
        .param("ids", ids(roots))
        .query(
            row -> {
              changes
                  .computeIfAbsent(
                      new Described(
                          ManifestKind.ofWord(row.getString(1)), row.getObject(2, UUID.class)),
                      one -> new HashSet<>())
                  .add(new Described(ManifestKind.CHANGE, row.getObject(3, UUID.class)));
            });
    return changes;
  }

  private Map<Described, ManifestPart> read(
      Set<Described> wanted, Map<String, List<Reference>> references) {
    Map<Described, ManifestPart> parts = new HashMap<>();
    Map<Described, Set<Inner>> inner = new HashMap<>();
    Map<ManifestKind, List<Described>> byKind =
        wanted.stream().collect(Collectors.groupingBy(Described::kind));
    byKind.forEach(
        (kind, some) -> {
          for (ManifestKind.Rows rows : kind.rows()) {
            jdbc.sql(
                    "select %2$s, to_jsonb(t) from %1$s where %2$s = any(:ids)"
                        .formatted(rows.from(), rows.owner()))
                .param("ids", ids(some))
                .query(
                    row -> {
                      Described owner = new Described(kind, row.getObject(1, UUID.class));
                      ObjectNode values = (ObjectNode) JSON.readTree(row.getString(2));
                      ManifestPart part =
                          parts.computeIfAbsent(
                              owner,
                              one -> new ManifestPart(one, new LinkedHashMap<>(), new HashSet<>()));
                      part.rows()
                          .computeIfAbsent(rows.table(), table -> new ArrayList<>())
                          .add(values);
                      refer(
                          part,
                          values,
                          references.getOrDefault(rows.table(), List.of()),
                          inner.computeIfAbsent(owner, one -> new HashSet<>()));
                    });
          }
        });
    Map<Inner, Described> owners =
        owners(inner.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    parts.forEach(
        (described, part) -> {
          for (Inner one : inner.getOrDefault(described, Set.of())) {
            Described owner = owners.get(one);
            if (owner != null && owner.kind() != ManifestKind.ITEM) {
              part.refersTo().add(owner);
            }
          }
          part.refersTo().remove(described);
        });
    return parts;
  }

  private static void refer(
      ManifestPart part, ObjectNode values, List<Reference> references, Set<Inner> inner) {
    for (Reference reference : references) {
      JsonNode value = values.path(reference.column());
      ManifestKind kind = BY_TABLE.get(reference.to());
      if (!value.isString() || kind == ManifestKind.ITEM) {
        continue;
      }
      UUID id = UUID.fromString(value.asString());
      if (kind == null) {
        inner.add(new Inner(reference.to(), id));
      } else {
        part.refersTo().add(new Described(kind, id));
      }
    }
  }

  /** Whose these rows are. */
  private Map<Inner, Described> owners(Set<Inner> inner) {
    Map<Inner, Described> owners = new HashMap<>();
    for (ManifestKind kind : ManifestKind.values()) {
      for (ManifestKind.Rows rows : kind.rows()) {
        UUID[] ids =
            inner.stream()
                .filter(one -> one.table().equals(rows.table()))
                .map(Inner::id)
                .toArray(UUID[]::new);
        if (ids.length > 0) {
          jdbc.sql(
                  "select t.id, %2$s from %1$s where t.id = any(:ids)"
                      .formatted(rows.from(), rows.owner()))
              .param("ids", ids)
              .query(
                  row -> {
                    owners.put(
                        new Inner(rows.table(), row.getObject(1, UUID.class)),
                        new Described(kind, row.getObject(2, UUID.class)));
                  });
        }
      }
    }
    return owners;
  }

  private static UUID[] ids(Collection<Described> some) {
    return some.stream().map(Described::id).toArray(UUID[]::new);
  }
}
