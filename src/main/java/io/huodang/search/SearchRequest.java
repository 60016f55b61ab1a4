package io.huodang.search;

import io.huodang.vocabulary.Refusal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What someone looks for.
 *
 * @param query what was typed: a name, a number, part of one, pinyin, initials, an employer, words
 *     of a page
 * @param in the sections to search
 * @param limit rows of each section, 1 to 100
 * @param category only items of this category, and people and pages in them; null: any
 * @param track only items on this track, and their pages; null: any
 * @param nearMisses whether what only comes near is looked for too
 */
public record SearchRequest(
    String query,
    Set<Section> in,
    int limit,
    @Nullable UUID category,
    @Nullable Track track,
    boolean nearMisses) {
  private static final int LONGEST = 200;
  private static final int MOST = 100;

  public SearchRequest {
    if (query.length() > LONGEST) {
      throw new Refusal("query-too-long", "A query has at most %d characters.".formatted(LONGEST));
    }
    query = QueryText.visible(query).strip();
    if (query.isEmpty()) {
      throw new Refusal("empty-query", "Type a name, a number or some words to look for.");
    }
    if (limit < 1 || limit > MOST) {
      throw new Refusal("bad-limit", "A limit is between 1 and %d.".formatted(MOST));
    }
    in = Set.copyOf(in);
  }

  public SearchRequest(
      String query, Set<Section> in, int limit, @Nullable UUID category, @Nullable Track track) {
    this(query, in, limit, category, track, true);
  }

  /** People of whom someone who is still typing may think. */
  static SearchRequest whileTyping(String query, int limit) {
    return new SearchRequest(query, Set.of(Section.PEOPLE), limit, null, null, false);
  }

  /** Ten rows of everything. */
  public static SearchRequest of(String query) {
    return new SearchRequest(query, Set.of(Section.values()), 10, null, null);
  }

  /** The same for fewer rows, if it asks for more. */
  SearchRequest atMost(int rows) {
    return new SearchRequest(query, in, Math.min(limit, rows), category, track, nearMisses);
  }

  /** What is looked for stays out of logs. */
  @Override
  public String toString() {
    return "SearchRequest[in=%s, limit=%d]".formatted(in, limit);
  }
}
