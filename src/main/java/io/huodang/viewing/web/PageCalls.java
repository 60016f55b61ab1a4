package io.huodang.viewing.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.recognition.Word;
import io.huodang.viewing.Looks;
import io.huodang.viewing.Picture;
import io.huodang.viewing.Pictures;
import io.huodang.viewing.SeenPage;
import io.huodang.viewing.Size;
import io.huodang.vocabulary.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/pages}: every look is on record before a byte leaves. */
@RestController
@RequestMapping("/api/v1/pages")
class PageCalls {
  private final Looks looks;
  private final Pictures pictures;

  PageCalls(Looks looks, Pictures pictures) {
    this.looks = looks;
    this.pictures = pictures;
  }

  /** The words of a page, in reading order. */
  record Text(List<TextWord> words) {}

  /** A word, its box (x, y, width, height in the page's pixels) and confidence (0 to 1). */
  record TextWord(String text, List<Integer> box, double confidence) {}

  /** Pages that stood on the screen. */
  record Shown(@Nullable List<UUID> pages) {}

  @Needs(Action.VIEW_PAGE)
  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  PageDocument page(@PathVariable UUID id, Viewer viewer) {
    return PageDocument.of(looks.atPage(viewer, id, "view-page", Map.of()));
  }

  @Needs(Action.VIEW_PAGE)
  @GetMapping(path = "/{id}/text", produces = MediaType.APPLICATION_JSON_VALUE)
  Text text(@PathVariable UUID id, Viewer viewer) throws IOException {
    SeenPage seen = looks.atPage(viewer, id, "view-page-text", Map.of());
    return new Text(
        pictures.text(seen).lines().stream()
            .flatMap(line -> line.words().stream())
            .map(PageCalls::word)
            .toList());
  }

  @Needs(Action.VIEW_PAGE)
  @GetMapping("/{id}/image")
  void image(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "screen") String size,
      Viewer viewer,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    Size wanted = Size.of(size);
    SeenPage seen = looks.atPage(viewer, id, "view-page-image", Map.of("size", wanted.word()));
    Sending.send(pictures.of(seen, wanted), response);
  }

  @Needs(Action.VIEW_PAGE)
  @GetMapping("/{id}/master")
  void master(@PathVariable UUID id, Viewer viewer, HttpServletResponse response)
      throws IOException {
    SeenPage seen = looks.atPage(viewer, id, "download-master", Map.of());
    Picture master = pictures.master(seen);
    // Delivered bytes are never opened in a browser's page, and their name may name a person.
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment()
            .filename(id + Endings.of(master.mediaType()))
            .build()
            .toString());
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Repr-Digest", "sha-256=:" + base64(seen) + ":");
    Sending.send(master, response);
  }

  @Needs(Action.VIEW_PAGE)
  @PostMapping("/shown")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void shown(@RequestBody Shown shown, Viewer viewer) {
    List<UUID> ids = shown.pages();
    if (ids == null) {
      throw new Refusal("bad-request", "Name the pages that were shown.");
    }
    looks.shown(viewer, ids);
  }

  private static TextWord word(Word word) {
    return new TextWord(
        word.text(),
        List.of(word.box().x(), word.box().y(), word.box().width(), word.box().height()),
        word.confidence());
  }

  private static String base64(SeenPage seen) {
    return java.util.Base64.getEncoder().encodeToString(seen.file().sha256().bytes());
  }
}
