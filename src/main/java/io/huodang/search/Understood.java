package io.huodang.search;

/**
 * How a query was taken.
 *
 * @param kind {@code citizen-id id-part number date name name-pattern mixed pinyin initials
 *     employer text several}
 * @param query the query as it was tidied, numbers of the form of an ID masked
 */
public record Understood(String kind, String query) {}
