package io.huodang.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The roster and the batches of {@code ingest/samples}, given to a home once: its persons are known
 * before any paper of theirs comes.
 *
 * <p>What was delivered is noted in the home as it goes, so that a start that was cut short is
 * taken up where it ended.
 */
final class Demo {
  private static final String ROSTER = "roster.csv";

  private final Path samples;
  private final Path notes;

  Demo(Path samples, Path home) {
    this.samples = samples;
    this.notes = home.resolve("demo.json");
  }

  /**
   * An entry of {@code batches.yaml}: the files of a folder, and what becomes of them.
   *
   * @param catalogue a file of that folder; null when none came with it
   */
  private record SampleBatch(
      @JsonProperty(required = true) String folder,
      @JsonProperty(required = true) String title,
      @JsonProperty(required = true) String source,
      @JsonProperty(required = true) String arrangement,
      @Nullable String catalogue) {}

  /** A batch that was opened in this home, or the roster, which came as a whole. */
  private record Delivered(String batch, boolean sealed) {}

  /**
   * Delivers what was not delivered yet.
   *
   * @return what was done, in a line
   */
  String deliverTo(Server server) throws IOException, InterruptedException {
    List<SampleBatch> wanted =
        new YAMLMapper()
            .readValue(samples.resolve("batches.yaml").toFile(), new TypeReference<>() {});
    Map<String, Delivered> done = done();
    if (!done.containsKey(ROSTER)) {
      note(done, ROSTER, new Delivered(importRoster(server, samples.resolve(ROSTER)), true));
    }
    int batches = 0;
    int files = 0;
    for (SampleBatch batch : wanted) {
      Delivered before = done.get(batch.folder);
      if (before != null && before.sealed) {
        continue;
      }
      String id = before == null ? open(server, batch) : before.batch;
      note(done, batch.folder, new Delivered(id, false));
      if (server.get("/batches/" + id).path("state").asString().equals("open")) {
        files += send(server, id, batch);
        server.post("/batches/" + id + "/seal", null);
      }
      note(done, batch.folder, new Delivered(id, true));
      batches++;
    }
    return batches == 0
        ? "the sample batches were delivered before; nothing was delivered twice"
        : "the roster was imported, and %d sample batches with %d files were delivered; they are being read now"
            .formatted(batches, files);
  }

  /** Imports a roster, and returns the id of the import when its persons are known. */
  static String importRoster(Server server, Path file) throws IOException, InterruptedException {
    JsonNode roster = server.postRoster(file, false);
    String id = roster.path("id").asString();
    while (RosterCommand.isUnderWay(roster)) {
      Thread.sleep(100);
      roster = server.get("/roster/imports/" + id);
    }
    if (roster.path("reason").isObject()) {
      throw new Refusal(roster.at("/reason/code").asString(), roster.at("/reason/text").asString());
    }
    return id;
  }

  private static String open(Server server, SampleBatch batch)
      throws IOException, InterruptedException {
    return server
        .post(
            "/batches",
            Map.of("title", batch.title, "source", batch.source, "arrangement", batch.arrangement))
        .path("id")
        .asString();
  }

  private int send(Server server, String id, SampleBatch batch)
      throws IOException, InterruptedException {
    Path folder = samples.resolve(batch.folder);
    Path catalogue = batch.catalogue == null ? null : folder.resolve(batch.catalogue);
    if (catalogue != null) {
      server.put("/batches/" + id + "/catalogue", catalogue, "UTF-8''catalogue.csv");
    }
    int sent = 0;
    for (Parcel parcel : Parcel.in(List.of(folder), catalogue)) {
      parcel.sendTo(server, id, ++sent);
    }
    return sent;
  }

  private Map<String, Delivered> done() {
    @Nullable Map<String, Delivered> noted =
        Files.exists(notes)
            ? JsonMapper.shared().readValue(notes.toFile(), new TypeReference<>() {})
            : null;
    return noted == null ? new LinkedHashMap<>() : noted;
  }

  private void note(Map<String, Delivered> done, String what, Delivered state) throws IOException {
    done.put(what, state);
    Path part = notes.resolveSibling("demo.json.part");
    JsonMapper.shared().writeValue(part.toFile(), done);
    Files.move(part, notes, StandardCopyOption.ATOMIC_MOVE);
  }
}
