package io.huodang.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a program has for its own: a folder in the home, a log, a port, and the user it runs as.
 *
 * @param directory every process whose working directory lies in it belongs to the program
 * @param log what it prints is appended here
 * @param account whom it runs as, who owns the folder
 * @param port on loopback, the same for as long as this object lives
 */
public record Place(Path directory, Path log, Account account, int port) {

  static Place in(Home home, String name) throws IOException {
    return new Place(home.directory(name), home.log(name), home.account(), FreePort.choose());
  }

  /** A folder in the program's own, which its user may write. */
  Path folder(String name) throws IOException {
    Path folder = Files.createDirectories(directory.resolve(name));
    account.own(folder);
    return folder;
  }

  /** Where it is found by programs that speak HTTP. */
  String url() {
    return "http://127.0.0.1:" + port;
  }
}
