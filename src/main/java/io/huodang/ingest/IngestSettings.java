package io.huodang.ingest;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is worked off.
 *
 * @param node the file that holds this node's name; {@code node} in the home
 * @param lease how long a claim lasts unless it is renewed; renewed at a third of it
 * @param pause how long to wait for new work when nothing was heard of any
 * @param retry how long to wait before work is tried again whose dependency was away
 * @param largestFaults faults that quarantine a page
 * @param indexAtOnce subjects that are indexed in one call
 */
@ConfigurationProperties("huodang.ingest")
record IngestSettings(
    Path node,
    @DefaultValue("30s") Duration lease,
    @DefaultValue("1s") Duration pause,
    @DefaultValue("5s") Duration retry,
    @DefaultValue("3") int largestFaults,
    @DefaultValue("200") int indexAtOnce) {}
