package io.huodang.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvWriterTest {
  @Test
  void aCellThatASpreadsheetWouldCountIsText() {
    assertThat(CsvWriter.cell("=cmd|' /C calc'!A0")).isEqualTo("\"'=cmd|' /C calc'!A0\"");
    assertThat(CsvWriter.cell("+86")).startsWith("\"'+");
    assertThat(CsvWriter.cell("＝1+1")).startsWith("\"'");
    assertThat(CsvWriter.cell("a\"b,c")).isEqualTo("\"a\"\"b,c\"");
    assertThat(CsvWriter.cell("view-person")).isEqualTo("view-person");
  }
}
