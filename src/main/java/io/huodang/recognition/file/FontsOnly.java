package io.huodang.recognition.file;

import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;

/** Fonts and colours are kept for the next page; pictures and forms, which are large, are not. */
final class FontsOnly extends DefaultResourceCache {
  @Override
  public void put(COSObject indirect, PDXObject object) {
    // Made again when it is wanted again.
  }
}
