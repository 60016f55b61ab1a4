package io.huodang.vault;

import io.minio.BucketExistsArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import io.minio.messages.Retention;
import io.minio.messages.RetentionMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * What an S3 store was seen to do: stores that speak S3 differ, and some accept a header that they
 * then ignore.
 *
 * @param writeOnce a second write with {@code If-None-Match: *} was refused (RFC 9110, 13.1.2)
 * @param objectLock the deletion of a version under retention was refused
 */
record S3Proof(boolean writeOnce, boolean objectLock) {
  static final Map<String, String> IF_NONE_MATCH = Map.of("If-None-Match", "*");

  private static final String PLACE = ".huodang/";
  private static final byte[] CONTENT =
      "Huodang tries here what the store can do.\n".getBytes(StandardCharsets.US_ASCII);
  private static final Duration RETENTION = Duration.ofSeconds(20);

  /** Makes what buckets are missing, the masters' with object lock where the store can. */
  static S3Proof of(MinioClient client, VaultSettings.S3 settings) throws MinioException {
    makeBucket(client, settings.mastersBucket(), true);
    makeBucket(client, settings.derivativesBucket(), false);
    return new S3Proof(
        refusesSecondWrite(client, settings.mastersBucket()),
        refusesDeletion(client, settings.mastersBucket()));
  }

  /** For status screens. */
  String describe() {
    return (writeOnce ? "write-once proved" : "write-once not enforced by the store")
        + ", "
        + (objectLock ? "object lock proved" : "no object lock");
  }

  private static void makeBucket(MinioClient client, String bucket, boolean lock)
      throws MinioException {
    if (client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
      return;
    }
    try {
      client.makeBucket(MakeBucketArgs.builder().bucket(bucket).objectLock(lock).build());
    } catch (ErrorResponseException e) {
      String code = S3Fault.code(e);
      if (lock && (code.equals("NotImplemented") || code.equals("InvalidArgument"))) {
        makeBucket(client, bucket, false);
      } else if (!code.equals("BucketAlreadyOwnedByYou")) {
        throw e;
      }
    }
  }

  /** The first write may find what an earlier start left: that is a proof already. */
  private static boolean refusesSecondWrite(MinioClient client, String bucket)
      throws MinioException {
    for (int write = 1; write <= 2; write++) {
      try {
        client.putObject(probe(bucket, "write-once").extraHeaders(IF_NONE_MATCH).build());
      } catch (ErrorResponseException e) {
        if (S3Fault.isAlreadyThere(e)) {
          return true;
        }
        if (S3Fault.code(e).equals("NotImplemented")) {
          return false;
        }
        throw e;
      }
    }
    return false;
  }

  private static boolean refusesDeletion(MinioClient client, String bucket) throws MinioException {
    removeUnlocked(client, bucket);
    String version;
    try {
      ZonedDateTime until = ZonedDateTime.now(ZoneOffset.UTC).plus(RETENTION);
      version =
          client
              .putObject(
                  probe(bucket, "object-lock")
                      .retention(new Retention(RetentionMode.COMPLIANCE, until))
                      .build())
              .versionId();
    } catch (ErrorResponseException e) {
      return false;
    }
    return version != null && !remove(client, bucket, version);
  }

  /** What earlier starts left is free to go once its retention has ended. */
  private static void removeUnlocked(MinioClient client, String bucket) throws MinioException {
    ListObjectsArgs versions =
        ListObjectsArgs.builder()
            .bucket(bucket)
            .prefix(PLACE + "object-lock")
            .includeVersions(true)
            .build();
    try {
      for (Result<Item> left : client.listObjects(versions)) {
        remove(client, bucket, left.get().versionId());
      }
    } catch (ErrorResponseException e) {
      if (!S3Fault.code(e).equals("NotImplemented")) {
        throw e;
      }
    }
  }

  private static boolean remove(MinioClient client, String bucket, String version)
      throws MinioException {
    try {
      client.removeObject(
          RemoveObjectArgs.builder()
              .bucket(bucket)
              .object(PLACE + "object-lock")
              .versionId(version)
              .build());
      return true;
    } catch (ErrorResponseException e) {
      return false;
    }
  }

  private static PutObjectArgs.Builder probe(String bucket, String name) {
    return PutObjectArgs.builder()
        .bucket(bucket)
        .object(PLACE + name)
        .data(CONTENT, CONTENT.length);
  }
}
