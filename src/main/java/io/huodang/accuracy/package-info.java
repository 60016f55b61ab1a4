/** Tells from what people decided how well pages are read: by form, field, delivery and damage. */
@ApplicationModule(
    allowedDependencies = {
      "vocabulary",
      "recognition",
      "extraction",
      "catalog",
      "intake",
      "corrections",
      "viewing",
      "access",
      "audit",
      "web"
    })
@NullMarked
package io.huodang.accuracy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
