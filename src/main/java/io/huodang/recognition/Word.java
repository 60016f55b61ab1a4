package io.huodang.recognition;

/**
 * A run of characters that were read together.
 *
 * @param text what was read, without surrounding space
 * @param box where it stands in the page's pixels
 * @param confidence 0 to 1, as the engine states it
 */
public record Word(String text, Box box, double confidence) {}
