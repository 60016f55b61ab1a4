package io.huodang.recognition;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;

/** What happens to paper before and while it is scanned. */
public enum Damage {
  NONE {
    @Override
    public BufferedImage on(BufferedImage page, long seed) {
      return page;
    }
  },
  /** A red seal over the upper fields. */
  SEAL {
    @Override
    public BufferedImage on(BufferedImage page, long seed) {
      BufferedImage seal =
          new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
      Graphics2D pen = seal.createGraphics();
      pen.setStroke(new BasicStroke(14));
      pen.drawOval(650, 420, 440, 440);
      pen.fillOval(830, 600, 80, 80);
      pen.dispose();
      BufferedImage sealed = copy(page);
      for (int y = 400; y < 880; y++) {
        for (int x = 630; x < 1110; x++) {
          if ((seal.getRGB(x, y) & 0xFF) != 0) {
            Color paper = new Color(page.getRGB(x, y));
            // Ink of a seal is translucent: what is black below it stays black.
            Color ink =
                new Color(
                    paper.getRed() * 225 / 255,
                    paper.getGreen() * 70 / 255,
                    paper.getBlue() * 80 / 255);
            sealed.setRGB(x, y, ink.getRGB());
          }
        }
      }
      return sealed;
    }
  },
  /** Two degrees clockwise. */
  SKEW {
    @Override
    public BufferedImage on(BufferedImage page, long seed) {
      return turned(page, place(page, seed));
    }

    @Override
    public AffineTransform place(BufferedImage page, long seed) {
      return AffineTransform.getRotateInstance(
          Math.toRadians(2), page.getWidth() / 2.0, page.getHeight() / 2.0);
    }
  },
  SPECKLE {
    @Override
    public BufferedImage on(BufferedImage page, long seed) {
      BufferedImage speckled = copy(page);
      Random random = new Random(seed);
      Graphics2D pen = speckled.createGraphics();
      pen.setColor(Color.BLACK);
      for (int i = 0; i < 9000; i++) {
        int size = 1 + random.nextInt(3);
        pen.fillRect(random.nextInt(page.getWidth()), random.nextInt(page.getHeight()), size, size);
      }
      pen.dispose();
      return speckled;
    }
  },
  BLUR {
    @Override
    public BufferedImage on(BufferedImage page, long seed) {
      float[] weights = new float[25];
      Arrays.fill(weights, 1 / 25f);
      return new ConvolveOp(new Kernel(5, 5, weights), ConvolveOp.EDGE_NO_OP, null)
          .filter(page, null);
    }
  },
  /** White print on black, as a microfilm shows it. */
  NEGATIVE {
    @Override
    public BufferedImage on(BufferedImage page, long seed) {
      BufferedImage negative = copy(page);
      Graphics2D pen = negative.createGraphics();
      pen.setColor(Color.BLACK);
      pen.setXORMode(Color.WHITE);
      pen.fillRect(0, 0, page.getWidth(), page.getHeight());
      pen.dispose();
      return negative;
    }
  },
  UPSIDE_DOWN {
    @Override
    public BufferedImage on(BufferedImage page, long seed) {
      return turned(page, place(page, seed));
    }

    @Override
    public AffineTransform place(BufferedImage page, long seed) {
      return AffineTransform.getQuadrantRotateInstance(
          2, page.getWidth() / 2.0, page.getHeight() / 2.0);
    }
  },
  /** Lying on its left side: to be turned clockwise by 90 degrees. */
  LYING {
    @Override
    public BufferedImage on(BufferedImage page, long seed) {
      BufferedImage lying =
          new BufferedImage(page.getHeight(), page.getWidth(), BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D pen = lying.createGraphics();
      pen.drawImage(page, place(page, seed), null);
      pen.dispose();
      return lying;
    }

    @Override
    public AffineTransform place(BufferedImage page, long seed) {
      AffineTransform place = AffineTransform.getTranslateInstance(0, page.getWidth());
      place.quadrantRotate(3);
      return place;
    }
  };

  /** The damaged page. */
  public abstract BufferedImage on(BufferedImage page, long seed);

  /** Where a place of the whole page went. */
  public AffineTransform place(BufferedImage page, long seed) {
    return new AffineTransform();
  }

  /** The rectangle around where a rectangle of the whole page went. */
  public Rectangle place(BufferedImage page, long seed, Rectangle whole) {
    return place(page, seed).createTransformedShape(whole).getBounds();
  }

  private static BufferedImage copy(BufferedImage page) {
    return turned(page, new AffineTransform());
  }

  private static BufferedImage turned(BufferedImage page, AffineTransform place) {
    BufferedImage turned =
        new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = turned.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, turned.getWidth(), turned.getHeight());
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(page, place, null);
    pen.dispose();
    return turned;
  }
}
