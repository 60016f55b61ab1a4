package io.huodang.search;

import io.huodang.catalog.Page;
import io.huodang.catalog.PageVersion;
import io.huodang.recognition.PageText;
import io.huodang.vault.BytesChanged;
import io.huodang.vault.BytesMissing;
import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what was read on pages from the vault. Thread-safe. */
@Component
class PageTexts {
  private static final Logger log = LoggerFactory.getLogger(PageTexts.class);

  private final Vault vault;

  PageTexts(Vault vault) {
    this.vault = vault;
  }

  /**
   * The text of a page's current version; empty when it was not read yet or is blank, or when the
   * vault lost it (which the fixity check reports too): a page without its text is still found by
   * its item.
   *
   * @throws IOException when the vault cannot be reached
   */
  Optional<PageText> of(Page page) throws IOException {
    PageVersion current = page.current();
    if (current == null || current.blank()) {
      return Optional.empty();
    }
    try (InputStream in = vault.open(Holding.PAGE_TEXT, current.text())) {
      return Optional.of(PageText.read(in));
    } catch (BytesMissing | BytesChanged e) {
      log.error("The text of page {} cannot be read: {}", page.id(), e.getMessage());
      return Optional.empty();
    }
  }
}
