package io.huodang.intake;

/**
 * What someone should know of a delivery; nothing is held up by it.
 *
 * @param code countable, lower-case words joined by hyphens; screens have words for it
 * @param text which thing, without personal data: a line, a file number, a path
 */
public record Finding(String code, String text) {}
