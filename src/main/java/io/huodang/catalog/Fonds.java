package io.huodang.catalog;

/**
 * All archives of one agency (全宗).
 *
 * @param number its 全宗号
 * @param name of the agency
 */
public record Fonds(String number, String name) {}
