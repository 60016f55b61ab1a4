package io.huodang;

/** Where the program starts. */
public final class Huodang {
  private Huodang() {}

  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
