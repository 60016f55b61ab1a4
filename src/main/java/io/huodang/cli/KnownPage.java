package io.huodang.cli;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A scanned page whose text is known.
 *
 * @param page from 1
 * @param damage what happened to it, {@code clean} or {@code none} when nothing did
 * @param byHand whether it was filled in by hand
 * @param pageClass how it is laid out
 * @param documentType null where nobody said
 * @param text what is printed
 * @param fields values by field, as the API names them
 * @param rows of a list, each with its values by field
 */
record KnownPage(
    Path file,
    int page,
    String damage,
    boolean byHand,
    PageClass pageClass,
    @Nullable String documentType,
    String text,
    Map<String, String> fields,
    List<Map<String, String>> rows) {

  /** ID numbers of the rows of a list. */
  List<String> people() {
    return rows.stream().flatMap(row -> Stream.ofNullable(row.get("citizenId"))).toList();
  }

  /** What happened to it, or that it was filled in by hand, which is counted apart. */
  String group() {
    return byHand ? "by hand" : damage;
  }

  /** Whether nothing happened to it. */
  boolean isClean() {
    return damage.equals("clean") || damage.equals("none");
  }

  /**
   * Reads the truth of a folder of scans.
   *
   * @param truth a list of files with their pages, as {@code bench samples} writes it; or an object
   *     by page name with {@code lines} and the fields name, id, ins, for scans in one folder for
   *     each kind of damage
   */
  static List<KnownPage> of(Path scans, Path truth) throws IOException {
    if (!Files.isDirectory(scans)) {
      throw new Refusal("no-such-folder", scans + " is no folder of scans");
    }
    JsonNode document = JsonMapper.shared().readTree(truth.toFile());
    return document.has("files") ? ofFiles(scans, document) : ofNames(scans, document);
  }

  private static List<KnownPage> ofFiles(Path scans, JsonNode document) {
    List<KnownPage> pages = new ArrayList<>();
    for (JsonNode file : document.get("files")) {
      for (JsonNode page : file.get("pages")) {
        pages.add(
            new KnownPage(
                scans.resolve(file.get("file").asString()),
                page.get("page").asInt(),
                page.get("damage").asString(),
                page.get("byHand").asBoolean(),
                PageClass.of(
                    page.path("class").asString(null), page.get("documentType").asString()),
                page.get("documentType").asString(),
                joined(page.get("lines")),
                values(page.get("fields")),
                page.get("people").valueStream().map(KnownPage::values).toList()));
      }
    }
    return pages;
  }

  private static List<KnownPage> ofNames(Path scans, JsonNode document) throws IOException {
    List<KnownPage> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(scans, 2)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        JsonNode page = document.get(nameOf(file));
        if (page != null) {
          pages.add(
              new KnownPage(
                  file,
                  1,
                  nameOf(file.resolveSibling("")),
                  false,
                  PageClass.of(page.path("class").asString(null), null),
                  null,
                  joined(page.get("lines")),
                  Map.of(
                      "personName", page.at("/fields/name").asString(),
                      "citizenId", page.at("/fields/id").asString(),
                      "insuredNumber", page.at("/fields/ins").asString()),
                  List.of()));
        }
      }
    }
    return pages;
  }

  private static Map<String, String> values(JsonNode fields) {
    Map<String, String> values = new LinkedHashMap<>();
    fields.forEachEntry(
        (name, value) -> {
          if (value.isString()) {
            values.put(name, value.asString());
          }
        });
    return values;
  }

  private static String nameOf(Path file) {
    String name = String.valueOf(file.normalize().getFileName());
    return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
  }

  private static String joined(JsonNode lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.asString()));
    return text.toString();
  }
}
