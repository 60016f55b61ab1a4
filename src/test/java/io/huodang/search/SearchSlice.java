package io.huodang.search;

import io.huodang.testing.RealElasticsearch;
import io.huodang.testing.RealPostgres;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Registry, vault and index, all of them real, without the rest of the server. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ConfigurationPropertiesScan({"io.huodang.search", "io.huodang.vault"})
@ComponentScan({"io.huodang.catalog", "io.huodang.search", "io.huodang.vault", "io.huodang.audit"})
class SearchSlice {

  /** A database, an index prefix and a home that no other test uses. */
  static void connect(DynamicPropertyRegistry properties) throws IOException {
    RealPostgres.Database database = RealPostgres.migrated();
    properties.add("spring.datasource.url", database::url);
    properties.add("spring.datasource.username", database::username);
    properties.add("spring.datasource.password", database::password);
    RealElasticsearch.Indices indices = RealElasticsearch.indices();
    properties.add("huodang.search.url", indices::url);
    properties.add("huodang.search.username", indices::username);
    properties.add("huodang.search.password", indices::password);
    properties.add("huodang.search.index-prefix", indices::indexPrefix);
    String home = Files.createTempDirectory("huodang-search").toString();
    properties.add("huodang.home", () -> home);
  }
}
