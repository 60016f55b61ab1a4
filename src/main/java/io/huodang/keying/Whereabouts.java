package io.huodang.keying;

import io.huodang.access.Viewer;
import io.huodang.catalog.Item;
import io.huodang.catalog.PageVersion;
import io.huodang.corrections.KeyField;
import io.huodang.corrections.Place;
import io.huodang.recognition.Box;
import io.huodang.recognition.PageText;
import io.huodang.recognition.TextLine;
import io.huodang.recognition.Word;
import io.huodang.viewing.Looks;
import io.huodang.viewing.Pictures;
import io.huodang.viewing.SeenPage;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Where a value that nobody read may stand: behind the label that the form prints for it. Pages are
 * looked at as the person for whom it is done, which is on record.
 */
@Component
class Whereabouts {
  private static final int MOST_PAGES = 4;

  /** A label and what is written behind it, in widths of the label and parts of the page. */
  private static final double LABELS_WIDE = 5;

  private static final double LEAST_WIDTH = 0.38;

  private final Looks looks;
  private final Pictures pictures;

  Whereabouts(Looks looks, Pictures pictures) {
    this.looks = looks;
    this.pictures = pictures;
  }

  private record Read(UUID page, int position, PageVersion version, PageText text) {}

  /** The fields, those without a place with one where their label was found. */
  List<KeyField> of(Viewer viewer, Item item, List<KeyField> fields) {
    if (fields.stream().allMatch(field -> field.place() != null)) {
      return fields;
    }
    List<Read> read = read(viewer, item);
    return fields.stream()
        .map(
            field -> field.place() != null ? field : find(field, read).map(field::at).orElse(field))
        .toList();
  }

  private List<Read> read(Viewer viewer, Item item) {
    List<Read> read = new ArrayList<>();
    for (int i = 0; i < Math.min(item.pages().size(), MOST_PAGES); i++) {
      try {
        SeenPage seen = looks.atPage(viewer, item.pages().get(i), "view-page-text", Map.of());
        PageVersion version = seen.page().current();
        if (version != null) {
          read.add(new Read(seen.page().id(), i + 1, version, pictures.text(seen)));
        }
      } catch (Refusal | IOException e) {
        continue; // the page is shown as a whole
      }
    }
    return read;
  }

  private static Optional<Place> find(KeyField field, List<Read> pages) {
    for (String label : field.form().printed()) {
      for (Read page : pages) {
        Optional<Place> found =
            page.text().lines().stream()
                .map(line -> boxOf(label, line))
                .flatMap(Optional::stream)
                .map(box -> place(box, page))
                .flatMap(Optional::stream)
                .findFirst();
        if (found.isPresent()) {
          return found.map(Whereabouts::andWhatIsBehind);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Place> place(Box box, Read page) {
    return Place.of(
        page.page(),
        page.position(),
        page.version(),
        List.of(box.x(), box.y(), box.width(), box.height()));
  }

  private static Place andWhatIsBehind(Place label) {
    double width = Math.max(label.width() * LABELS_WIDE, LEAST_WIDTH);
    double top = Math.max(0, label.top() - label.height() * 0.7);
    return new Place(
        label.pageId(),
        label.position(),
        label.left(),
        top,
        Math.min(width, 1 - label.left()),
        Math.min(label.height() * 2.4, 1 - top));
  }

  /** The words of a line that are the label and no part of a longer one, in whatever pieces. */
  private static Optional<Box> boxOf(String label, TextLine line) {
    String wanted = label.replace(" ", "");
    StringBuilder text = new StringBuilder();
    List<Word> wordAt = new ArrayList<>();
    for (Word word : line.words()) {
      String piece = word.text().replace(" ", "");
      text.append(piece);
      for (int i = 0; i < piece.length(); i++) {
        wordAt.add(word);
      }
    }
    for (int from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + 1)) {
      List<Word> words = wordAt.subList(from, from + wanted.length());
      Box box = words.stream().map(Word::box).reduce(Whereabouts::around).orElseThrow();
      int until = from + wanted.length();
      if (isApart(wordAt, from - 1, from, box) && isApart(wordAt, until - 1, until, box)
          || until < text.length() && ":：".indexOf(text.charAt(until)) >= 0) {
        return Optional.of(box);
      }
    }
    return Optional.empty();
  }

  /** Whether between two characters that follow each other there is room, or the line ends. */
  private static boolean isApart(List<Word> wordAt, int before, int behind, Box label) {
    if (before < 0 || behind >= wordAt.size()) {
      return true;
    }
    Box left = wordAt.get(before).box();
    Box right = wordAt.get(behind).box();
    int height = Math.min(label.width(), label.height());
    return !left.equals(right)
        && Math.max(right.x() - left.x() - left.width(), right.y() - left.y() - left.height())
            > height / 2;
  }

  private static Box around(Box a, Box b) {
    int x = Math.min(a.x(), b.x());
    int y = Math.min(a.y(), b.y());
    return new Box(
        x,
        y,
        Math.max(a.x() + a.width(), b.x() + b.width()) - x,
        Math.max(a.y() + a.height(), b.y() + b.height()) - y);
  }
}
