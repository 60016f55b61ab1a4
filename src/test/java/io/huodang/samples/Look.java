package io.huodang.samples;

import io.huodang.invented.Draw;
import java.awt.Color;

/**
 * How one form looks: its printer's faces and sizes, and the pen of whoever filled it in.
 *
 * @param size of its text, pixels at 300 dots an inch
 * @param byHand whether it was filled in by hand
 * @param rule width of its ruled lines, pixels
 */
public record Look(
    Face heading,
    Face label,
    Face value,
    Face hand,
    int size,
    boolean byHand,
    Color print,
    Color ink,
    int rule) {

  /** Drawn from a seed. */
  static Look of(Draw draw, boolean byHand) {
    Face print = Face.printed(draw).orElseThrow();
    int black = draw.between(0, 50);
    return new Look(
        draw.chance(0.6) ? print : Face.printed(draw).orElseThrow(),
        print,
        draw.chance(0.7) ? print : Face.printed(draw).orElseThrow(),
        Face.script(draw).orElseThrow(),
        draw.between(40, 48),
        byHand,
        new Color(black, black, black),
        draw.one(new Color(20, 25, 60), new Color(15, 15, 20), new Color(25, 40, 120)),
        draw.between(2, 5));
  }
}
