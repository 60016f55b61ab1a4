package io.huodang.bench;

import io.huodang.vocabulary.Refusal;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A clean printed form of an invented person: A4 at 300 dpi, ruled, black on white.
 *
 * @param person whose form it is
 * @param employer whose name stands on it
 */
public record Form(Invented person, String employer) {
  private static final int WIDTH = 2480;
  private static final int HEIGHT = 3508;
  private static final int LEFT = 260;
  private static final int ROW = 130;
  private static final List<String> FONTS =
      List.of("Noto Serif CJK SC", "Noto Sans CJK SC", "AR PL SungtiL GB", "LXGW WenKai");

  /** The form of the n-th person of a population. */
  public static Form of(Population population, int n) {
    Invented person = population.people().get(n);
    return new Form(person, population.employers().get(person.employer()));
  }

  /**
   * Writes it as a PNG file.
   *
   * @throws Refusal {@code no-font} when this machine has no Chinese font
   */
  public void write(Path file) throws IOException {
    BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke(4));
    String family = family();
    pen.setFont(new Font(family, Font.BOLD, 84));
    pen.drawString("企业职工退休审批表", 830, 330);
    pen.setFont(new Font(family, Font.PLAIN, 50));
    int top = 460;
    for (List<String> row : rows()) {
      int x = LEFT;
      for (int i = 0; i < row.size(); i++) {
        int width = row.size() == 2 ? (i == 0 ? 440 : 1520) : (i % 2 == 0 ? 440 : 540);
        pen.drawRect(x, top, width, ROW);
        pen.drawString(row.get(i), x + 30, top + 84);
        x += width;
      }
      top += ROW;
    }
    pen.drawRect(LEFT, top, 1960, 900);
    pen.drawString("经审核，同意该同志从次月起办理退休手续。", LEFT + 60, top + 140);
    pen.dispose();
    ImageIO.write(page, "png", file.toFile());
  }

  private List<List<String>> rows() {
    return List.of(
        List.of("姓名", person.name(), "性别", person.sex().name().equals("MALE") ? "男" : "女"),
        List.of("公民身份号码", person.citizenId().value()),
        List.of("个人参保号", person.insuredNumber()),
        List.of("单位名称", employer),
        List.of("出生日期", "%1$tY年%1$tm月%1$td日".formatted(person.citizenId().birthDate())));
  }

  private static String family() {
    return FONTS.stream()
        .filter(name -> new Font(name, Font.PLAIN, 12).getFamily().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "no-font",
                    "No Chinese font to draw forms with; install one (Debian: apt-get install fonts-noto-cjk), or name scans with --scans"));
  }
}
