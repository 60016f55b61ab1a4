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
            select i.id, l.person_id, i.title, i.file_number,
                   (select string_agg(n.value, ' ') from name n
                    where (n.person_id = l.person_id or n.item_id = i.id) and n.kind <> 'former') as name,
                   (select string_agg(n.value, ' ') from name n
                    where n.person_id = l.person_id and n.kind = 'former') as former_name,
                   (select string_agg(d.value, ' ') from identifier d
                    where (d.person_id = l.person_id or d.item_id = i.id) and d.kind = 'citizen-id') as citizen_id,
                   (select string_agg(d.value, ' ') from identifier d
                    where (d.person_id = l.person_id or d.item_id = i.id) and d.kind = 'insured-number') as insured,
                   (select string_agg(d.value, ' ') from identifier d
                    where d.person_id = l.person_id and d.kind not in ('citizen-id', 'insured-number')
                       or d.item_id = i.id and d.kind not in ('citizen-id', 'insured-number')
                       or d.employer_id in (select e.employer_id from employment e where e.person_id = l.person_id))
                     as other,
                   (select string_agg(n.value, ' ') from employment e join name n on n.employer_id = e.employer_id
                    where e.person_id = l.person_id) as employer
            from item i left join link l on l.item_id = i.id and l.person_id is not null
            order by i.id
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
