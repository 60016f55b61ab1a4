package io.huodang.viewing.iiif;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.huodang.recognition.TileGrid;
import io.huodang.viewing.TiledPicture;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a viewer has to know of a page's picture before it asks for a part (Image API 3.0, 5).
 *
 * @param id the address that all its images begin with
 * @param width pixels of the page as it is shown: turned as a person or the reading turned it
 * @param sizes of the whole that cost nothing to make, the smallest first
 * @param extraQualities all but {@code default}
 */
public record ImageInfo(
    @JsonProperty("@context") String context,
    String id,
    String type,
    String protocol,
    String profile,
    int width,
    int height,
    int maxWidth,
    int maxHeight,
    int maxArea,
    List<Size> sizes,
    List<Tiles> tiles,
    List<String> extraQualities) {

  public static final String CONTEXT = "http://iiif.io/api/image/3/context.json";

  /** A size of the whole, pixels. */
  public record Size(int width, int height) {}

  /** Square tiles, pixels, and by how much each of them is smaller than its region. */
  public record Tiles(int width, List<Integer> scaleFactors) {}

  public static ImageInfo of(TiledPicture picture, String id) {
    TileGrid grid = picture.grid();
    return new ImageInfo(
        CONTEXT,
        id,
        "ImageService3",
        "http://iiif.io/api/image",
        "level2",
        grid.width(),
        grid.height(),
        Limits.SIDE,
        Limits.SIDE,
        Limits.AREA,
        IntStream.iterate(grid.levels() - 1, level -> level >= 0, level -> level - 1)
            .mapToObj(level -> new Size(grid.width(level), grid.height(level)))
            .filter(size -> Limits.hold(size.width(), size.height()))
            .toList(),
        List.of(
            new Tiles(
                TileGrid.TILE,
                IntStream.range(0, grid.levels()).map(level -> 1 << level).boxed().toList())),
        picture.colour() ? List.of("color", "gray", "bitonal") : List.of("gray", "bitonal"));
  }
}
