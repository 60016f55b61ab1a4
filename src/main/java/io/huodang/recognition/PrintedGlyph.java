package io.huodang.recognition;

/**
 * A character that the delivered file itself tells, and that can be seen on the page.
 *
 * @param text mostly one character; blank where a word ends
 * @param box where it stands, page pixels
 */
public record PrintedGlyph(String text, Box box) {}
