package io.huodang.extraction;

import io.huodang.vocabulary.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of forms of {@code ingest/document-types}, for screens and for what people type. */
public final class FormKinds {
  private final List<FormKind> kinds;
  private final FormKind general;

  private FormKinds(List<FormKind> kinds, FormKind general) {
    this.kinds = List.copyOf(kinds);
    this.general = general;
  }

  /**
   * Reads every {@code .yaml} file of a directory.
   *
   * @throws Refusal {@code document-type-invalid} with file and line, {@code
   *     document-types-missing}
   */
  public static FormKinds load(Path directory) {
    DocumentTypes types = DocumentTypes.load(directory);
    return new FormKinds(
        types.all().stream().map(FormKind::of).toList(), FormKind.of(types.general()));
  }

  /** Every kind but the general one, in the order of their files. */
  public List<FormKind> all() {
    return kinds;
  }

  /** The kind of that code; the general one for null and for a code that no file has any more. */
  public FormKind of(@Nullable String code) {
    return kinds.stream().filter(kind -> kind.code().equals(code)).findFirst().orElse(general);
  }
}
