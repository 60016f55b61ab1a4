package io.huodang.intake.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.vocabulary.SeparatorCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Separator sheets to be printed: one for all, or one for each file number. */
@Controller
class SeparatorSheets {
  private static final int MOST = 500;
  private static final int LONGEST_NUMBER = 100;

  /** Damage to a third of the code does not matter: sheets are used again and again. */
  private static final Map<EncodeHintType, Object> HINTS =
      Map.of(
          EncodeHintType.ERROR_CORRECTION,
          ErrorCorrectionLevel.H,
          EncodeHintType.CHARACTER_SET,
          "UTF-8",
          EncodeHintType.MARGIN,
          4);

  /**
   * A sheet.
   *
   * @param fileNumber null on a sheet that only separates
   * @param side modules of the code's side, with its margin
   * @param path its dark modules, as an SVG path of unit squares
   */
  public record Sheet(@Nullable String fileNumber, int side, String path) {}

  @Needs(Action.UPLOAD)
  @GetMapping("/separators")
  String sheet(Model model) {
    model.addAttribute("sheets", List.of(sheet(SeparatorCode.plain())));
    return "separators";
  }

  /**
   * @param numbers one on each line
   */
  @Needs(Action.UPLOAD)
  @PostMapping("/separators")
  String sheets(@RequestParam(defaultValue = "") String numbers, Model model) {
    List<String> wanted =
        numbers
            .lines()
            .map(line -> line.replaceAll("\\p{Cntrl}", "").strip())
            .filter(line -> !line.isEmpty() && line.length() <= LONGEST_NUMBER)
            .limit(MOST)
            .toList();
    model.addAttribute("numbers", String.join("\n", wanted));
    model.addAttribute(
        "sheets",
        wanted.isEmpty()
            ? List.of(sheet(SeparatorCode.plain()))
            : wanted.stream().map(number -> sheet(new SeparatorCode(number))).toList());
    return "separators";
  }

  private static Sheet sheet(SeparatorCode code) {
    BitMatrix modules = modules(code);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return new Sheet(code.fileNumber(), modules.getWidth(), path.toString());
  }

  private static BitMatrix modules(SeparatorCode code) {
    try {
      return new QRCodeWriter().encode(code.written(), BarcodeFormat.QR_CODE, 0, 0, HINTS);
    } catch (WriterException e) {
      throw new IllegalStateException("A code of up to 120 characters fits", e);
    }
  }
}
