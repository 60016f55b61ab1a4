package io.huodang.vocabulary;

/**
 * Why something was flagged, held or quarantined.
 *
 * @param code countable, in lower-case words joined by hyphens; screens translate it
 * @param text one sentence for a person, without personal data
 */
public record Reason(String code, String text) {}
