package io.huodang.intake;

import java.util.Locale;

/**
 * A delivered path taken apart.
 *
 * @param folder all of it before the last separator, empty for a file in no folder
 * @param stem the file's name without its ending
 * @param ending what stands behind the last dot of the file's name, empty when nothing does
 */
public record DeliveredName(String folder, String stem, String ending) {

  /** Takes a path apart, whichever way its folders are parted. */
  public static DeliveredName of(String path) {
    String plain = path.replace('\\', '/');
    int slash = plain.lastIndexOf('/');
    String file = plain.substring(slash + 1);
    int dot = file.lastIndexOf('.');
    return new DeliveredName(
        slash < 0 ? "" : plain.substring(0, slash),
        dot > 0 ? file.substring(0, dot) : file,
        dot > 0 ? file.substring(dot + 1) : "");
  }

  /** The file's name, without its folder. */
  public String file() {
    return ending.isEmpty() ? stem : stem + "." + ending;
  }

  /** The ending in lower case, as programs compare it. */
  public String lowerEnding() {
    return ending.toLowerCase(Locale.ROOT);
  }

  /** The last part of the folder. */
  String folderName() {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }
}
