package io.huodang.recognition;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.huodang.recognition.image.Grayness;
import java.awt.image.BufferedImage;

/**
 * In what condition a page was read, as far as its picture tells.
 *
 * @param tone how its picture was scanned
 * @param redInk share of the page that is red (seals, stamps, red heads), 0 to 1
 * @param preparation what was done to it before its lines were read
 */
public record Condition(Tone tone, double redInk, Preparation preparation) {

  /** How a picture was scanned. */
  public enum Tone {
    @JsonProperty("bilevel")
    BILEVEL,
    @JsonProperty("grey")
    GREY,
    @JsonProperty("colour")
    COLOUR
  }

  /** The condition of a page that was read from this picture. */
  public static Condition of(Picture picture, ReadPage page) {
    return new Condition(tone(picture), redInk(picture.image()), page.preparation());
  }

  private static Tone tone(Picture picture) {
    if (picture.bilevel()) {
      return Tone.BILEVEL;
    }
    return picture.image().getColorModel().getNumComponents() > 1 ? Tone.COLOUR : Tone.GREY;
  }

  private static double redInk(BufferedImage image) {
    return Math.round(Grayness.redShare(image) * 1e5) / 1e5;
  }
}
