package io.huodang.extraction;

import io.huodang.recognition.Condition;
import io.huodang.recognition.PageText;
import io.huodang.vocabulary.SeparatorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading one page of a file. */
public sealed interface PageOutcome {

  /**
   * The page was decoded and read, be it to no text at all.
   *
   * @param width page pixels, see {@link io.huodang.recognition.Picture}; boxes are in these
   * @param height page pixels
   * @param dpi as the file states it, else estimated from an A4 side
   * @param rotation degrees clockwise that make the page upright: 0, 90, 180, 270
   * @param asDelivered whether browsers show the delivered file as this page, before any rotation
   * @param skew degrees by which the upright page still leaned, clockwise positive
   * @param blank nothing is written on it
   * @param text words with boxes
   * @param confidence mean of the words, 0 to 1
   * @param documentType code of the document type, null when none fits
   * @param title the form's printed heading, null when none was found
   * @param fields at most one reading a field
   * @param people rows, when the form lists many people
   * @param derivatives pictures that were written
   * @param condition in what condition it was read; null when it was not
   * @param separator what its code says when it is a separator sheet, else null
   * @param flag why a person should look, null when nobody needs to: a countable code
   * @param seconds of one core
   */
  record Read(
      int width,
      int height,
      int dpi,
      int rotation,
      boolean asDelivered,
      double skew,
      boolean blank,
      PageText text,
      double confidence,
      @Nullable String documentType,
      @Nullable String title,
      List<FieldReading> fields,
      List<PersonRow> people,
      List<Derivative> derivatives,
      @Nullable Condition condition,
      @Nullable SeparatorCode separator,
      @Nullable String flag,
      double seconds)
      implements PageOutcome {

    public Read {
      fields = List.copyOf(fields);
      people = List.copyOf(people);
      derivatives = List.copyOf(derivatives);
    }
  }

  /**
   * The page cannot be decoded; the master is kept.
   *
   * @param code countable
   * @param text one sentence for a person
   */
  record Refused(String code, String text) implements PageOutcome {}
}
