package io.huodang.roster;

import io.huodang.testing.RealPostgres;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Rosters and the registry that they change, without the rest of the server. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ConfigurationPropertiesScan("io.huodang.roster")
@ComponentScan({"io.huodang.catalog", "io.huodang.audit", "io.huodang.roster"})
class RosterSlice {

  /** A database and a home that no other test uses. */
  static void connect(DynamicPropertyRegistry properties) throws IOException {
    RealPostgres.Database database = RealPostgres.migrated();
    properties.add("spring.datasource.url", database::url);
    properties.add("spring.datasource.username", database::username);
    properties.add("spring.datasource.password", database::password);
    String home = Files.createTempDirectory("huodang-roster").toString();
    properties.add("huodang.home", () -> home);
    properties.add("huodang.roster.at-once", () -> 2);
  }
}
