/** Pictures as plain arrays and the steps that clean them. */
@NullMarked
package io.huodang.recognition.image;

import org.jspecify.annotations.NullMarked;
