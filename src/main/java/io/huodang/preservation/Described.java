package io.huodang.preservation;

import java.util.UUID;

/** Something that manifests describe. */
record Described(ManifestKind kind, UUID id) {}
