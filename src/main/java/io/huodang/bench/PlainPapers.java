package io.huodang.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a crawler would gather: one plain row a paper with whom it is about and what it says, for
 * the baselines.
 *
 * @param subject the person, else the paper itself
 * @param text of the first page, where it is a page of its own
 */
record PlainPapers(
    String item,
    String subject,
    String name,
    String formerName,
    String citizenId,
    String insuredNumber,
    String otherNumber,
    String employer,
    String fileNumber,
    String title,
    String text) {
  static final List<String> FIELDS =
      List.of(
          "name",
          "formerName",
          "citizenId",
          "insuredNumber",
          "otherNumber",
          "employer",
          "fileNumber",
          "title",
          "text");

  /** Every paper of a registry that a quality set filled. */
  static List<PlainPapers> of(JdbcClient registry, QualitySet set) {
    Map<UUID, String> texts = new HashMap<>();
    set.papers().forEach(paper -> texts.put(paper.id(), String.join("\n", paper.lines())));
    return registry
        .sql(
            """
            with whose as (
              select i.id, l.person_id, i.title, i.file_number
              from item i left join link l on l.item_id = i.id and l.person_id is not null),
            names as (
              select person_id, string_agg(value, ' ') filter (where kind <> 'former') as name,
                     string_agg(value, ' ') filter (where kind = 'former') as former_name
              from name where person_id is not null group by person_id),
            numbers as (
              select person_id, string_agg(value, ' ') filter (where kind = 'citizen-id') as citizen_id,
                     string_agg(value, ' ') filter (where kind = 'insured-number') as insured,
                     string_agg(value, ' ') filter (where kind not in ('citizen-id', 'insured-number')) as other
              from identifier where person_id is not null group by person_id),
            own as (
              select item_id, string_agg(value, ' ') filter (where kind = 'citizen-id') as citizen_id,
                     string_agg(value, ' ') filter (where kind = 'insured-number') as insured,
                     string_agg(value, ' ') filter (where kind not in ('citizen-id', 'insured-number')) as other
              from identifier where item_id is not null group by item_id),
            read as (
              select item_id, string_agg(value, ' ') as name from name where item_id is not null group by item_id),
            employers as (
              select e.person_id, string_agg(distinct n.value, ' ') as employer,
                     string_agg(distinct d.value, ' ') as numbers
              from employment e join name n on n.employer_id = e.employer_id
              left join identifier d on d.employer_id = e.employer_id group by e.person_id)
            select w.id, w.person_id, w.title, w.file_number, n.former_name, e.employer,
                   concat_ws(' ', n.name, r.name) as name, concat_ws(' ', i.citizen_id, o.citizen_id) as citizen_id,
                   concat_ws(' ', i.insured, o.insured) as insured,
                   concat_ws(' ', i.other, o.other, e.numbers) as other
            from whose w left join names n using (person_id) left join numbers i using (person_id)
            left join employers e using (person_id) left join own o on o.item_id = w.id
            left join read r on r.item_id = w.id
            order by w.id
            """)
        .query(
            (row, n) -> {
              UUID item = row.getObject("id", UUID.class);
              UUID person = row.getObject("person_id", UUID.class);
              return new PlainPapers(
                  item.toString(),
                  (person == null ? item : person).toString(),
                  there(row.getString("name")),
                  there(row.getString("former_name")),
                  there(row.getString("citizen_id")),
                  there(row.getString("insured")),
                  there(row.getString("other")),
                  there(row.getString("employer")),
                  there(row.getString("file_number")),
                  there(row.getString("title")),
                  texts.getOrDefault(item, ""));
            })
        .list();
  }

  List<String> values() {
    return List.of(
        name, formerName, citizenId, insuredNumber, otherNumber, employer, fileNumber, title, text);
  }

  /** What a baseline found, in its order. */
  record Hit(String item, String subject) {}

  static QualityAnswer answer(List<Hit> hits) {
    QualityAnswer.Reading reading = new QualityAnswer.Reading();
    for (Hit hit : hits) {
      reading.paper(
          hit.item(), hit.subject().equals(hit.item()) ? Set.of() : Set.of(hit.subject()));
    }
    return reading.done();
  }

  private static String there(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value;
  }
}
