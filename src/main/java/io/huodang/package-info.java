/** Huodang: a social-insurance agency's paper archives, imaged and found in under a second. */
@NullMarked
package io.huodang;

import org.jspecify.annotations.NullMarked;
