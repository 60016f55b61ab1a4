/** The values everyone speaks: citizen ID, insured number, person name, file number, SHA-256. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.huodang.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
