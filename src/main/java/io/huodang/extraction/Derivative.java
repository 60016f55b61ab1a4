package io.huodang.extraction;

/**
 * A picture made from a master, left as a file in the directory that the request named.
 *
 * @param kind {@code thumb} (240 pixels wide), {@code screen} (at most 2000 pixels high), {@code
 *     full} (every pixel, upright), {@code tiles} (the same and all smaller sizes, cut: {@link
 *     io.huodang.recognition.TileFile})
 * @param fileName within the output directory
 * @param mediaType for example {@code image/jpeg}
 * @param width pixels
 * @param height pixels
 */
public record Derivative(String kind, String fileName, String mediaType, int width, int height) {}
