package io.huodang.catalog;

import io.huodang.vocabulary.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a page: geometry, text and pictures.
 *
 * @param id its own
 * @param version from 1
 * @param width page pixels: boxes are in these
 * @param height page pixels
 * @param dpi dots per inch
 * @param rotation degrees clockwise that make the page upright: 0, 90, 180, 270
 * @param asDelivered whether browsers show the delivered file as this page, before any rotation
 * @param skew degrees, clockwise positive
 * @param blank nothing is written on it
 * @param confidence mean of the words, 0 to 1
 * @param documentType code of the document type, null when none fits
 * @param title printed heading, null when none was found
 * @param engine which engine read it
 * @param text under which hash the vault keeps the page text
 * @param derivatives pictures in the vault
 */
public record PageVersion(
    UUID id,
    int version,
    int width,
    int height,
    int dpi,
    int rotation,
    boolean asDelivered,
    double skew,
    boolean blank,
    double confidence,
    @Nullable String documentType,
    @Nullable String title,
    String engine,
    Sha256 text,
    List<Picture> derivatives) {

  public PageVersion {
    derivatives = List.copyOf(derivatives);
  }

  /**
   * The picture of a kind ({@code thumb}, {@code screen}, {@code full}, {@code tiles}), if it was
   * made.
   */
  public Optional<Picture> derivative(String kind) {
    return derivatives.stream().filter(picture -> picture.kind().equals(kind)).findFirst();
  }

  /**
   * A derivative in the vault.
   *
   * @param kind {@code thumb}, {@code screen}, {@code full} or {@code tiles}
   * @param sha256 under which the vault keeps it
   * @param size bytes
   * @param mediaType for example {@code image/jpeg}
   * @param width pixels
   * @param height pixels
   */
  public record Picture(
      String kind, Sha256 sha256, long size, String mediaType, int width, int height) {}
}
