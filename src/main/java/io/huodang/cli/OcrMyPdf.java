package io.huodang.cli;

import io.huodang.cli.Contestant.Attempt;
import io.huodang.recognition.PageFiles;
import io.huodang.recognition.Picture;
import io.huodang.recognition.TrainedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** OCRmyPDF with its defaults, given some pages as one PDF and as many jobs as we have readers. */
record OcrMyPdf(int jobs) {
  private static final String PROGRAM = "ocrmypdf";

  static boolean isInstalled() {
    return Metered.isInstalled(PROGRAM);
  }

  String name() throws IOException, InterruptedException {
    return PROGRAM + " " + Metered.run(List.of(PROGRAM, "--version")).output().strip();
  }

  /** Reads them; each page is said to have taken its share of the time of all. */
  List<Contestant.Read> read(List<KnownPage> pages) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("huodang-bench");
    Path scans = folder.resolve("scans.pdf");
    Path text = folder.resolve("text.txt");
    Path searchable = folder.resolve("searchable.pdf");
    try {
      write(pages, scans);
      long start = System.nanoTime();
      Metered run =
          Metered.run(
              List.of(
                  PROGRAM,
                  "--jobs",
                  "" + jobs,
                  "-l",
                  TrainedData.LANGUAGE,
                  "--sidecar",
                  text.toString(),
                  scans.toString(),
                  searchable.toString()));
      double seconds = (System.nanoTime() - start) / 1e9 * jobs / pages.size();
      String[] texts = Files.readString(text).split("\f");
      List<Contestant.Read> read = new ArrayList<>();
      for (int i = 0; i < pages.size(); i++) {
        Reading reading = Reading.ofText(i < texts.length ? texts[i] : "");
        Attempt attempt = new Attempt(reading, run.cpuSeconds() / pages.size(), null);
        read.add(new Contestant.Read(pages.get(i), attempt, seconds));
      }
      return read;
    } finally {
      for (Path file : List.of(scans, text, searchable, folder)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** JPEGs byte for byte, anything else without loss, each as large as it says it is. */
  private static void write(List<KnownPage> pages, Path pdf) throws IOException {
    try (PDDocument document = new PDDocument();
        PageFiles files = new PageFiles()) {
      for (KnownPage known : pages) {
        Picture picture = files.decode(known.file(), known.page());
        PDRectangle size =
            new PDRectangle(
                picture.width() * 72f / picture.dpi(), picture.height() * 72f / picture.dpi());
        PDPage page = new PDPage(size);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.drawImage(
              image(document, known, picture), 0, 0, size.getWidth(), size.getHeight());
        }
      }
      document.save(pdf.toFile());
    }
  }

  private static PDImageXObject image(PDDocument document, KnownPage known, Picture picture)
      throws IOException {
    if (known.file().toString().endsWith(".jpg")) {
      try (InputStream in = Files.newInputStream(known.file())) {
        return JPEGFactory.createFromStream(document, in);
      }
    }
    return LosslessFactory.createFromImage(document, picture.image());
  }
}
