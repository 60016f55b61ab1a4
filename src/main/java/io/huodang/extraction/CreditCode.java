package io.huodang.extraction;

/** The unified social credit code (统一社会信用代码), checked against GB 32100-2015. */
final class CreditCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private CreditCode() {}

  /** 18 characters of the code's own alphabet, the last one the check. */
  static boolean isValid(String code) {
    if (code.length() != 18) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      int value = ALPHABET.indexOf(code.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += value * weight;
      weight = weight * 3 % 31;
    }
    return code.charAt(17) == ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
