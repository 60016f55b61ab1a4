package io.huodang.preservation;

import io.huodang.vault.Holding;
import io.huodang.vocabulary.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The bytes that belong to a backup, read line by line. */
record ObjectList(Path file) {

  /** One of them. */
  record Listed(Holding holding, Sha256 sha256) {
    @Override
    public String toString() {
      return holding.name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + sha256;
    }
  }

  /** What is done with each. */
  @FunctionalInterface
  interface Each {
    void take(Listed listed) throws IOException;
  }

  void forEach(Each each) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split(" ");
        each.take(
            new Listed(
                Holding.valueOf(parts[0].toUpperCase(Locale.ROOT).replace('-', '_')),
                new Sha256(parts[1])));
      }
    }
  }
}
