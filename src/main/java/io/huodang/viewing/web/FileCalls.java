package io.huodang.viewing.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.intake.ScanFile;
import io.huodang.viewing.FileLooks;
import io.huodang.viewing.Picture;
import io.huodang.viewing.Pictures;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/files}: delivered files as a whole, to be played or downloaded. */
@RestController
@RequestMapping("/api/v1/files")
class FileCalls {
  private final FileLooks looks;
  private final Pictures pictures;

  FileCalls(FileLooks looks, Pictures pictures) {
    this.looks = looks;
    this.pictures = pictures;
  }

  /** The delivered bytes, or the part of them that {@code Range} asks for. */
  @Needs(Action.VIEW_PAGE)
  @GetMapping("/{id}/master")
  void master(
      @PathVariable UUID id,
      @RequestHeader(name = "Range", required = false) @Nullable String asked,
      @RequestHeader(name = "If-Range", required = false) @Nullable String known,
      Viewer viewer,
      HttpServletResponse response)
      throws IOException {
    ScanFile file = looks.atFile(viewer, id);
    Picture whole = harmless(pictures.master(file), file);
    String tag = "\"" + file.sha256().hex() + "\"";
    response.setHeader("Accept-Ranges", "bytes");
    response.setHeader("ETag", tag);
    // Players take no notice of it; nothing else is ever opened in a browser's page. The delivered
    // name may name a person.
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment()
            .filename(id + Endings.of(file.mediaType()))
            .build()
            .toString());
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader(
        "Repr-Digest",
        "sha-256=:" + Base64.getEncoder().encodeToString(file.sha256().bytes()) + ":");
    Optional<ByteRange> part =
        known == null || known.equals(tag)
            ? ByteRange.asked(asked, whole.size())
            : Optional.empty();
    if (part.isPresent()) {
      Sending.sendPart(
          whole, part.get(), () -> pictures.masterFrom(file, part.get().from()), response);
    } else {
      Sending.send(whole, response);
    }
  }

  /** Only what is played keeps its type: anything else would be something to try and open. */
  private static Picture harmless(Picture master, ScanFile file) {
    return switch (file.kind()) {
      case SOUND, VIDEO -> master;
      case PAGES, OTHER, UNOPENED ->
          new Picture("application/octet-stream", master.size(), master.bytes());
    };
  }
}
