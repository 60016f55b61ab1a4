package io.huodang.local;

import java.util.List;
import java.util.Map;

/**
 * How to run a program.
 *
 * @param command the program and its arguments
 * @param environment all variables that it sees beside a plain {@code PATH} and language
 */
public record Launch(List<String> command, Map<String, String> environment) {}
