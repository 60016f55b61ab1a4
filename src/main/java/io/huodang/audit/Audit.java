package io.huodang.audit;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * The append-only record of who saw and changed what, and why.
 *
 * <p>Each row's hash covers the row and the hash before it, so that a changed, added or missing row
 * shows ({@link AuditLog#verify}). Thread-safe.
 */
public interface Audit {

  /** The record in a registry that no server has open, for who restores or backs up. */
  static Audit in(DataSource registry) {
    return new ChainedAudit(
        new AuditRows(JdbcClient.create(registry)), new DataSourceTransactionManager(registry));
  }

  /**
   * Records what was done, in the caller's transaction when there is one: the row stands exactly
   * when the change stands. It is appended as the last thing before the commit, so that the head of
   * the chain is locked for as short as can be.
   */
  void record(AuditEntry entry);

  /**
   * Records at once and for good, whatever becomes of the caller's transaction: for what was
   * refused or failed, and for what is shown before a transaction could end.
   */
  void recordForGood(AuditEntry entry);
}
