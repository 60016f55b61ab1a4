package io.huodang.search;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Elasticsearch is and how patient we are with it.
 *
 * @param url of one node or of the balancer before them
 * @param username of an account that may manage and write the three indices; null without security
 * @param password of that account; null without security
 * @param indexPrefix before every index name, so that several installations (or tests) share a
 *     cluster
 * @param templates the folder of the index templates; null: {@code index-templates} in the
 *     application directory
 * @param connectTimeout how long opening a connection may take before PostgreSQL answers instead
 * @param queryTimeout how long one query may take before PostgreSQL answers instead
 * @param writeTimeout how long one bulk may take
 * @param probeInterval how often Elasticsearch is asked, while it is away, whether it is back
 */
@Validated
@ConfigurationProperties("huodang.search")
public record SearchSettings(
    @DefaultValue("http://127.0.0.1:9200") @NotNull URI url,
    @Nullable String username,
    @Nullable String password,
    @DefaultValue("") @Pattern(regexp = "([a-z0-9][a-z0-9_-]*-)?") String indexPrefix,
    @Nullable Path templates,
    @DefaultValue("300ms") @NotNull Duration connectTimeout,
    @DefaultValue("2s") @NotNull Duration queryTimeout,
    @DefaultValue("30s") @NotNull Duration writeTimeout,
    @DefaultValue("2s") @NotNull Duration probeInterval) {

  /** Never shows the password. */
  @Override
  public String toString() {
    return "SearchSettings[url=%s, indexPrefix=%s]".formatted(url, indexPrefix);
  }
}
