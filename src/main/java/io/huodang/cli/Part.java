package io.huodang.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that the server needs beside itself.
 *
 * @param name what people call it
 * @param host where it listens
 * @param port where it listens
 * @param folder the folder in the home in which it works; empty when it was not started by us
 */
record Part(String name, String host, int port, Optional<String> folder) {
  private static final Pattern AUTHORITY = Pattern.compile("//(?:[^/@]*@)?([^/:?]+)(?::(\\d+))?");

  /** One that a setting names by its address. */
  static Part elsewhere(String name, String url, int usualPort) {
    Matcher authority = AUTHORITY.matcher(url);
    boolean found = authority.find();
    return new Part(
        name,
        found ? authority.group(1) : url,
        found && authority.group(2) != null ? Integer.parseInt(authority.group(2)) : usualPort,
        Optional.empty());
  }
}
