package io.huodang.preservation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * How something stands in the registry.
 *
 * @param rows by table, column by column as PostgreSQL's {@code to_jsonb} writes them
 * @param refersTo what else has to be there for the rows to be true
 */
record ManifestPart(
    Described described, Map<String, List<ObjectNode>> rows, Set<Described> refersTo) {}
