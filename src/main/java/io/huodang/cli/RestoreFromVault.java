package io.huodang.cli;

import io.huodang.local.Home;
import io.huodang.preservation.VaultRestore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code restore --from-vault}: makes the registry of a home again from the manifests in its vault.
 *
 * @param minio whether a MinIO of this home has the vault
 */
record RestoreFromVault(Path home, boolean minio, boolean json) {

  int call() throws Exception {
    ProgressBar bar = new ProgressBar();
    boolean own = minio || Files.isDirectory(home.resolve("minio"));
    VaultRestore.Restored restored;
    try (Home held = Home.forNewRegistry(home);
        ServerSettings settings = ServerSettings.of(home);
        Parts parts = Parts.withoutIndex(held, own);
        Holdings holdings = Holdings.of(parts, settings)) {
      restored =
          new VaultRestore(holdings.registry(), holdings.vault())
              .run(
                  held.isRestoredAgain() && parts.hasOwnRegistry(),
                  (what, done, all) -> bar.show(what, (int) done, (int) all));
      held.restoreEnded();
    }
    bar.end();
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(Map.of("restored", restored)));
    } else {
      print(restored, own);
    }
    return restored.unreadable().isEmpty() && restored.leftOut().isEmpty() ? 0 : 1;
  }

  private void print(VaultRestore.Restored restored, boolean own) {
    Map<String, Long> rows = restored.rows();
    System.out.printf(
        "Made again from %d manifests: %d fonds, %d batches, %d files with %d pages, %d items in %d versions, %d persons, %d employers, %d links, %d confirmed values, %d changes%n",
        restored.manifests(),
        rows.get("fonds"),
        rows.get("batch"),
        rows.get("scan_file"),
        rows.get("page"),
        rows.get("item"),
        rows.get("item_version"),
        rows.get("person"),
        rows.get("employer"),
        rows.get("link"),
        rows.get("confirmation"),
        rows.get("change"));
    restored
        .unreadable()
        .forEach(one -> System.out.printf("WRONG  the manifest %s; an earlier one counts%n", one));
    restored.leftOut().forEach(one -> System.out.printf("WRONG  %s%n", one));
    System.out.printf(
        """
        Not made again: passwords (all %d accounts are there and closed; the next start lets in
        one administrator, who opens them), tokens, what each may see, kept searches, the audit,
        the histories of rosters. What was acknowledged in the last seconds before the loss has to
        be delivered again.
        """,
        rows.get("app_user"));
    System.out.printf(
        "Now: ./huodang up --home %s%s, then ./huodang verify --home %s%n",
        home, own ? " --minio" : "", home);
  }
}
