package io.huodang.samples;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sheet of A4 at 300 dots an inch that remembers what is put on it. */
public final class Sheet {
  static final int SHORT = 2480;
  static final int LONG = 3508;

  private final BufferedImage picture;
  private final Graphics2D pen;
  private final Look look;
  private final Draw draw;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, Rectangle> places = new LinkedHashMap<>();
  private final List<ListedPerson> people = new ArrayList<>();

  /** A row of a form that lists many people. */
  record ListedPerson(
      int row, String personName, String citizenId, @Nullable String insuredNumber) {}

  Sheet(Look look, boolean lying, Draw draw) {
    this.look = look;
    this.draw = draw;
    picture =
        new BufferedImage(lying ? LONG : SHORT, lying ? SHORT : LONG, BufferedImage.TYPE_3BYTE_BGR);
    pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    pen.setColor(look.print());
  }

  public int width() {
    return picture.getWidth();
  }

  public int height() {
    return picture.getHeight();
  }

  /** Chance that belongs to the form's wording and measures. */
  public Draw draw() {
    return draw;
  }

  public Look look() {
    return look;
  }

  Graphics2D pen() {
    return pen;
  }

  BufferedImage picture() {
    return picture;
  }

  /** What stands on it, in the order in which it was put there. */
  List<String> lines() {
    return lines;
  }

  /** Values by field. */
  Map<String, String> fields() {
    return fields;
  }

  /** Where the ink of a field's value lies. */
  Map<String, Rectangle> places() {
    return places;
  }

  List<ListedPerson> people() {
    return people;
  }

  /** The form's heading, in the middle. */
  public void heading(String text, int baseline) {
    heading(text, baseline, 2.0);
  }

  /**
   * A heading of another size.
   *
   * @param times the size of the text
   */
  public void heading(String text, int baseline, double times) {
    int size = (int) (look.size() * times);
    new Flow(this, look.heading(), size, true).centred(text, width() / 2, baseline);
    lines.add(text);
  }

  /** One line that begins at a place. */
  public void line(int left, int baseline, Entry... entries) {
    text(left, width() - 150, baseline, entries);
  }

  /**
   * Text that breaks at the right.
   *
   * @return the baseline of its last line
   */
  public int text(int left, int right, int baseline, Entry... entries) {
    Flow flow = new Flow(this, look.label(), look.size(), false);
    int last = flow.between(left, right, left, baseline, List.of(entries));
    note(entries);
    return last;
  }

  /**
   * Paragraphs that begin two characters further right, as letters do.
   *
   * @return the baseline below the last one
   */
  public int paragraph(int left, int right, int baseline, Entry... entries) {
    Flow flow = new Flow(this, look.label(), look.size(), false);
    int last = flow.between(left, right, left + 2 * look.size(), baseline, List.of(entries));
    note(entries);
    return last + flow.lineHeight();
  }

  /** A ruled table whose rows follow each other. */
  public Table table(int left, int top, int width) {
    return new Table(this, left, top, width);
  }

  /** The outline of a card that was copied. */
  public void card(int left, int top, int width, int height) {
    rule();
    pen.drawRoundRect(left, top, width, height, 60, 60);
  }

  /** Says that a row names a person. */
  public void names(Person person, int row, boolean withNumber) {
    people.add(
        new ListedPerson(
            row, person.name(), person.citizenId(), withNumber ? person.insuredNumber() : null));
  }

  void note(Entry... entries) {
    StringBuilder line = new StringBuilder();
    for (Entry entry : entries) {
      line.append(entry.text());
      if (entry.field() != null) {
        fields.putIfAbsent(entry.field(), entry.truth());
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
  }

  void place(Entry entry, Rectangle ink) {
    if (entry.field() != null) {
      places.merge(entry.field(), ink, Rectangle::union);
    }
  }

  void rule() {
    pen.setColor(look.print());
    pen.setStroke(new BasicStroke(look.rule()));
  }
}
