/** The screen that holds paper and image against each other, and its calls. */
@NullMarked
package io.huodang.custody.web;

import org.jspecify.annotations.NullMarked;
