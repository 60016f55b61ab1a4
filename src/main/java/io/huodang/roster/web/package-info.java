/** The roster's calls and screens. */
@NullMarked
package io.huodang.roster.web;

import org.jspecify.annotations.NullMarked;
