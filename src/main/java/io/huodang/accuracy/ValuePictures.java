package io.huodang.accuracy;

import io.huodang.access.Viewer;
import io.huodang.catalog.PageVersion;
import io.huodang.corrections.Place;
import io.huodang.recognition.Jpeg;
import io.huodang.viewing.Looks;
import io.huodang.viewing.Picture;
import io.huodang.viewing.Pictures;
import io.huodang.viewing.SeenPage;
import io.huodang.viewing.Size;
import io.huodang.vocabulary.Refusal;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The picture of a value that was read, also when its page was turned or read again since: a
 * reading, its page version and the master never change, so it is cut from the page's picture and
 * not kept (docs/decisions/056). Two at a time; thread-safe.
 */
@Service
public class ValuePictures {
  private static final int CUT_AT_ONCE = 2;
  private static final float QUALITY = 0.85f;

  private final JdbcClient jdbc;
  private final Looks looks;
  private final Pictures pictures;
  private final Semaphore turns = new Semaphore(CUT_AT_ONCE, true);

  ValuePictures(JdbcClient jdbc, Looks looks, Pictures pictures) {
    this.jdbc = jdbc;
    this.looks = looks;
    this.pictures = pictures;
  }

  /**
   * @param width of the page version in which the box is told, pixels
   */
  private record Where(UUID pageId, int width, int height, List<Integer> box) {}

  /**
   * The picture of a reading as JPEG, with a little around it; the look at its page is on record.
   *
   * @throws Refusal {@code no-such-reading}, {@code no-picture}, {@code picture-failed}
   */
  public byte[] of(Viewer viewer, UUID readingId) throws IOException, InterruptedException {
    Where where = where(readingId);
    SeenPage seen = looks.atPage(viewer, where.pageId, "view-page-image", Map.of("size", "value"));
    PageVersion now = seen.page().current();
    Place place =
        Place.of(
                where.pageId,
                1,
                where.width,
                where.height,
                now == null ? 0 : now.rotation(),
                where.box)
            .orElseThrow(
                () ->
                    new Refusal("no-picture", "Where the value stands on its page is not known."));
    Picture screen = pictures.of(seen, Size.SCREEN);
    turns.acquire();
    try (InputStream bytes = screen.bytes().open()) {
      BufferedImage page = ImageIO.read(new ByteArrayInputStream(bytes.readAllBytes()));
      return jpeg(page, around(place, page.getWidth(), page.getHeight()));
    } finally {
      turns.release();
    }
  }

  private Where where(UUID readingId) {
    return jdbc.sql(
            """
            select v.page_id, v.width, v.height, r.box
            from reading r join page_version v on v.id = r.page_version_id
            where r.id = :reading
            """)
        .param("reading", readingId)
        .query(
            (row, n) ->
                new Where(
                    row.getObject("page_id", UUID.class),
                    row.getInt("width"),
                    row.getInt("height"),
                    List.of((Integer[]) row.getArray("box").getArray())))
        .optional()
        .orElseThrow(() -> new Refusal("no-such-reading", "There is no such reading."));
  }

  /** A letter's width to each side: boxes of characters begin late now and then. */
  private static Rectangle around(Place place, int width, int height) {
    Rectangle box =
        new Rectangle(
            (int) (place.left() * width),
            (int) (place.top() * height),
            (int) Math.ceil(place.width() * width),
            (int) Math.ceil(place.height() * height));
    int letter = Math.max(8, Math.min(box.width, box.height));
    box.grow(letter, letter / 3);
    Rectangle cut = box.intersection(new Rectangle(width, height));
    if (cut.isEmpty()) {
      throw new Refusal("no-picture", "The value does not stand on its page any more.");
    }
    return cut;
  }

  private static byte[] jpeg(BufferedImage page, Rectangle cut) throws IOException {
    BufferedImage piece = new BufferedImage(cut.width, cut.height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = piece.createGraphics();
    pen.drawImage(page, -cut.x, -cut.y, null);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Jpeg.write(piece, out, QUALITY);
    return out.toByteArray();
  }
}
