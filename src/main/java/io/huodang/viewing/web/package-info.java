/** The calls and screens through which a file is seen. */
@NullMarked
package io.huodang.viewing.web;

import org.jspecify.annotations.NullMarked;
