package io.huodang.recognition.layout;

import io.huodang.recognition.Area;
import io.huodang.recognition.image.Gray;
import java.util.Arrays;
import java.util.List;

/**
 * What is read as one line: pieces of the page set side by side, so that wide gaps close and
 * characters that stand below each other become a line.
 *
 * @param pieces areas of the page, in the order of reading
 * @param cell number of the ruled cell, or -1
 * @param textHeight height of a character, pixels
 */
public record Strip(List<Area> pieces, int cell, int textHeight) {

  public Strip {
    pieces = List.copyOf(pieces);
  }

  /** The rectangle around all pieces. */
  public Area area() {
    return pieces.stream().reduce(Area::and).orElseThrow();
  }

  /** The pieces side by side on white, with a margin around. */
  public Gray draw(Gray page, int margin, int gap) {
    int width = 2 * margin - gap;
    int height = height();
    for (Area piece : pieces) {
      width += piece.width() + gap;
    }
    Gray drawn = new Gray(width, height + 2 * margin);
    Arrays.fill(drawn.pixels(), (byte) 255);
    int x = margin;
    for (Area piece : pieces) {
      int y = margin + (height - piece.height()) / 2;
      for (int row = 0; row < piece.height(); row++) {
        System.arraycopy(
            page.pixels(),
            (piece.top() + row) * page.width() + piece.left(),
            drawn.pixels(),
            (y + row) * width + x,
            piece.width());
      }
      x += piece.width() + gap;
    }
    return drawn;
  }

  /** Digits are lower than characters; they keep their proportion to the line. */
  private int height() {
    return pieces.stream().mapToInt(Area::height).reduce(textHeight, Math::max);
  }

  /** The area of the page that an area of the drawn picture shows. */
  public Area onPage(Area drawn, int margin, int gap) {
    int x = margin;
    int height = height();
    for (int i = 0; i < pieces.size(); i++) {
      Area piece = pieces.get(i);
      if (drawn.middleX() < x + piece.width() + gap / 2 || i == pieces.size() - 1) {
        int dx = piece.left() - x;
        int dy = piece.top() - margin - (height - piece.height()) / 2;
        int left = Math.clamp(drawn.left() + dx, piece.left(), piece.right() - 1);
        int top = Math.clamp(drawn.top() + dy, piece.top(), piece.bottom() - 1);
        return new Area(
            left,
            top,
            Math.clamp(drawn.right() + dx, left + 1, piece.right()),
            Math.clamp(drawn.bottom() + dy, top + 1, piece.bottom()));
      }
      x += piece.width() + gap;
    }
    throw new IllegalStateException("A strip has pieces");
  }
}
