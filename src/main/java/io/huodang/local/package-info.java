/** PostgreSQL, Elasticsearch and MinIO as child processes of a single machine. */
@ApplicationModule(allowedDependencies = "vocabulary")
@NullMarked
package io.huodang.local;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
