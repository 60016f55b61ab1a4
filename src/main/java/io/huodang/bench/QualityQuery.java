package io.huodang.bench;

import java.util.Set;
import java.util.UUID;

/**
 * Something that a clerk types.
 *
 * @param meant ids of whom; or of the papers that are meant
 * @param papers whether papers are meant, not people
 */
public record QualityQuery(QueryClass queryClass, String typed, Set<String> meant, boolean papers) {

  static String idOfPaper(String fileNumber) {
    return UUID.nameUUIDFromBytes(fileNumber.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }
}
