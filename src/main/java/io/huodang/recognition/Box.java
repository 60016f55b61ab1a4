package io.huodang.recognition;

/**
 * A rectangle in the page's pixels (see {@link Picture}), before any rotation or straightening.
 *
 * @param x pixels from the left edge
 * @param y pixels from the top edge
 * @param width pixels
 * @param height pixels
 */
public record Box(int x, int y, int width, int height) {}
