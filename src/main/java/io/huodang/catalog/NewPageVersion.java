package io.huodang.catalog;

import io.huodang.vocabulary.Reason;
import io.huodang.vocabulary.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a page, to be recorded as its next version.
 *
 * @param asDelivered whether browsers show the delivered file as this page, before any rotation
 * @param seconds of one core that the reading took
 * @param condition in what condition it was read, as JSON; null when nothing was read
 * @param flag why a person should look at the page, null when nobody needs to
 */
public record NewPageVersion(
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
    double seconds,
    @Nullable String condition,
    List<PageVersion.Picture> derivatives,
    List<NewReading> readings,
    @Nullable Reason flag) {

  public NewPageVersion {
    derivatives = List.copyOf(derivatives);
    readings = List.copyOf(readings);
  }
}
