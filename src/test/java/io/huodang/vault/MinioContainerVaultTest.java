package io.huodang.vault;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.MinIOContainer;

/** MinIO in a container, where Docker runs and its image is there: none is fetched for a test. */
@EnabledIf(
    value = "isImageHere",
    disabledReason = "no Docker, or no image minio/minio:latest on this machine")
class MinioContainerVaultTest extends S3Contract {
  private static final String IMAGE = "minio/minio:latest";
  private static @Nullable MinIOContainer container;

  @BeforeAll
  static void start() {
    container = new MinIOContainer(IMAGE).withUserName(ACCESS_KEY).withPassword(SECRET_KEY);
    container.start();
  }

  static boolean isImageHere() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return false;
    }
    try {
      DockerClientFactory.lazyClient().inspectImageCmd(IMAGE).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  @AfterAll
  static void stop() {
    if (container != null) {
      container.stop();
    }
  }

  @Override
  String endpoint() {
    return Objects.requireNonNull(container).getS3URL();
  }
}
