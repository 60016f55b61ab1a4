package io.huodang.recognition.file;

/**
 * How a picture is to be turned to stand upright: first mirrored, left for right, if it must be,
 * then turned clockwise. The eight are those of TIFF 6.0 and EXIF.
 *
 * @param mirrored whether left and right are exchanged first
 * @param rotation then so many degrees clockwise: 0, 90, 180, 270
 */
record Orientation(boolean mirrored, int rotation) {
  static final Orientation UPRIGHT = new Orientation(false, 0);

  /**
   * By the name in Java's standard metadata, which tells how the picture was turned away.
   *
   * @param byExif whether it comes from a JPEG's EXIF: TwelveMonkeys names two of the eight there
   *     the other way round
   */
  static Orientation named(String name, boolean byExif) {
    return switch (name) {
      case "FlipH" -> new Orientation(true, 0);
      case "Rotate180" -> new Orientation(false, 180);
      case "FlipV" -> new Orientation(true, 180);
      case "FlipHRotate90" -> new Orientation(true, byExif ? 90 : 270);
      case "Rotate270" -> new Orientation(false, 90);
      case "FlipVRotate90" -> new Orientation(true, byExif ? 270 : 90);
      case "Rotate90" -> new Orientation(false, 270);
      default -> UPRIGHT;
    };
  }
}
