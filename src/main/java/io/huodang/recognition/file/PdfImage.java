package io.huodang.recognition.file;

import io.huodang.recognition.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDICCBased;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/**
 * An image where it stands on a page of a PDF.
 *
 * @param place what brings the unit square to the page
 * @param isWhole whether it is seen whole and hides what is below
 */
record PdfImage(PDPage page, PDImage image, Matrix place, boolean isWhole) {
  /** A scan that was drawn straightened leans by more than this. */
  private static final double LEANING = 0.002;

  private static final int LONGEST_JPEG = 256 << 20;

  /** Whether it can be taken as it is: whole, and turned by quarters at most. */
  boolean isPlain() {
    double a = Math.abs(place.getScaleX());
    double b = Math.abs(place.getShearY());
    double c = Math.abs(place.getShearX());
    double d = Math.abs(place.getScaleY());
    boolean stands = b <= LEANING * a && c <= LEANING * d && a > 0 && d > 0;
    boolean lies = a <= LEANING * b && d <= LEANING * c && b > 0 && c > 0;
    return isWhole && (stands || lies);
  }

  /** The image as it is, with the resolution and the turn that the page gives it. */
  Picture picture() throws IOException {
    int width = image.getWidth();
    int height = image.getHeight();
    double unit = page.getUserUnit() / 72.0;
    double across = width / (Math.hypot(place.getScaleX(), place.getShearY()) * unit);
    double down = height / (Math.hypot(place.getShearX(), place.getScaleY()) * unit);
    return PagePicture.of(
        decoded(), width, height, new Description(across, down, orientation()), false);
  }

  /** How the image's rows and columns run on the page as it is shown. */
  private Orientation orientation() {
    // Seen with the y axis downwards: where one goes to the right in the image, and where down.
    double rightX = place.getScaleX();
    double rightY = -place.getShearY();
    double downX = -place.getShearX();
    double downY = place.getScaleY();
    boolean mirrored = rightX * downY - rightY * downX < 0;
    int angle = (int) Math.round(Math.toDegrees(Math.atan2(rightY, rightX)));
    int turned = mirrored ? angle + 180 : angle;
    return new Orientation(mirrored, Math.floorMod(turned + page.getRotation(), 360));
  }

  private BufferedImage decoded() throws IOException {
    boolean large = (long) image.getWidth() * image.getHeight() > ImageFile.MOST_DECODED_PIXELS;
    if (image instanceof PDImageXObject object && isPlainJpeg(object)) {
      return jpeg(object);
    }
    BufferedImage decoded = large ? image.getImage(null, 2) : image.getImage();
    return image.getColorSpace().getNumberOfComponents() == 1 && isGray(image.getColorSpace())
        ? Plain.ofGreens(decoded, image.getBitsPerComponent() == 1)
        : Plain.of(decoded);
  }

  /** A JPEG that means what it would mean as a file. */
  private static boolean isPlainJpeg(PDImageXObject object) throws IOException {
    List<COSName> filters = object.getStream().getFilters();
    PDColorSpace colours = object.getColorSpace();
    boolean usual = isGray(colours) || colours instanceof PDDeviceRGB || isIcc(colours, 3);
    return filters != null
        && filters.size() == 1
        && Set.of(COSName.DCT_DECODE, COSName.DCT_DECODE_ABBREVIATION).contains(filters.getFirst())
        && object.getDecode() == null
        && usual;
  }

  private static boolean isGray(PDColorSpace colours) {
    return colours instanceof PDDeviceGray || isIcc(colours, 1);
  }

  private static boolean isIcc(PDColorSpace colours, int components) {
    return colours instanceof PDICCBased && colours.getNumberOfComponents() == components;
  }

  private static BufferedImage jpeg(PDImageXObject object) throws IOException {
    byte[] bytes;
    try (InputStream in = object.getCOSObject().createRawInputStream()) {
      bytes = in.readNBytes(LONGEST_JPEG);
    }
    JpegSegments.of(new ByteArrayInputStream(bytes));
    ImageFile file =
        ImageFile.of(ImageIO.createImageInputStream(new ByteArrayInputStream(bytes)), "image/jpeg");
    try {
      file.pages();
      return file.decode(1).image();
    } finally {
      file.close();
    }
  }
}
