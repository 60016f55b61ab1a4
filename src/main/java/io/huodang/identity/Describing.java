package io.huodang.identity;

import io.huodang.catalog.Identifier;
import io.huodang.catalog.Items;
import io.huodang.catalog.Page;
import io.huodang.catalog.PageVersion;
import io.huodang.catalog.Pages;
import io.huodang.catalog.Statements;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Describes an item by what was read on it; it stays findable by whatever is surely nobody's yet.
 */
@Component
class Describing {
  private final Items items;
  private final Pages pages;
  private final Statements statements;

  Describing(Items items, Pages pages, Statements statements) {
    this.items = items;
    this.pages = pages;
    this.statements = statements;
  }

  void describe(UUID itemId, Evidence evidence, List<Claimant> unknown) {
    List<PersonName> names = unknown.stream().flatMap(c -> c.name().stream()).distinct().toList();
    List<UUID> order = items.find(itemId).orElseThrow().pages();
    items.describe(
        itemId,
        statements.titleOf(itemId).orElseGet(() -> firstOf(order, PageVersion::title)),
        firstOf(order, PageVersion::documentType),
        evidence.date().orElse(null),
        names,
        numbers(evidence, unknown));
  }

  private static List<Identifier> numbers(Evidence evidence, List<Claimant> unknown) {
    List<Identifier> numbers = new ArrayList<>();
    for (Claimant claimant : unknown) {
      claimant
          .insuredNumber()
          .ifPresent(number -> add(numbers, Identifier.Kind.INSURED_NUMBER, number.value()));
      claimant.citizenId().ifPresent(id -> add(numbers, Identifier.Kind.CITIZEN_ID, id.value()));
    }
    if (evidence.subjectIds().size() > 1 && unknown.contains(evidence.subject())) {
      for (CitizenId id : evidence.subjectIds()) {
        add(numbers, Identifier.Kind.CITIZEN_ID, id.value());
      }
    }
    return numbers;
  }

  private static void add(List<Identifier> numbers, Identifier.Kind kind, String value) {
    Identifier number = new Identifier(kind, value, value, "form");
    if (!numbers.contains(number)) {
      numbers.add(number);
    }
  }

  /** What the first page says that says anything: the form comes before its proofs. */
  private @Nullable String firstOf(
      List<UUID> order, Function<PageVersion, @Nullable String> property) {
    Map<UUID, Page> read =
        pages.findAll(order).stream().collect(Collectors.toMap(Page::id, page -> page));
    for (UUID id : order) {
      Page page = read.get(id);
      PageVersion current = page == null ? null : page.current();
      String value = current == null || current.blank() ? null : property.apply(current);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
