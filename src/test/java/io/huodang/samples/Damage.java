package io.huodang.samples;

import io.huodang.invented.Draw;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;

/** What happens to a page before and while it is scanned. */
public enum Damage {
  CLEAN {
    @Override
    Scanned on(Page page, Draw draw) {
      return scanned(page.picture(), draw);
    }
  },
  DPI200 {
    @Override
    Scanned on(Page page, Draw draw) {
      return smaller(scanned(page.picture(), draw));
    }
  },
  SKEW {
    @Override
    Scanned on(Page page, Draw draw) {
      double degrees = draw.between(0.8, 4) * (draw.chance(0.5) ? 1 : -1);
      return turned(scanned(page.picture(), draw), degrees);
    }
  },
  QUARTER_TURN {
    @Override
    Scanned on(Page page, Draw draw) {
      return quarters(scanned(page.picture(), draw), draw.one(1, 3));
    }
  },
  UPSIDE_DOWN {
    @Override
    Scanned on(Page page, Draw draw) {
      return quarters(scanned(page.picture(), draw), 2);
    }
  },
  SPECKLE {
    @Override
    Scanned on(Page page, Draw draw) {
      Scanned scan = scanned(page.picture(), draw);
      Pixels.of(scan.picture()).speckle(draw.between(3000, 12000), draw);
      return scan;
    }
  },
  BLUR {
    @Override
    Scanned on(Page page, Draw draw) {
      BufferedImage blurred = Blurring.of(page.picture(), draw.between(1.6, 2.6));
      return scanned(blurred, draw);
    }
  },
  UNEVEN_LIGHT {
    @Override
    Scanned on(Page page, Draw draw) {
      Scanned scan = scanned(page.picture(), draw);
      Pixels.of(scan.picture()).light(draw.between(0.4, 0.65), draw);
      return scan;
    }
  },
  SHOW_THROUGH {
    @Override
    Scanned on(Page page, Draw draw) {
      BufferedImage picture = copy(page.picture());
      Pixels.of(picture).through(Blurring.of(page.behind().get(), 2.5), draw.between(0.15, 0.32));
      return scanned(picture, draw);
    }
  },
  SEAL_OVER_VALUES {
    @Override
    Scanned on(Page page, Draw draw) {
      return scanned(sealed(page, draw), draw);
    }
  },
  JPEG_ARTEFACTS {
    @Override
    Scanned on(Page page, Draw draw) {
      return smaller(scanned(page.picture(), draw)).at(0.25);
    }
  },
  BITONAL {
    @Override
    Scanned on(Page page, Draw draw) {
      return scanned(page.picture(), draw).inBlackAndWhite();
    }
  },
  FAINT {
    @Override
    Scanned on(Page page, Draw draw) {
      BufferedImage picture = copy(page.picture());
      Pixels.of(picture).fade(draw.between(0.3, 0.45));
      return scanned(picture, draw);
    }
  },
  WORN {
    @Override
    Scanned on(Page page, Draw draw) {
      BufferedImage picture = copy(page.picture());
      Wear.folds(picture, draw);
      Wear.stains(picture, draw);
      Pixels.of(picture).speckle(draw.between(300, 1500), draw);
      Pixels.of(picture).paper(0.95, 0.90, 0.78, 0, draw);
      return scanned(picture, draw);
    }
  },
  PHONE {
    @Override
    Scanned on(Page page, Draw draw) {
      return photographed(page.picture(), draw);
    }
  },
  COMBINED {
    @Override
    Scanned on(Page page, Draw draw) {
      BufferedImage picture = Blurring.of(sealed(page, draw), draw.between(0.8, 1.3));
      Pixels.of(picture).speckle(draw.between(1500, 5000), draw);
      Scanned scan = scanned(picture, draw);
      Pixels.of(scan.picture()).light(draw.between(0.55, 0.75), draw);
      return turned(scan, draw.between(0.6, 2.5) * (draw.chance(0.5) ? 1 : -1)).at(0.6);
    }
  },
  COLOURED_STAMP {
    @Override
    Scanned on(Page page, Draw draw) {
      BufferedImage picture = copy(page.picture());
      Point2D at = page.keyPlace(draw);
      Stamps stamps = Stamps.inAnyInk(picture, page.face(), draw);
      int x = (int) at.getX();
      int y = (int) at.getY();
      switch (draw.between(0, 2)) {
        case 0 -> stamps.seal(page.sealName(), x, y);
        case 1 -> stamps.square(page.sealName(), x, y);
        default ->
            stamps.office(
                draw.one("业务专用章", "已核验", "档案利用章", "窗口收讫"),
                "%d.%02d.%02d".formatted(draw.between(1998, 2024), draw.between(1, 12), 15),
                x,
                y);
      }
      stamps.press(picture);
      return scanned(picture, draw);
    }
  },
  HIGHLIGHTED {
    @Override
    Scanned on(Page page, Draw draw) {
      BufferedImage picture = copy(page.picture());
      Pens.highlight(picture, page, draw);
      return scanned(picture, draw);
    }
  },
  SCRIBBLED {
    @Override
    Scanned on(Page page, Draw draw) {
      BufferedImage picture = copy(page.picture());
      Pens.scribble(picture, page, draw);
      return scanned(picture, draw);
    }
  },
  BLACK_EDGES {
    @Override
    Scanned on(Page page, Draw draw) {
      Scanned scan = scanned(page.picture(), draw);
      Copier.blackEdges(scan.picture(), draw);
      return scan;
    }
  },
  OPEN_LID {
    @Override
    Scanned on(Page page, Draw draw) {
      Scanned scan = scanned(page.picture(), draw);
      int left = draw.between(0, 350);
      int top = draw.between(0, 350);
      int width = scan.picture().getWidth();
      int height = scan.picture().getHeight();
      Homography move =
          Homography.shift(left, top)
              .after(Homography.turn(draw.around(1.2), width / 2.0, height / 2.0));
      int wide = width + left + draw.between(0, 350);
      int high = height + top + draw.between(0, 350);
      return scan.moved(Copier.openLid(scan.picture(), move, wide, high, draw), move, 300);
    }
  },
  CURLED {
    @Override
    Scanned on(Page page, Draw draw) {
      Scanned scan = scanned(page.picture(), draw);
      int width = scan.picture().getWidth();
      int height = scan.picture().getHeight();
      double rise = draw.between(15, 55.0) * (draw.chance(0.5) ? 1 : -1);
      Bend bend =
          new Bend(
              width,
              height,
              draw.chance(0.5),
              rise,
              rise * draw.between(-0.6, 1),
              width * draw.between(0.25, 0.6),
              draw.between(0.0, 0.12));
      BufferedImage bent = bend.of(scan.picture(), new Color(70, 68, 66));
      return new Scanned(bent, Homography.none(), 300, 0.75, false, bend);
    }
  },
  MOTION {
    @Override
    Scanned on(Page page, Draw draw) {
      BufferedImage moved =
          Blurring.moved(page.picture(), draw.between(4, 9), draw.between(0, 180.0));
      return scanned(moved, draw);
    }
  },
  KEYSTONE {
    @Override
    Scanned on(Page page, Draw draw) {
      return aslant(page.picture(), draw);
    }
  },
  COPIED {
    @Override
    Scanned on(Page page, Draw draw) {
      BufferedImage picture = Blurring.of(page.picture(), draw.between(0.7, 1.4));
      Copier.copy(picture, draw);
      if (draw.chance(0.6)) {
        Copier.blackEdges(picture, draw);
      }
      return scanned(picture, draw);
    }
  },
  DITHERED {
    @Override
    Scanned on(Page page, Draw draw) {
      BufferedImage picture = copy(page.picture());
      double grey = draw.between(0.78, 0.97);
      Pixels.of(picture).paper(grey, grey, grey - 0.03, 1, draw);
      if (draw.chance(0.7)) {
        Pixels.of(picture).diffuse();
      } else {
        Pixels.of(picture).screen(draw.between(4, 6));
      }
      return new Scanned(picture, Homography.none(), 300, 1, true);
    }
  },
  FAXED {
    @Override
    Scanned on(Page page, Draw draw) {
      BufferedImage soft = Blurring.of(page.picture(), 0.8);
      Pixels.of(soft).speckle(draw.between(300, 2000), draw);
      int width = soft.getWidth() * 204 / 300;
      int height = soft.getHeight() * 204 / 300;
      Homography move = Homography.scale(204 / 300.0);
      return new Scanned(Warp.of(soft, move, width, height, Color.WHITE), move, 204, 1, true);
    }
  },
  DUSTY {
    @Override
    Scanned on(Page page, Draw draw) {
      Scanned scan = scanned(page.picture(), draw);
      Wear.dust(scan.picture(), draw);
      return scan;
    }
  },
  TORN {
    @Override
    Scanned on(Page page, Draw draw) {
      Scanned scan = scanned(page.picture(), draw);
      Wear.torn(scan.picture(), draw);
      return scan;
    }
  },
  YELLOWED {
    @Override
    Scanned on(Page page, Draw draw) {
      BufferedImage picture = copy(page.picture());
      Pixels.of(picture).fade(draw.between(0.6, 0.85));
      Wear.stains(picture, draw);
      Pixels.of(picture)
          .paper(draw.between(0.8, 0.93), draw.between(0.68, 0.8), draw.between(0.4, 0.6), 3, draw);
      return scanned(picture, draw);
    }
  },
  COARSE {
    @Override
    Scanned on(Page page, Draw draw) {
      return resampled(scanned(page.picture(), draw), draw.one(100, 120, 150));
    }
  },
  LYING_COPY {
    @Override
    Scanned on(Page page, Draw draw) {
      BufferedImage picture = Blurring.of(page.picture(), 0.8);
      Copier.copy(picture, draw);
      return turned(quarters(scanned(picture, draw), draw.between(1, 3)), draw.around(1.5));
    }
  };

  /** The page as the file shows it. */
  abstract Scanned on(Page page, Draw draw);

  /** An ordinary scanner: nearly white paper, a little noise. */
  private static Scanned scanned(BufferedImage sheet, Draw draw) {
    BufferedImage picture = copy(sheet);
    double white = draw.between(0.95, 1);
    Pixels.of(picture).paper(white, white - 0.004, white - 0.018, draw.between(0.4, 1.6), draw);
    return new Scanned(picture, Homography.none(), 300, 0.75, false);
  }

  private static Scanned smaller(Scanned scan) {
    return resampled(scan, 200);
  }

  private static Scanned resampled(Scanned scan, int dpi) {
    int width = scan.picture().getWidth() * dpi / 300;
    int height = scan.picture().getHeight() * dpi / 300;
    Homography move = Homography.scale(dpi / 300.0);
    BufferedImage soft = Blurring.of(scan.picture(), 120.0 / dpi);
    return scan.moved(Warp.of(soft, move, width, height, Color.WHITE), move, dpi);
  }

  private static Scanned turned(Scanned scan, double degrees) {
    BufferedImage picture = scan.picture();
    Homography move = Homography.turn(degrees, picture.getWidth() / 2.0, picture.getHeight() / 2.0);
    return scan.moved(
        Warp.of(picture, move, picture.getWidth(), picture.getHeight(), new Color(236, 234, 228)),
        move,
        scan.dpi());
  }

  private static Scanned quarters(Scanned scan, int quarters) {
    int width = scan.picture().getWidth();
    int height = scan.picture().getHeight();
    boolean lying = quarters % 2 == 1;
    int newWidth = lying ? height : width;
    int newHeight = lying ? width : height;
    Homography move =
        Homography.shift(newWidth / 2.0, newHeight / 2.0)
            .after(Homography.turn(90.0 * quarters, 0, 0))
            .after(Homography.shift(-width / 2.0, -height / 2.0));
    return scan.moved(
        Warp.of(scan.picture(), move, newWidth, newHeight, Color.WHITE), move, scan.dpi());
  }

  private static BufferedImage sealed(Page page, Draw draw) {
    BufferedImage picture = copy(page.picture());
    Point2D at = page.keyPlace(draw);
    Stamps.of(picture, page.face(), draw)
        .seal(page.sealName(), (int) at.getX(), (int) at.getY())
        .press(picture);
    return picture;
  }

  /** On a desk, not quite from above, by whatever light there was. */
  private static Scanned photographed(BufferedImage sheet, Draw draw) {
    double scale = draw.between(0.78, 0.92);
    int width = (int) (sheet.getWidth() * scale);
    int height = (int) (sheet.getHeight() * scale);
    int rim = draw.between(60, 140);
    Point2D[] corners = {
      corner(rim, rim, draw),
      corner(width - rim, rim, draw),
      corner(width - rim, height - rim, draw),
      corner(rim, height - rim, draw)
    };
    Homography move = Homography.rectangleTo(sheet.getWidth(), sheet.getHeight(), corners);
    Color desk = draw.one(new Color(94, 70, 48), new Color(60, 62, 66), new Color(120, 104, 84));
    BufferedImage picture =
        Blurring.of(Warp.of(sheet, move, width, height, desk), draw.between(0.7, 1.1));
    Pixels.of(picture).paper(0.97, 0.94, 0.86, 3, draw);
    Pixels.of(picture).light(draw.between(0.5, 0.75), draw);
    return new Scanned(picture, move, 72, 0.7, false);
  }

  /** Held by hand, from one side, with the hand's shadow on it; on any table. */
  private static Scanned aslant(BufferedImage sheet, Draw draw) {
    double scale = draw.between(0.8, 1);
    int width = (int) (sheet.getWidth() * scale);
    int height = (int) (sheet.getHeight() * scale);
    int rim = draw.between(5, 60);
    int nearer = draw.between(40, 170);
    int side = draw.between(0, 3);
    Point2D[] corners = new Point2D[4];
    for (int i = 0; i < 4; i++) {
      boolean right = i == 1 || i == 2;
      boolean low = i >= 2;
      boolean far = side == 0 ? !low : side == 1 ? right : side == 2 ? low : !right;
      int inX = rim + (far && side % 2 == 0 ? nearer : draw.between(0, 20));
      int inY = rim + (far && side % 2 == 1 ? nearer : draw.between(0, 20));
      corners[i] = new Point2D.Double(right ? width - inX : inX, low ? height - inY : inY);
    }
    Homography move = Homography.rectangleTo(sheet.getWidth(), sheet.getHeight(), corners);
    Color desk =
        draw.one(
            new Color(94, 70, 48),
            new Color(60, 62, 66),
            new Color(176, 160, 134),
            new Color(150, 152, 156),
            new Color(36, 58, 52));
    BufferedImage picture =
        Blurring.of(Warp.of(sheet, move, width, height, desk), draw.between(0.5, 1.0));
    Pixels.of(picture).paper(0.96, 0.95, 0.90, 2, draw);
    Wear.shadow(picture, draw);
    return new Scanned(picture, move, 72, 0.75, false);
  }

  private static Point2D corner(int x, int y, Draw draw) {
    return new Point2D.Double(x + draw.between(-45, 45), y + draw.between(-45, 45));
  }

  static BufferedImage copy(BufferedImage picture) {
    BufferedImage copy =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    copy.getRaster().setRect(picture.getRaster());
    return copy;
  }
}
