package io.huodang.viewing.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.viewing.Looks;
import io.huodang.viewing.Picture;
import io.huodang.viewing.Pictures;
import io.huodang.viewing.TiledPicture;
import io.huodang.viewing.iiif.ImageInfo;
import io.huodang.viewing.iiif.ImageRequest;
import io.huodang.viewing.iiif.Images;
import io.huodang.viewing.iiif.Manifest;
import io.huodang.viewing.iiif.Manifests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * {@code /api/v1/iiif}: pages and items for viewers of others (IIIF Image API 3.0, level 2, and
 * Presentation API 3.0). What people see is what these give: the page as it is shown, turned.
 */
@RestController
@RequestMapping("/api/v1/iiif")
class IiifCalls {
  private static final String IMAGE_INFO =
      "application/ld+json;profile=\"" + ImageInfo.CONTEXT + "\"";
  private static final String MANIFEST = "application/ld+json;profile=\"" + Manifest.CONTEXT + "\"";

  private final Looks looks;
  private final Pictures pictures;
  private final Images images;
  private final Manifests manifests;

  IiifCalls(Looks looks, Pictures pictures, Images images, Manifests manifests) {
    this.looks = looks;
    this.pictures = pictures;
    this.images = images;
    this.manifests = manifests;
  }

  /** Leads on to what there is to know of the picture. */
  @Needs(Action.VIEW_PAGE)
  @GetMapping("/3/{id}")
  ResponseEntity<Void> base(@PathVariable UUID id) {
    return open(HttpStatus.SEE_OTHER)
        .location(URI.create("/api/v1/iiif/3/" + id + "/info.json"))
        .build();
  }

  @Needs(Action.VIEW_PAGE)
  @GetMapping(
      path = "/3/{id}/info.json",
      produces = {IMAGE_INFO, MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<ImageInfo> info(@PathVariable UUID id, Viewer viewer, HttpServletRequest request)
      throws IOException, InterruptedException {
    TiledPicture picture = pictures.tiles(looks.atTiles(viewer, id));
    return open(HttpStatus.OK).body(ImageInfo.of(picture, calls(request) + "/iiif/3/" + id));
  }

  @Needs(Action.VIEW_PAGE)
  @GetMapping("/3/{id}/{region}/{size}/{rotation}/{quality}.{format}")
  void image(
      @PathVariable UUID id,
      @PathVariable String region,
      @PathVariable String size,
      @PathVariable String rotation,
      @PathVariable String quality,
      @PathVariable String format,
      Viewer viewer,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    TiledPicture picture = pictures.tiles(looks.atTiles(viewer, id));
    ImageRequest asked =
        ImageRequest.of(
            region,
            size,
            rotation,
            quality,
            format,
            picture.grid().width(),
            picture.grid().height());
    Picture image = images.make(picture, asked);
    response.setHeader("Access-Control-Allow-Origin", "*");
    Sending.send(image, response);
  }

  @Needs(Action.VIEW_ITEM)
  @GetMapping(
      path = "/presentation/3/items/{id}/manifest",
      produces = {MANIFEST, MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<Manifest> manifest(
      @PathVariable UUID id, Viewer viewer, HttpServletRequest request) {
    return open(HttpStatus.OK).body(manifests.of(viewer, id, calls(request)));
  }

  /** Any page of the web may read it that shows who asks: cookies are not sent along with that. */
  private static ResponseEntity.BodyBuilder open(HttpStatus status) {
    return ResponseEntity.status(status).header("Access-Control-Allow-Origin", "*");
  }

  /** IIIF names everything by its whole address. */
  private static String calls(HttpServletRequest request) {
    return ServletUriComponentsBuilder.fromContextPath(request).path("/api/v1").toUriString();
  }
}
