package io.huodang.local;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a server could start on a home, without touching it.
 *
 * @param found what is there
 * @param findings what would hinder a start, and what to do; empty when nothing would
 */
public record HomeExamination(String found, List<String> findings) {

  /** Looks at a home, or at where it would be made. */
  public static HomeExamination of(Path home) {
    List<String> findings = new ArrayList<>();
    String found = home.toString();
    try {
      boolean there = Files.isDirectory(home);
      Path nearest = nearest(home);
      if (!Files.isWritable(nearest)) {
        findings.add(
            "%s cannot be written by %s; name another --home, or run as its owner"
                .formatted(nearest, System.getProperty("user.name")));
      }
      found =
          "%s (%s, %d GB free)"
              .formatted(
                  home,
                  !there
                      ? "will be made"
                      : Home.user(home).isPresent() ? "a server runs on it" : "idle",
                  Files.getFileStore(nearest).getUsableSpace() >> 30);
      hinders(findings, () -> Home.refuseFullDisk(nearest));
      if (there && Files.exists(home.resolve("format"))) {
        hinders(findings, () -> HomeFormat.check(home));
      }
      if (findings.isEmpty()) {
        hinders(findings, () -> Home.refuseClosed(nearest, Account.forChildren()));
      }
    } catch (IOException e) {
      findings.add("%s cannot be looked at (%s)".formatted(home, e.getClass().getSimpleName()));
    }
    return new HomeExamination(found, findings);
  }

  private interface Look {
    void at() throws IOException;
  }

  private static void hinders(List<String> findings, Look look) throws IOException {
    try {
      look.at();
    } catch (Refusal e) {
      findings.add(String.valueOf(e.getMessage()));
    }
  }

  private static Path nearest(Path home) {
    Path nearest = home;
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    return nearest;
  }
}
