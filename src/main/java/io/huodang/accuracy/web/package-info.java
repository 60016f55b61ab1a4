/** The screen that shows how well pages are read, and its calls. */
@NullMarked
package io.huodang.accuracy.web;

import org.jspecify.annotations.NullMarked;
