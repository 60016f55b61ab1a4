/** Delivered files of every usual format: told apart by content, opened, decoded page by page. */
@NullMarked
package io.huodang.recognition.file;

import org.jspecify.annotations.NullMarked;
