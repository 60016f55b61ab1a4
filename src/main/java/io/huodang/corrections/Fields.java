package io.huodang.corrections;

import io.huodang.catalog.Confirmation;
import io.huodang.catalog.Confirmations;
import io.huodang.catalog.FieldKey;
import io.huodang.catalog.Item;
import io.huodang.catalog.Link;
import io.huodang.catalog.ListRow;
import io.huodang.catalog.Page;
import io.huodang.catalog.PageVersion;
import io.huodang.catalog.Pages;
import io.huodang.catalog.Reading;
import io.huodang.catalog.Readings;
import io.huodang.catalog.Statements;
import io.huodang.extraction.FormField;
import io.huodang.extraction.FormKind;
import io.huodang.extraction.FormKinds;
import io.huodang.vocabulary.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Puts together what was read on an item and what persons said of it. */
@Service
public class Fields {
  private static final List<String> FIRST = List.of("personName", "citizenId", "insuredNumber");
  private static final int MOST_ALTERNATIVES = 9;

  private final Readings readings;
  private final Confirmations confirmations;
  private final Statements statements;
  private final Pages pages;
  private final ObjectProvider<FormKinds> kinds;

  Fields(
      Readings readings,
      Confirmations confirmations,
      Statements statements,
      Pages pages,
      ObjectProvider<FormKinds> kinds) {
    this.readings = readings;
    this.confirmations = confirmations;
    this.statements = statements;
    this.pages = pages;
    this.kinds = kinds;
  }

  /** The kinds of forms that an item may be. */
  public List<FormKind> kinds() {
    return kinds.getObject().all();
  }

  /**
   * What such a value looks like, for a field that an item of this kind may carry.
   *
   * @throws Refusal {@code no-such-field}
   */
  FormField formOf(Item item, FieldKey key) {
    FormKind kind = kinds.getObject().of(item.documentType());
    if (Description.NAMES.contains(key.field())) {
      return FormField.unprinted(key.field());
    }
    return kind.field(key.field())
        .or(() -> of(item).find(key).map(KeyField::form))
        .or(() -> kinds.getObject().of(null).field(key.field()))
        .orElseThrow(
            () ->
                new Refusal(
                    "no-such-field",
                    "Such a form carries no field " + key.field() + "; see its document type."));
  }

  /** What kind of form an item is. */
  public FormKind kindOf(Item item) {
    return kinds.getObject().of(item.documentType());
  }

  /** The fields of an item as they stand. */
  public ItemFields of(Item item) {
    FormKind kind = kinds.getObject().of(item.documentType());
    Map<FieldKey, List<Reading>> read =
        readings.ofItem(item.id()).stream()
            .collect(Collectors.groupingBy(FieldKey::of, LinkedHashMap::new, Collectors.toList()));
    Map<FieldKey, Confirmation> confirmed =
        confirmations.ofItem(item.id()).stream()
            .collect(Collectors.toMap(Confirmation::key, Function.identity()));
    Sources sources =
        new Sources(
            item,
            kind,
            read,
            confirmed,
            statements.of(item.id()),
            versionsOf(item),
            ListRow.linksByRow(item.links()),
            item.links().stream().filter(link -> link.row() == null).toList());
    return new ItemFields(kind, ofForm(sources), rows(sources), addable(sources));
  }

  private record Sources(
      Item item,
      FormKind kind,
      Map<FieldKey, List<Reading>> read,
      Map<FieldKey, Confirmation> confirmed,
      Map<String, String> stated,
      Map<UUID, PageVersion> versions,
      Map<ListRow, List<Link>> linksOfRows,
      List<Link> linksOfForm) {

    /** To those who stand in the field's row, or on the form as a whole. */
    List<Link> linksOf(FieldKey key) {
      UUID page = key.pageId();
      Integer row = key.row();
      return page == null || row == null
          ? linksOfForm
          : linksOfRows.getOrDefault(new ListRow(page, row), List.of());
    }

    boolean has(FieldKey key) {
      return read.containsKey(key) || confirmed.containsKey(key);
    }

    /** What the catalogue says of it; a catalogue knows no rows. */
    Optional<String> statedOf(FieldKey key) {
      return key.row() == null ? Optional.ofNullable(stated.get(key.field())) : Optional.empty();
    }

    /** Every key of which something is known. */
    Stream<FieldKey> keys() {
      return Stream.concat(read.keySet().stream(), confirmed.keySet().stream()).distinct();
    }
  }

  private List<KeyField> ofForm(Sources sources) {
    SequencedSet<String> names = new LinkedHashSet<>();
    if (!sources.kind().list()) {
      names.addAll(FIRST);
    }
    Stream.concat(
            Stream.concat(FIRST.stream(), sources.kind().fields().stream().map(FormField::name)),
            sources.keys().map(FieldKey::field))
        .filter(name -> sources.has(FieldKey.ofForm(name)))
        .filter(name -> !Description.NAMES.contains(name))
        .forEach(names::add);
    return names.stream().map(name -> field(sources, FieldKey.ofForm(name))).toList();
  }

  private List<ItemFields.Row> rows(Sources sources) {
    Map<UUID, Integer> positions = new LinkedHashMap<>();
    for (UUID page : sources.item().pages()) {
      positions.putIfAbsent(page, positions.size() + 1);
    }
    List<ItemFields.Row> rows = new ArrayList<>();
    sources
        .keys()
        .filter(key -> key.row() != null && positions.containsKey(key.pageId()))
        .collect(
            Collectors.groupingBy(
                key -> new FieldKey("row", key.pageId(), key.row()),
                LinkedHashMap::new,
                Collectors.toList()))
        .forEach((row, known) -> rows.add(row(sources, row, positions)));
    rows.sort(Comparator.comparing(ItemFields.Row::position).thenComparing(ItemFields.Row::number));
    return rows;
  }

  private ItemFields.Row row(Sources sources, FieldKey row, Map<UUID, Integer> positions) {
    UUID page = java.util.Objects.requireNonNull(row.pageId());
    int number = java.util.Objects.requireNonNull(row.row());
    return new ItemFields.Row(
        page,
        positions.getOrDefault(page, 0),
        number,
        FIRST.stream().map(name -> field(sources, new FieldKey(name, page, number))).toList());
  }

  private static List<FormField> addable(Sources sources) {
    return sources.kind().fields().stream()
        .filter(field -> !FIRST.contains(field.name()) || sources.kind().list())
        .filter(field -> !sources.has(FieldKey.ofForm(field.name())))
        .toList();
  }

  private KeyField field(Sources sources, FieldKey key) {
    List<Reading> known =
        sources.read().getOrDefault(key, List.of()).stream()
            .sorted(Comparator.comparingDouble(Reading::confidence).reversed())
            .toList();
    Confirmation confirmation = sources.confirmed().get(key);
    String read = known.isEmpty() ? "" : known.getFirst().value();
    KeyField field =
        new KeyField(
            key,
            form(sources.kind(), key.field()),
            confirmation == null ? read : confirmation.value(),
            read,
            known.isEmpty() ? null : known.getFirst().id(),
            known.isEmpty() ? 0 : known.getFirst().confidence(),
            alternatives(sources, key, known, confirmation),
            place(sources, known, confirmation),
            confirmation,
            null);
    return field.with(
        Doubts.of(
                sources.item(),
                sources.linksOf(key),
                sources.kind(),
                field,
                rivals(sources, key, known))
            .orElse(null));
  }

  /** What else is said of the field: by the catalogue, and by readings that keep an item held. */
  private static List<String> rivals(Sources sources, FieldKey key, List<Reading> known) {
    Stream<String> read =
        sources.item().state() == Item.State.HELD
            ? known.stream().map(Reading::value)
            : Stream.empty();
    return Stream.concat(sources.statedOf(key).stream(), read).toList();
  }

  private FormField form(FormKind kind, String name) {
    return kind.field(name)
        .or(() -> kinds.getObject().of(null).field(name))
        .orElseGet(() -> FormField.unprinted(name));
  }

  private static List<String> alternatives(
      Sources sources, FieldKey key, List<Reading> known, @Nullable Confirmation confirmation) {
    SequencedSet<String> values = new LinkedHashSet<>();
    sources.statedOf(key).ifPresent(values::add);
    known.forEach(reading -> values.add(reading.value()));
    known.forEach(reading -> values.addAll(reading.alternatives()));
    values.remove(confirmation != null ? confirmation.value() : firstOf(known));
    return values.stream().limit(MOST_ALTERNATIVES).toList();
  }

  private static String firstOf(List<Reading> known) {
    return known.isEmpty() ? "" : known.getFirst().value();
  }

  private static @Nullable Place place(
      Sources sources, List<Reading> known, @Nullable Confirmation confirmation) {
    UUID page = null;
    List<Integer> box = List.of();
    if (confirmation != null && !confirmation.box().isEmpty()) {
      page = confirmation.pageId();
      box = confirmation.box();
    } else if (!known.isEmpty()) {
      page = known.getFirst().pageId();
      box = known.getFirst().box();
    }
    PageVersion version = page == null ? null : sources.versions().get(page);
    if (page == null || version == null) {
      return null;
    }
    int position = sources.item().pages().indexOf(page) + 1;
    return Place.of(page, position, version, box).orElse(null);
  }

  private Map<UUID, PageVersion> versionsOf(Item item) {
    Map<UUID, PageVersion> versions = new LinkedHashMap<>();
    for (Page page : pages.findAll(item.pages())) {
      Optional.ofNullable(page.current()).ifPresent(version -> versions.put(page.id(), version));
    }
    return versions;
  }
}
