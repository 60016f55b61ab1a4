package io.huodang.viewing.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Endings of the names under which delivered bytes are saved: by their content. */
final class Endings {
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("image/tiff", ".tif"),
          Map.entry("image/jpeg", ".jpg"),
          Map.entry("image/png", ".png"),
          Map.entry("image/bmp", ".bmp"),
          Map.entry("image/webp", ".webp"),
          Map.entry("image/heic", ".heic"),
          Map.entry("image/gif", ".gif"),
          Map.entry("application/pdf", ".pdf"),
          Map.entry("application/ofd", ".ofd"),
          Map.entry("audio/mpeg", ".mp3"),
          Map.entry("audio/wav", ".wav"),
          Map.entry("audio/ogg", ".ogg"),
          Map.entry("audio/flac", ".flac"),
          Map.entry("audio/mp4", ".m4a"),
          Map.entry("audio/aac", ".aac"),
          Map.entry("audio/amr", ".amr"),
          Map.entry("video/mp4", ".mp4"),
          Map.entry("video/webm", ".webm"),
          Map.entry("video/quicktime", ".mov"),
          Map.entry("video/x-msvideo", ".avi"),
          Map.entry("video/x-ms-asf", ".wmv"),
          Map.entry("application/msword", ".doc"),
          Map.entry("application/vnd.ms-excel", ".xls"),
          Map.entry("application/vnd.ms-powerpoint", ".ppt"),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
          Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"),
          Map.entry("application/zip", ".zip"),
          Map.entry("application/vnd.rar", ".rar"),
          Map.entry("application/x-7z-compressed", ".7z"),
          Map.entry("text/plain", ".txt"));

  private Endings() {}

  static String of(@Nullable String mediaType) {
    return mediaType == null ? ".bin" : KNOWN.getOrDefault(mediaType, ".bin");
  }
}
