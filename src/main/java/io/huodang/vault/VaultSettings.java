package io.huodang.vault;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where bytes are kept: in S3 when an endpoint is given, else in a directory.
 *
 * @param directory of masters, page texts and manifests; {@code vault} in the home when not given
 * @param derivativesDirectory of pictures that can be made again, which a backup may leave out;
 *     {@code derivatives} in the home when not given
 * @param s3 MinIO or any other S3
 */
@Validated
@ConfigurationProperties("huodang.vault")
record VaultSettings(
    @Nullable Path directory, @Nullable Path derivativesDirectory, @Valid @DefaultValue S3 s3) {

  /**
   * An S3 store.
   *
   * @param endpoint for example {@code http://127.0.0.1:9000}; blank for none
   * @param accessKey who we are
   * @param secretKey how we prove it
   * @param mastersBucket of masters, page texts and manifests; made, with object lock, when missing
   * @param derivativesBucket of pictures that can be made again; made when missing
   * @param region of both buckets
   */
  record S3(
      @DefaultValue("") String endpoint,
      @DefaultValue("") String accessKey,
      @DefaultValue("") String secretKey,
      @NotBlank @DefaultValue("huodang-masters") String mastersBucket,
      @NotBlank @DefaultValue("huodang-derivatives") String derivativesBucket,
      @NotBlank @DefaultValue("us-east-1") String region) {

    boolean given() {
      return !endpoint.isBlank();
    }

    String bucket(Holding holding) {
      return holding == Holding.DERIVATIVE ? derivativesBucket : mastersBucket;
    }

    /** Without the keys: settings end in logs. */
    @Override
    public String toString() {
      return "S3[" + endpoint + ", " + mastersBucket + ", " + derivativesBucket + "]";
    }
  }
}
