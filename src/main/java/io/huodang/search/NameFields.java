package io.huodang.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.huodang.vocabulary.PersonName;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys of all the names under which someone or something is found, whichever of them is
 * current.
 *
 * @param variantNames with characters that are written for one another made equal
 * @param nameGrams characters and pairs of neighbours, and {@link NameKeys#RARE} for names with
 *     characters that are hard to type
 * @param nearNames with one character left open
 * @param pinyin every way to type their sounds in full
 * @param heard the same as people here say it
 * @param initials every way to type their first letters
 */
record NameFields(
    @JsonProperty Set<String> variantNames,
    @JsonProperty Set<String> nameGrams,
    @JsonProperty Set<String> nearNames,
    @JsonProperty Set<String> pinyin,
    @JsonProperty Set<String> heard,
    @JsonProperty Set<String> initials) {

  static NameFields of(Collection<String> names) {
    NameFields fields =
        new NameFields(
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>());
    for (String name : names) {
      String folded = PersonName.fold(name);
      if (!folded.isEmpty()) {
        String variant = NameKeys.open(Variants.fold(folded));
        fields.variantNames.add(variant);
        fields.nameGrams.addAll(NameKeys.grams(variant));
        if (RareCharacters.areIn(folded)) {
          fields.nameGrams.add(NameKeys.RARE);
        }
        fields.nearNames.addAll(NameKeys.near(variant));
        fields.pinyin.addAll(Pinyin.full(folded));
        fields.heard.addAll(Pinyin.heard(Pinyin.full(folded)));
        fields.initials.addAll(Pinyin.initials(folded));
      }
    }
    return fields;
  }
}
