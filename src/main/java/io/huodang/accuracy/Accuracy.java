package io.huodang.accuracy;

import io.huodang.access.Access;
import io.huodang.access.Action;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Tells how well pages are read: of the values that a person confirmed, corrected or keyed, how
 * many had been read otherwise. Doubtful values are decided far more often than sure ones, so the
 * rates are those of decided values and not of all. Thread-safe.
 */
@Service
public class Accuracy {
  private static final int MOST_BATCHES = 20;

  private final Decisions decisions;
  private final Items items;
  private final Access access;
  private final Audit audit;

  Accuracy(Decisions decisions, Items items, Access access, Audit audit) {
    this.decisions = decisions;
    this.items = items;
    this.access = access;
    this.audit = audit;
  }

  /** Figures by dimension, group and field; of batches the 20 with the most errors. */
  public List<Figure> figures(Choice choice) {
    List<Figure> figures = decisions.figures(choice);
    Map<String, Integer> errors =
        figures.stream()
            .filter(figure -> figure.dimension() == Dimension.BATCH)
            .collect(Collectors.groupingBy(Figure::group, Collectors.summingInt(Figure::errors)));
    Set<String> worst =
        errors.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_BATCHES)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return figures.stream()
        .filter(figure -> figure.dimension() != Dimension.BATCH || worst.contains(figure.group()))
        .toList();
  }

  /** What the batches among the figures are called, by id. */
  public Map<String, String> batchTitles(List<Figure> figures) {
    return decisions.titlesOf(
        figures.stream()
            .filter(figure -> figure.dimension() == Dimension.BATCH)
            .map(Figure::group)
            .filter(group -> !group.equals(Figure.UNKNOWN))
            .distinct()
            .toList());
  }

  /** The figures, for someone who takes them away. */
  public List<Figure> export(Viewer viewer, Choice choice) {
    List<Figure> figures = figures(choice);
    audit.recordForGood(
        AuditEntry.of(viewer.actor(), "export-accuracy").with("rows", figures.size()));
    return figures;
  }

  /**
   * Values of a cell that were not read right, newest first: only those of items that the viewer
   * may see, and that they were seen is on record.
   *
   * @param before only older decisions than this one; null for the newest
   */
  public List<Misreading> misreadings(
      Viewer viewer, Choice choice, Cell cell, @Nullable UUID before, int limit) {
    List<Misreading> found = decisions.misreadings(choice, cell, before, limit);
    Set<UUID> open =
        items.findAll(found.stream().map(Misreading::itemId).distinct().toList()).stream()
            .filter(item -> access.may(viewer, Action.VIEW_ITEM, item.terms()))
            .map(Item::id)
            .collect(Collectors.toSet());
    List<Misreading> seen =
        found.stream().filter(misreading -> open.contains(misreading.itemId())).toList();
    audit.recordForGood(
        AuditEntry.of(viewer.actor(), "list-misreadings")
            .with("rows", seen.size())
            .showing(seen.stream().map(Misreading::itemId).toList()));
    return seen;
  }
}
