package io.huodang.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/** An S3 in the test's own process, which knows conditional writes, but no object lock. */
public final class ProxiedS3 implements AutoCloseable {
  private final S3Proxy proxy;

  private ProxiedS3(S3Proxy proxy) {
    this.proxy = proxy;
  }

  /**
   * Starts it.
   *
   * @param store the folder in which each bucket is a folder
   * @param port 0 for any
   */
  public static ProxiedS3 start(Path store, int port, String accessKey, String secretKey)
      throws Exception {
    Properties where = new Properties();
    where.setProperty("jclouds.filesystem.basedir", store.toString());
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(BlobStores.create("filesystem-nio2", where))
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
            .build();
    proxy.start();
    return new ProxiedS3(proxy);
  }

  /** The port that it listens on. */
  public int port() {
    return proxy.getPort();
  }

  /** Where it is. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  @Override
  public void close() throws Exception {
    proxy.stop();
  }
}
