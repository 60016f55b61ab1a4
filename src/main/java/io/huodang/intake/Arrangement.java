package io.huodang.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** 成件方式: how the files of a batch become items. */
public enum Arrangement {
  /** Every file is an item, as soon as it is opened. */
  FILE_IS_ITEM,
  /** The files of a folder are one item. */
  FOLDER_IS_ITEM,
  /** Files of one folder whose names differ in the number at their end are one item. */
  NAME_PREFIX,
  /** A sheet with a code stands before the pages of each item; it is kept, and in no item. */
  SEPARATOR_SHEETS,
  /** The rows of the batch's catalogue are the items; a file belongs to the number in its path. */
  CATALOGUE;

  /** The word of SQL, the API and the command line, for example {@code folder-is-item}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The arrangement of that word, or empty. */
  public static Optional<Arrangement> ofWord(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** Whether delivered paths alone tell the items; else pages have to be read before. */
  public boolean isKnownByPaths() {
    return this != SEPARATOR_SHEETS;
  }

  /** Whether items can only be made when all files of the batch are there. */
  public boolean waitsForAll() {
    return this != FILE_IS_ITEM;
  }
}
