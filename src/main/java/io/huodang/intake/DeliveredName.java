package io.huodang.intake;

/**
 * A delivered path taken apart.
 *
 * @param folder all of it before the last separator, empty for a file in no folder
 * @param stem the file's name without its ending
 */
record DeliveredName(String folder, String stem) {

  static DeliveredName of(String path) {
    String plain = path.replace('\\', '/');
    int slash = plain.lastIndexOf('/');
    String file = plain.substring(slash + 1);
    int dot = file.lastIndexOf('.');
    return new DeliveredName(
        slash < 0 ? "" : plain.substring(0, slash), dot > 0 ? file.substring(0, dot) : file);
  }

  /** The last part of the folder. */
  String folderName() {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }
}
