/** Tesseract, called in its own process memory through the foreign-function interface. */
@NullMarked
package io.huodang.recognition.engine;

import org.jspecify.annotations.NullMarked;
