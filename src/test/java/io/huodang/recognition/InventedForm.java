package io.huodang.recognition;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A filled-in form of an invented person, drawn at 300 dots an inch, that knows where everything
 * stands. The same seed gives the same form.
 */
public final class InventedForm {
  public static final int WIDTH = 2480;
  public static final int HEIGHT = 3508;

  /** How a form is laid out. */
  public enum Template {
    /** A grid of labels and values, with labels written from top to bottom. */
    GRID,
    /** Labels with colons, one below the other, above a table. */
    LINES,
    /** A person in each row. */
    ROSTER,
    /** The ID number with a box for each digit. */
    BOXES,
    /** A form that no document type knows. */
    UNKNOWN
  }

  private final BufferedImage picture =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
  private final Graphics2D pen = picture.createGraphics();
  private final Map<String, Rectangle> places = new HashMap<>();
  private final List<InventedPerson> people = new ArrayList<>();
  private final Random random;
  private final String fontName;

  private InventedForm(Template template, long seed) {
    random = new Random(seed);
    fontName = font().orElseThrow();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke(4));
    people.add(InventedPerson.from(random));
    switch (template) {
      case GRID -> grid("企业职工退休审批表", "公民身份号码", "个人参保号");
      case UNKNOWN -> grid("职工疗养登记卡片", "身份证号", "个人编号");
      case BOXES -> boxes();
      case LINES -> lines();
      case ROSTER -> roster();
    }
    pen.dispose();
  }

  /** A form drawn from a seed. */
  public static InventedForm of(Template template, long seed) {
    return new InventedForm(template, seed);
  }

  /** A font of the system that shows Chinese. */
  public static Optional<String> font() {
    for (Font font : GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()) {
      if (font.getName().contains("CJK SC") && font.canDisplayUpTo("社会保险审批表") < 0) {
        return Optional.of(font.getName());
      }
    }
    for (Font font : GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()) {
      if (font.canDisplayUpTo("社会保险审批表") < 0) {
        return Optional.of(font.getName());
      }
    }
    return Optional.empty();
  }

  public BufferedImage picture() {
    return picture;
  }

  /** Whom the form is about; on a roster, the people of its rows. */
  public List<InventedPerson> people() {
    return people;
  }

  public InventedPerson person() {
    return people.getFirst();
  }

  /** Where the ink of a field's value lies, in pixels of the undamaged page. */
  public Rectangle place(String field) {
    return Optional.ofNullable(places.get(field)).orElseThrow();
  }

  /** The same form with nothing where these fields' values stood. */
  public InventedForm without(String... fields) {
    Graphics2D eraser = picture.createGraphics();
    eraser.setColor(Color.WHITE);
    for (String field : fields) {
      Rectangle place = place(field);
      place.grow(6, 6);
      eraser.fill(place);
    }
    eraser.dispose();
    return this;
  }

  private void grid(String title, String idLabel, String numberLabel) {
    InventedPerson person = person();
    title(title);
    int[] columns = {200, 620, 1240, 1640, 2280};
    int top = 460;
    row(top, columns, "姓名", person.name(), "性别", person.sex());
    last("personName", columns, top, 1, person.name());
    row(top + 120, new int[] {200, 620, 2280}, idLabel, person.citizenId());
    last("citizenId", new int[] {200, 620, 2280}, top + 120, 1, person.citizenId());
    row(top + 240, columns, numberLabel, person.insuredNumber(), "出生日期", person.birthDate());
    last("insuredNumber", columns, top + 240, 1, person.insuredNumber());
    row(top + 360, new int[] {200, 620, 2280}, "单位名称", person.employer());
    box(200, top + 480, 150, 500);
    box(350, top + 480, 1930, 500);
    String stacked = "单位意见";
    for (int i = 0; i < stacked.length(); i++) {
      draw(stacked.substring(i, i + 1), 250, top + 620 + i * 80, 46);
    }
    draw("经审核，该同志符合国家规定的退休条件，同意上报。", 400, top + 580, 46);
    draw("连续工龄计算无误，档案材料齐全，公示期间未收到异议。", 400, top + 660, 46);
    draw("本表一式三份，单位、社保经办机构、本人档案各一份。", 200, top + 1100, 46);
  }

  private void boxes() {
    InventedPerson person = person();
    title("城乡居民养老保险参保登记表");
    int[] columns = {200, 620, 1240, 1640, 2280};
    row(460, columns, "姓名", person.name(), "性别", person.sex());
    last("personName", columns, 460, 1, person.name());
    box(200, 580, 420, 120);
    draw("公民身份号码", 260, 660, 46);
    for (int i = 0; i < 18; i++) {
      box(620 + i * 80, 580, 80, 120);
      draw(person.citizenId().substring(i, i + 1), 646 + i * 80, 660, 46);
    }
    places.put("citizenId", new Rectangle(646, 626, 17 * 80 + 26, 36));
    row(700, columns, "个人参保号", person.insuredNumber(), "出生日期", person.birthDate());
    last("insuredNumber", columns, 700, 1, person.insuredNumber());
    row(820, new int[] {200, 620, 2280}, "单位名称", person.employer());
  }

  private void lines() {
    InventedPerson person = person();
    title("职工养老保险缴费证明");
    line("personName", "姓名：", person.name(), 460);
    line("citizenId", "公民身份号码：", person.citizenId(), 570);
    line("insuredNumber", "个人参保号：", person.insuredNumber(), 680);
    line("employerName", "工作单位：", person.employer(), 790);
    int[] columns = {200, 700, 1240, 1760, 2280};
    row(900, columns, "年度", "缴费基数", "缴费月数", "个人缴纳");
    for (int year = 0; year < 8; year++) {
      row(
          1020 + year * 100,
          columns,
          String.valueOf(2005 + year),
          (3000 + random.nextInt(9000)) + ".00",
          String.valueOf(1 + random.nextInt(12)),
          (200 + random.nextInt(900)) + ".48");
    }
    draw("特此证明。以上缴费情况属实，如有虚假愿意承担责任。", 220, 2100, 46);
  }

  private void roster() {
    title("参保人员增减变动花名册");
    draw("单位名称：" + person().employer(), 200, 400, 46);
    int[] columns = {160, 300, 700, 1360, 1800, 2320};
    row(460, columns, "序号", "姓名", "身份证号", "个人编号", "变动类型");
    for (int i = 1; i <= 8; i++) {
      if (i > 1) {
        people.add(InventedPerson.from(random));
      }
      InventedPerson person = people.get(i - 1);
      row(
          460 + i * 110,
          columns,
          String.valueOf(i),
          person.name(),
          person.citizenId(),
          person.insuredNumber(),
          "新增");
    }
  }

  private void title(String title) {
    pen.setFont(new Font(fontName, Font.BOLD, 90));
    int width = pen.getFontMetrics().stringWidth(title);
    pen.drawString(title, (WIDTH - width) / 2, 320);
  }

  private void row(int top, int[] columns, String... texts) {
    int height = 110;
    for (int i = 0; i + 1 < columns.length; i++) {
      box(columns[i], top, columns[i + 1] - columns[i], height + 10);
      Rectangle ink = ink(texts[i], 46);
      int x = columns[i] + (columns[i + 1] - columns[i] - ink.width) / 2;
      draw(texts[i], x, top + 80, 46);
    }
  }

  private void last(String field, int[] columns, int top, int column, String text) {
    Rectangle ink = ink(text, 46);
    int x = columns[column] + (columns[column + 1] - columns[column] - ink.width) / 2;
    ink.translate(x, top + 80);
    places.put(field, ink);
  }

  private void line(String field, String label, String value, int y) {
    draw(label, 220, y, 50);
    pen.setFont(new Font(fontName, Font.PLAIN, 50));
    int x = 220 + pen.getFontMetrics().stringWidth(label);
    draw(value, x, y, 50);
    Rectangle ink = ink(value, 50);
    ink.translate(x, y);
    places.put(field, ink);
  }

  private void draw(String text, int x, int y, int size) {
    pen.setFont(new Font(fontName, Font.PLAIN, size));
    pen.drawString(text, x, y);
  }

  private Rectangle ink(String text, int size) {
    Font font = new Font(fontName, Font.PLAIN, size);
    Rectangle2D bounds = font.createGlyphVector(pen.getFontRenderContext(), text).getVisualBounds();
    return bounds.getBounds();
  }

  private void box(int x, int y, int width, int height) {
    pen.drawRect(x, y, width, height);
  }
}
