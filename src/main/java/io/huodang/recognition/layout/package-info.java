/** Finds ruled lines, the cells between them and the rows of text inside. */
@NullMarked
package io.huodang.recognition.layout;

import org.jspecify.annotations.NullMarked;
