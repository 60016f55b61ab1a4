package io.huodang.viewing.iiif;

import io.huodang.vocabulary.Refusal;

/** An image was asked for in a way that the Image API does not know, or that this page has not. */
final class BadImageRequest extends Refusal {
  private static final long serialVersionUID = 1L;

  BadImageRequest(String message) {
    super("bad-image-request", message);
  }
}
