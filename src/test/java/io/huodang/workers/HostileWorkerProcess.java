package io.huodang.workers;

import io.huodang.extraction.Derivative;
import io.huodang.extraction.PageOutcome;
import io.huodang.extraction.PageRequest;
import io.huodang.recognition.FileOutcome;
import io.huodang.recognition.PageText;
import io.huodang.vocabulary.Lane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A page worker that does to its server what the file tells it to. */
final class HostileWorkerProcess {
  private HostileWorkerProcess() {}

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "obeying" -> WorkerLoop.run(Obeying::new);
      case "old" -> {
        Frames.write(System.out, new Message.Hello(Message.PROTOCOL - 1, "old"));
        System.in.transferTo(System.err);
      }
      case "silent" -> System.in.transferTo(System.err);
      case "dead" -> {
        System.err.println("no trained data here");
        System.exit(2);
      }
      case "rubbish" ->
          answer(id -> System.out.write(new byte[] {0, 0, 0, 5, 'h', 'e', 'l', 'l', 'o'}));
      case "endless" -> answer(id -> System.out.write(new byte[] {127, 0, 0, 0}));
      case "confused" ->
          answer(
              id ->
                  Frames.write(
                      System.out,
                      new Message.Opened(id + 1, new FileOutcome.Opened("image/png", 1))));
      case "torn" ->
          answer(
              id -> {
                System.out.write(new byte[] {0, 0, 1, 0, '{'});
                System.out.flush();
                Runtime.getRuntime().halt(9);
              });
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private interface Reply {
    void to(long id) throws IOException;
  }

  private static void answer(Reply reply) throws IOException {
    Frames.write(System.out, new Message.Hello(Message.PROTOCOL, "hostile"));
    if (Frames.read(System.in) instanceof Message.Request request) {
      reply.to(request.id());
      System.out.flush();
    }
    System.in.transferTo(System.err);
  }

  /** Speaks the protocol as it should, and does what the file's text says. */
  private static final class Obeying implements PageHandler {
    @Override
    public String engine() {
      return "hostile";
    }

    @Override
    public FileOutcome open(Path file) {
      try {
        return new FileOutcome.Refused("said", obey(Files.readString(file), file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static String obey(String order, Path file) throws IOException, InterruptedException {
      return switch (order) {
        case "sleep" -> {
          new CountDownLatch(1).await();
          yield "";
        }
        case "spin" -> {
          while (true) {
            Thread.onSpinWait();
          }
        }
        case "fill the heap" -> {
          List<long[]> all = new ArrayList<>();
          while (true) {
            all.add(new long[1 << 17]);
          }
        }
        case "take memory" -> {
          while (true) {
            Arena.global().allocate(1 << 20).fill((byte) 1);
          }
        }
        case "exit" -> {
          System.exit(7);
          yield "";
        }
        case "kill" -> {
          long self = ProcessHandle.current().pid();
          new ProcessBuilder("kill", "-9", Long.toString(self)).start().waitFor();
          yield "";
        }
        case "throw" -> throw new IllegalStateException("王建国");
        case "recur" -> obey(order, file);
        case "print" -> {
          System.out.println("printed by Java");
          new ProcessBuilder("echo", "printed by a native program").inheritIO().start().waitFor();
          yield "printed";
        }
        case "environment" -> String.join(" ", System.getenv().keySet());
        case "scribble" -> {
          Files.writeString(file, "changed");
          yield "scribbled";
        }
        default -> order;
      };
    }

    @Override
    public PageOutcome read(PageRequest request) {
      try {
        String order = Files.readString(request.file());
        Path picture = request.output().resolve("thumb.jpg");
        String name = "thumb.jpg";
        switch (order) {
          case "link" -> Files.createSymbolicLink(picture, Path.of("/etc/passwd"));
          case "climb" -> name = "../file";
          case "lie" -> name = "absent.jpg";
          case "folder" -> Files.createDirectories(picture.resolve("deep/deeper"));
          default -> Files.writeString(picture, "page " + request.page());
        }
        return read(List.of(new Derivative("thumb", name, "image/jpeg", 240, 320)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static PageOutcome.Read read(List<Derivative> derivatives) {
      return new PageOutcome.Read(
          10,
          10,
          300,
          0,
          false,
          0.5,
          false,
          new PageText("hostile", List.of()),
          1,
          null,
          null,
          List.of(),
          List.of(),
          derivatives,
          null,
          null,
          null,
          0.01);
    }
  }

  /** Starts a pool of these, says its workers' numbers, and waits to be killed. */
  static final class Server {
    private Server() {}

    public static void main(String[] arguments) throws Exception {
      WorkerPool pool = HostileWorkers.pool("obeying", Map.of("scratch", arguments[0]));
      pool.open();
      pool.open(HostileWorkers.order("hello"), Lane.HISTORY);
      System.out.println(pool.pids().getFirst());
      pool.open(HostileWorkers.order("spin"), Lane.HISTORY);
    }
  }
}
