package io.huodang.recognition.engine;

/**
 * One character as Tesseract read it, in pixels of the picture that was read.
 *
 * @param text mostly one character
 * @param confidence 0 to 1
 * @param startsWord whether a word begins here
 * @param startsLine whether a line begins here
 */
public record Symbol(
    String text,
    int left,
    int top,
    int right,
    int bottom,
    double confidence,
    boolean startsWord,
    boolean startsLine) {}
