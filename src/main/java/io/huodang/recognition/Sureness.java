package io.huodang.recognition;

import java.util.Arrays;
import java.util.Locale;

/**
 * How sure a reading is, in bands. Their colours are told apart by every kind of eye (Okabe and Ito
 * 2008), from blue, which is sure, to vermilion.
 */
public enum Sureness {
  SURE(0.95, 0x0072B2),
  LIKELY(0.85, 0x56B4E9),
  FAIR(0.7, 0xF0E442),
  DOUBTFUL(0.5, 0xE69F00),
  POOR(0, 0xD55E00);

  private final double from;
  private final int colour;

  Sureness(double from, int colour) {
    this.from = from;
    this.colour = colour;
  }

  /** The band of a confidence from 0 to 1. */
  public static Sureness of(double confidence) {
    return Arrays.stream(values()).filter(band -> confidence >= band.from).findFirst().orElse(POOR);
  }

  /** The least confidence of the band, 0 to 1. */
  public double from() {
    return from;
  }

  /** 24 bits: red, green, blue. */
  public int colour() {
    return colour;
  }

  /** For example {@code sure}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
