package io.huodang.recognition;

/**
 * One character as it was read.
 *
 * @param text mostly one character
 * @param area pixels of the straightened page
 * @param confidence 0 to 1
 * @param startsWord whether the engine began a word here
 */
public record Glyph(String text, Area area, double confidence, boolean startsWord) {}
