/** Tesseract, called in its own process memory through tess4j. */
@NullMarked
package io.huodang.recognition.engine;

import org.jspecify.annotations.NullMarked;
