package io.huodang.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user whom child processes run as: ourselves, or an unprivileged user when we are root, whom
 * PostgreSQL and Elasticsearch refuse.
 *
 * @param name a user name of this machine
 * @param uid its number
 * @param gid the number of its first group
 * @param other whether this is somebody else than the user whom we run as
 */
public record Account(String name, int uid, int gid, boolean other) {

  private static final Path USERS = Path.of("/etc/passwd");

  /** The system user {@code huodang} where we are root and it exists, else {@code nobody}. */
  static Account forChildren() {
    int self = ownUid();
    if (self != 0) {
      return new Account(System.getProperty("user.name"), self, ownGid(), false);
    }
    return Stream.of("huodang", "nobody")
        .flatMap(Account::named)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Neither user huodang nor user nobody exists here"));
  }

  private static Stream<Account> named(String name) {
    try (Stream<String> lines = Files.lines(USERS)) {
      return lines
          .map(line -> line.split(":", -1))
          .filter(user -> user.length > 3 && user[0].equals(name))
          .map(
              user -> new Account(name, Integer.parseInt(user[2]), Integer.parseInt(user[3]), true))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same command, run by this user with no more rights than it has. */
  List<String> running(List<String> command) {
    if (!other) {
      return command;
    }
    List<String> whole = new ArrayList<>();
    whole.addAll(
        List.of("setpriv", "--reuid", "" + uid, "--regid", "" + gid, "--clear-groups", "--"));
    whole.addAll(command);
    return whole;
  }

  /** Hands a file or a folder with all that is in it to this user; does nothing where it is so. */
  void own(Path path) throws IOException {
    if (!other || uid == (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    UserPrincipal user =
        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
    // A folder is handed over after what is in it: a start that is cut short is then repeated.
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            handOver(file, user);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            handOver(directory, user);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void handOver(Path path, UserPrincipal user) throws IOException {
    Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(path, "posix:owner", user, LinkOption.NOFOLLOW_LINKS);
  }

  private static int ownUid() {
    return ownAttribute("unix:uid");
  }

  private static int ownGid() {
    return ownAttribute("unix:gid");
  }

  private static int ownAttribute(String attribute) {
    try {
      return (int) Files.getAttribute(Path.of("/proc/self"), attribute);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
