package io.huodang.search;

import io.huodang.access.Rights;
import io.huodang.search.PageDocument.Place;
import java.io.IOException;
import java.util.List;

/** Something that finds: the index, or the registry in its stead. */
interface Finder {

  /** Persons, best first. */
  List<Found> people(Question question, SearchRequest request, Rights rights) throws IOException;

  /**
   * Persons whose name is similar, when nobody was found for certain; nobody when that cannot be
   * told.
   */
  default List<Found> similar(Question question, SearchRequest request, Rights rights)
      throws IOException {
    return List.of();
  }

  /**
   * Items by what stands on them and by whom they are about, best first.
   *
   * @param people whom the question found
   */
  List<Found> items(Question question, SearchRequest request, Rights rights, List<Found> people)
      throws IOException;

  /** Pages by their text, best first. */
  List<Place> pages(Question question, SearchRequest request, Rights rights) throws IOException;

  /** Whether it ended before all was looked for, because that took too long. */
  default boolean isCutShort() {
    return false;
  }
}
