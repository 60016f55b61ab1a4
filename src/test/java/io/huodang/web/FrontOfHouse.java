package io.huodang.web;

import io.huodang.testing.RealPostgres;
import java.nio.file.Path;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Everything that people and callers reach, without the parts that move pages behind it. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ConfigurationPropertiesScan("io.huodang")
@ComponentScan({
  "io.huodang.access",
  "io.huodang.accuracy",
  "io.huodang.audit",
  "io.huodang.catalog",
  "io.huodang.corrections",
  "io.huodang.intake",
  "io.huodang.keying",
  "io.huodang.vault",
  "io.huodang.viewing",
  "io.huodang.web",
  "io.huodang.workers"
})
public class FrontOfHouse {

  /** Gives the context a registry and a home of its own. */
  public static void in(Path home, DynamicPropertyRegistry properties) {
    in(home, RealPostgres.migrated(), properties);
  }

  /** Gives the context that registry and a home of its own. */
  public static void in(
      Path home, RealPostgres.Database registry, DynamicPropertyRegistry properties) {
    properties.add("huodang.home", home::toString);
    properties.add("spring.datasource.url", registry::url);
    properties.add("spring.datasource.username", registry::username);
    properties.add("spring.datasource.password", registry::password);
    properties.add("huodang.access.password-cost", () -> 4);
  }
}
