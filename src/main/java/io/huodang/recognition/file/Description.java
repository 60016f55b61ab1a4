package io.huodang.recognition.file;

import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What a picture's file says of it.
 *
 * @param across dots an inch from left to right, 0 when it does not say
 * @param down dots an inch from top to bottom, 0 when it does not say
 * @param orientation how it is to be turned
 */
record Description(double across, double down, Orientation orientation) {

  static Description of(@Nullable IIOMetadata metadata, String mediaType) {
    if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
      return new Description(0, 0, Orientation.UPRIGHT);
    }
    Node tree = metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
    return new Description(
        dotsPerInch(valueOf(tree, "HorizontalPixelSize")),
        dotsPerInch(valueOf(tree, "VerticalPixelSize")),
        Orientation.named(valueOf(tree, "ImageOrientation"), mediaType.equals("image/jpeg")));
  }

  /** From millimetres a pixel. */
  private static double dotsPerInch(String size) {
    try {
      double millimetres = size.isEmpty() ? 0 : Double.parseDouble(size);
      return millimetres > 0 ? 25.4 / millimetres : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String valueOf(Node tree, String name) {
    NodeList nodes = ((Element) tree).getElementsByTagName(name);
    return nodes.getLength() == 0 ? "" : ((Element) nodes.item(0)).getAttribute("value");
  }
}
