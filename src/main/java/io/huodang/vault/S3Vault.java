package io.huodang.vault;

import io.huodang.vocabulary.Sha256;
import io.minio.GetObjectArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Keeps bytes in MinIO or any other S3, under the same names as {@link DirectoryVault}.
 *
 * <p>The client sends a checksum with every part, so that the store refuses bytes that changed on
 * the way; a file of several parts becomes visible only after its last byte was hashed.
 */
final class S3Vault implements Vault, AutoCloseable {
  /** What is larger goes in parts of this size, so that memory stays small. */
  static final int PART = 8 << 20;

  private static final int REQUESTS_AT_ONCE = 64;

  private final VaultSettings.S3 settings;
  private final MinioClient client;
  private final S3Proof proof;

  /**
   * Connects, makes what buckets are missing and proves what the store can do.
   *
   * @throws VaultUnavailable when the store cannot be reached or does not let us in
   */
  S3Vault(VaultSettings.S3 settings) throws IOException {
    this.settings = settings;
    this.client = connect(settings);
    try {
      this.proof = S3Proof.of(client, settings);
    } catch (MinioException | RuntimeException e) {
      close();
      throw fault(e);
    }
  }

  private static MinioClient connect(VaultSettings.S3 settings) {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(REQUESTS_AT_ONCE);
    // The default lets five requests through.
    dispatcher.setMaxRequestsPerHost(REQUESTS_AT_ONCE);
    OkHttpClient http =
        Http.newDefaultClient()
            .newBuilder()
            .dispatcher(dispatcher)
            .socketFactory(new PromptSockets())
            .connectTimeout(5, TimeUnit.SECONDS)
            .readTimeout(60, TimeUnit.SECONDS)
            .writeTimeout(60, TimeUnit.SECONDS)
            .build();
    return MinioClient.builder()
        .endpoint(settings.endpoint())
        .region(settings.region())
        .credentials(settings.accessKey(), settings.secretKey())
        .httpClient(http, true)
        .build();
  }

  @Override
  public void keep(Holding holding, Sha256 sha256, InputStream in, long length) throws IOException {
    VerifiedStream bytes = new VerifiedStream(in, holding, sha256);
    if (length <= PART) {
      put(holding, sha256, bytes.readAllBytes());
      return;
    }
    OptionalLong kept = size(holding, sha256);
    boolean done = kept.isPresent() && kept.getAsLong() == length;
    if (!done) {
      done =
          !send(
              object(holding, sha256).stream(bytes, length, (long) PART)
                  .extraHeaders(kept.isPresent() ? Map.of() : writeOnce()));
    }
    if (done) {
      bytes.transferTo(OutputStream.nullOutputStream());
    }
  }

  @Override
  public Sha256 keep(Holding holding, byte[] bytes) throws IOException {
    Sha256 sha256 = Sha256.ofContent(bytes);
    put(holding, sha256, bytes);
    return sha256;
  }

  private void put(Holding holding, Sha256 sha256, byte[] bytes) throws IOException {
    if (!proof.writeOnce() && isKept(holding, sha256, bytes.length)) {
      return;
    }
    boolean written =
        send(object(holding, sha256).data(bytes, bytes.length).extraHeaders(writeOnce()));
    if (!written && !isKept(holding, sha256, bytes.length)) {
      // What lies there is not whole: our bytes are the right ones.
      send(object(holding, sha256).data(bytes, bytes.length));
    }
  }

  private Map<String, String> writeOnce() {
    return proof.writeOnce() ? S3Proof.IF_NONE_MATCH : Map.of();
  }

  private boolean isKept(Holding holding, Sha256 sha256, long length) throws IOException {
    OptionalLong size = size(holding, sha256);
    return size.isPresent() && size.getAsLong() == length;
  }

  private PutObjectArgs.Builder object(Holding holding, Sha256 sha256) {
    return PutObjectArgs.builder()
        .bucket(settings.bucket(holding))
        .object(holding.place(sha256))
        .contentType("application/octet-stream");
  }

  /** Returns false when something lies there already. */
  private boolean send(PutObjectArgs.Builder object) throws IOException {
    try {
      client.putObject(object.build());
      return true;
    } catch (MinioException | RuntimeException e) {
      if (S3Fault.isAlreadyThere(e)) {
        return false;
      }
      throw fault(e);
    }
  }

  @Override
  public InputStream open(Holding holding, Sha256 sha256) throws IOException {
    return new VerifiedStream(get(holding, sha256, null), holding, sha256, this::fault);
  }

  @Override
  public InputStream openFrom(Holding holding, Sha256 sha256, long from) throws IOException {
    // Nothing lies behind the last byte, which the store would call a mistake.
    boolean nothing = from > 0 && from >= size(holding, sha256).orElse(from + 1);
    return nothing ? InputStream.nullInputStream() : get(holding, sha256, from > 0 ? from : null);
  }

  private InputStream get(Holding holding, Sha256 sha256, @Nullable Long from) throws IOException {
    try {
      return client.getObject(
          GetObjectArgs.builder()
              .bucket(settings.bucket(holding))
              .object(holding.place(sha256))
              .offset(from)
              .build());
    } catch (MinioException | RuntimeException e) {
      if (S3Fault.code(e).equals("NoSuchKey")) {
        throw new BytesMissing(holding, sha256);
      }
      throw fault(e);
    }
  }

  @Override
  public OptionalLong size(Holding holding, Sha256 sha256) throws IOException {
    try {
      return OptionalLong.of(
          client
              .statObject(
                  StatObjectArgs.builder()
                      .bucket(settings.bucket(holding))
                      .object(holding.place(sha256))
                      .build())
              .size());
    } catch (MinioException | RuntimeException e) {
      if (S3Fault.code(e).equals("NoSuchKey")) {
        return OptionalLong.empty();
      }
      throw fault(e);
    }
  }

  @Override
  public void forgetDerivative(Sha256 sha256) throws IOException {
    try {
      client.removeObject(
          RemoveObjectArgs.builder()
              .bucket(settings.bucket(Holding.DERIVATIVE))
              .object(Holding.DERIVATIVE.place(sha256))
              .build());
    } catch (MinioException | RuntimeException e) {
      throw fault(e);
    }
  }

  @Override
  public void forEach(Holding holding, Consumer<Sha256> visitor) throws IOException {
    ListObjectsArgs all =
        ListObjectsArgs.builder()
            .bucket(settings.bucket(holding))
            .prefix(holding.folder() + "/")
            .recursive(true)
            .build();
    Iterator<Result<Item>> items = client.listObjects(all).iterator();
    for (String name = next(items); name != null; name = next(items)) {
      Holding.hashAt(name.substring(name.lastIndexOf('/') + 1)).ifPresent(visitor);
    }
  }

  private @Nullable String next(Iterator<Result<Item>> items) throws IOException {
    try {
      return items.hasNext() ? items.next().get().objectName() : null;
    } catch (MinioException | RuntimeException e) {
      throw fault(e);
    }
  }

  @Override
  public String describe() {
    return "S3 at "
        + settings.endpoint()
        + ", buckets "
        + settings.mastersBucket()
        + " and "
        + settings.derivativesBucket()
        + ": "
        + proof.describe();
  }

  @Override
  public Description description() {
    return new Description(
        "s3",
        List.of(
            String.valueOf(settings.endpoint()),
            settings.mastersBucket(),
            settings.derivativesBucket(),
            proof.writeOnce() ? 1 : 0,
            proof.objectLock() ? 1 : 0));
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException("The S3 client cannot be closed", e);
    }
  }

  private IOException fault(Exception fault) {
    return S3Fault.of(settings.endpoint(), fault);
  }
}
