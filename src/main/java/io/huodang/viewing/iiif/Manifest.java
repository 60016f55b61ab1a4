package io.huodang.viewing.iiif;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item for viewers (Presentation API 3.0): texts are by language.
 *
 * @param metadata what a viewer shows beside it; never a citizen ID
 * @param requiredStatement what it must show: whose archives these are; left out when unknown
 * @param items the pages in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
    @JsonProperty("@context") String context,
    String id,
    String type,
    Map<String, List<String>> label,
    List<Statement> metadata,
    @Nullable Statement requiredStatement,
    List<Canvas> items) {
  public static final String CONTEXT = "http://iiif.io/api/presentation/3/context.json";

  /** A label and its value. */
  public record Statement(Map<String, List<String>> label, Map<String, List<String>> value) {}

  /**
   * A page.
   *
   * @param width of the page as it is shown, in its own pixels
   * @param thumbnail left out when none was made as yet
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Canvas(
      String id,
      String type,
      Map<String, List<String>> label,
      int width,
      int height,
      @Nullable List<Thumbnail> thumbnail,
      List<AnnotationPage> items) {}

  /** A small picture, pixels. */
  public record Thumbnail(String id, String type, String format, int width, int height) {}

  /** What stands on a canvas: the page's picture; nothing when it was not read. */
  public record AnnotationPage(String id, String type, List<Painting> items) {}

  /** The page's picture on its canvas. */
  public record Painting(String id, String type, String motivation, Body body, String target) {}

  /** The page's picture. */
  public record Body(String id, String type, String format, List<Service> service) {}

  /** Where every part of the picture is had. */
  public record Service(String id, String type, String profile) {}
}
