package io.huodang.workers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a worker is started.
 *
 * @param prefix what stands before {@code java}
 * @param classPath readable to the workers' user
 * @param mainClass of the worker
 * @param arguments of its main method
 * @param heap bytes of Java heap
 */
record WorkerProgram(
    List<String> prefix, String classPath, String mainClass, List<String> arguments, long heap) {

  /** The program that reads forms, as the server's own class path has it. */
  static WorkerProgram of(
      WorkersSettings settings, Optional<WorkerUser> user, ReadableCopies copies)
      throws IOException {
    return new WorkerProgram(
        Confinement.prefix(user),
        copies.classPath(System.getProperty("java.class.path")),
        PageWorkerProcess.class.getName(),
        List.of(
            copies.of(settings.trainedDataFolder()).toString(),
            copies.of(settings.documentTypesFolder()).toString()),
        settings.heap().toBytes());
  }

  /**
   * Starts a worker that inherits nothing of our environment.
   *
   * @param temporary its working and temporary directory
   */
  Process start(Path temporary) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heap,
            // A page's pictures are garbage a second later: memory goes back after each collection
            // of the whole heap. Measured on A4 at 300 dpi: 410 MB resident instead of 930 MB for
            // 2.5 % more processor time.
            "-Xms64m",
            "-XX:+UseSerialGC",
            "-XX:-ShrinkHeapInSteps",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:ActiveProcessorCount=1",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            classPath,
            mainClass));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.putAll(
        Map.of(
            "PATH", path,
            "LANG", "C.UTF-8",
            "HOME", temporary.toString(),
            "OMP_THREAD_LIMIT", "1",
            // Fewer arenas hold less memory that is free but not given back.
            "MALLOC_ARENA_MAX", "2"));
    return builder.directory(temporary.toFile()).start();
  }
}
