package io.huodang.viewing.iiif;

import io.huodang.access.Viewer;
import io.huodang.catalog.AllFonds;
import io.huodang.catalog.Fonds;
import io.huodang.catalog.Item;
import io.huodang.catalog.Link;
import io.huodang.catalog.Page;
import io.huodang.catalog.PageVersion;
import io.huodang.extraction.FormKind;
import io.huodang.extraction.FormKinds;
import io.huodang.viewing.Looks;
import io.huodang.viewing.Size;
import io.huodang.viewing.iiif.Manifest.AnnotationPage;
import io.huodang.viewing.iiif.Manifest.Body;
import io.huodang.viewing.iiif.Manifest.Canvas;
import io.huodang.viewing.iiif.Manifest.Painting;
import io.huodang.viewing.iiif.Manifest.Service;
import io.huodang.viewing.iiif.Manifest.Statement;
import io.huodang.viewing.iiif.Manifest.Thumbnail;
import io.huodang.vocabulary.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Describes items for viewers. Thread-safe. */
@Component
public class Manifests {
  /** Of a page that was not read: an upright A4 sheet. */
  private static final int UNREAD_WIDTH = 1240;

  private static final int UNREAD_HEIGHT = 1754;

  private final Looks looks;
  private final AllFonds fonds;
  private final ObjectProvider<FormKinds> kinds;

  Manifests(Looks looks, AllFonds fonds, ObjectProvider<FormKinds> kinds) {
    this.looks = looks;
    this.fonds = fonds;
    this.kinds = kinds;
  }

  /**
   * Opens an item for a viewer, as {@link Looks#atItem} does.
   *
   * @param calls the address of {@code /api/v1}, under which everything else is named
   * @throws Refusal {@code no-such-item}, {@code no-picture} when it is a file without pages
   */
  public Manifest of(Viewer viewer, UUID id, String calls) {
    Item item = looks.atItem(viewer, id);
    List<Page> pages = looks.pagesOf(item);
    if (pages.isEmpty()) {
      throw new Refusal("no-picture", "The item is a file without pages; it can be downloaded.");
    }
    String address = calls + "/iiif/presentation/3/items/" + item.id() + "/manifest";
    List<Canvas> canvases = new ArrayList<>();
    for (Page page : pages) {
      canvases.add(canvas(page, canvases.size() + 1, address, calls));
    }
    return new Manifest(
        Manifest.CONTEXT,
        address,
        "Manifest",
        item.title() == null ? Words.of("无题名", "Untitled") : Words.asWritten(List.of(item.title())),
        metadata(item, pages.size()),
        item.terms().fonds() == null
            ? null
            : fonds.find(item.terms().fonds()).map(Manifests::statement).orElse(null),
        canvases);
  }

  private List<Statement> metadata(Item item, int pages) {
    List<Statement> metadata = new ArrayList<>();
    if (item.fileNumber() != null) {
      metadata.add(new Statement(Words.of("档号", "File number"), Words.plain(item.fileNumber())));
    }
    if (item.documentType() != null) {
      metadata.add(new Statement(Words.of("材料类型", "Document type"), kind(item.documentType())));
    }
    if (item.date() != null) {
      metadata.add(new Statement(Words.of("日期", "Date"), Words.plain(item.date().toString())));
    }
    List<String> people = confirmed(item);
    if (!people.isEmpty()) {
      metadata.add(new Statement(Words.of("人员", "People"), Words.asWritten(people)));
    }
    metadata.add(new Statement(Words.of("页数", "Pages"), Words.plain(Integer.toString(pages))));
    return metadata;
  }

  private Map<String, List<String>> kind(String code) {
    FormKinds known = kinds.getIfAvailable();
    if (known == null) {
      return Words.plain(code);
    }
    FormKind kind = known.of(code);
    return Words.of(kind.names().getOrDefault("zh", code), kind.names().getOrDefault("en", code));
  }

  private List<String> confirmed(Item item) {
    Map<UUID, String> names = looks.namesOf(List.of(item));
    return item.links().stream()
        .filter(link -> link.state() == Link.State.CONFIRMED)
        .map(link -> names.get(link.personId()))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static Statement statement(Fonds fonds) {
    return new Statement(
        Words.of("全宗", "Fonds"), Words.asWritten(List.of(fonds.number() + " " + fonds.name())));
  }

  /** A page can stand in an item twice: its place names it. */
  private static Canvas canvas(Page page, int place, String manifest, String calls) {
    String id = manifest + "/canvas/" + place;
    PageVersion read = page.current();
    boolean lies = read != null && read.rotation() % 180 != 0;
    int width = read == null ? UNREAD_WIDTH : lies ? read.height() : read.width();
    int height = read == null ? UNREAD_HEIGHT : lies ? read.width() : read.height();
    List<Painting> paintings =
        read == null ? List.of() : List.of(painting(id, calls + "/iiif/3/" + page.id()));
    return new Canvas(
        id,
        "Canvas",
        Words.of("第 " + place + " 页", "Page " + place),
        width,
        height,
        thumbnail(page, calls),
        List.of(new AnnotationPage(id + "/pictures", "AnnotationPage", paintings)));
  }

  private static Painting painting(String canvas, String service) {
    return new Painting(
        canvas + "/picture",
        "Annotation",
        "painting",
        new Body(
            service + "/full/max/0/default.jpg",
            "Image",
            "image/jpeg",
            List.of(new Service(service, "ImageService3", "level2"))),
        canvas);
  }

  /** Not by the image service, which would cut every page of the item into tiles for it. */
  private static @Nullable List<Thumbnail> thumbnail(Page page, String calls) {
    PageVersion read = page.current();
    return read == null
        ? null
        : read.derivative(Size.THUMB.word())
            .map(
                thumb ->
                    List.of(
                        new Thumbnail(
                            calls + "/pages/" + page.id() + "/image?size=" + Size.THUMB.word(),
                            "Image",
                            thumb.mediaType(),
                            thumb.width(),
                            thumb.height())))
            .orElse(null);
  }
}
