package io.mockarty.blob;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * S3Proxy, an S3 server that checks signatures, as a process of its own. Its class path is written by the build, see
 * the pom; what it stores is in its memory.
 */
final class S3Server implements AutoCloseable {

    static final String ACCESS_KEY = "test-access";
    static final String SECRET_KEY = "test-secret-that-nobody-may-see";

    private static final Pattern STARTED = Pattern.compile("Started .*ServerConnector.*\\{127\\.0\\.0\\.1:(\\d+)}");

    private static final String LOGGING = """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%level %logger{0} %msg%n</pattern></encoder>
              </appender>
              <root level="info"><appender-ref ref="out"/></root>
            </configuration>
            """;

    private final ChildJvm process;
    private final URI endpoint;
    private final S3Client client;

    private S3Server(ChildJvm process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
        this.client = S3Client.builder()
                .overrideConfiguration(settings -> settings.putHeader("Connection", "close"))
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                // An empty object has no body then. A checksum behind it would be one, which the server does not wait
                // for.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** Starts a server; its configuration is written to a directory. */
    static S3Server start(Path directory) throws IOException, InterruptedException {
        Path logging = Files.writeString(directory.resolve("logging.xml"), LOGGING);
        Path properties = Files.write(
                directory.resolve("s3proxy.properties"),
                List.of(
                        "s3proxy.endpoint=http://127.0.0.1:0",
                        "s3proxy.authorization=aws-v4",
                        "s3proxy.identity=" + ACCESS_KEY,
                        "s3proxy.credential=" + SECRET_KEY,
                        "jclouds.provider=transient-nio2",
                        "jclouds.identity=unused",
                        "jclouds.credential=unused"));
        ChildJvm process = ChildJvm.on(
                Files.readString(Path.of("target/s3-server-class-path.txt"), UTF_8),
                List.of(
                        "-Xmx512m",
                        "-Dlogback.configurationFile=" + logging,
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        properties.toString()));
        try {
            String line = process.awaitLine(text -> STARTED.matcher(text).find());
            Matcher port = STARTED.matcher(line);
            port.find();
            return new S3Server(process, URI.create("http://127.0.0.1:" + port.group(1)));
        } catch (AssertionError e) {
            process.close();
            throw e;
        }
    }

    /** Makes a bucket and returns how to reach it. */
    S3Options newBucket() {
        String bucket = "test-" + UUID.randomUUID();
        client.createBucket(request -> request.bucket(bucket));
        return options(bucket);
    }

    S3Options options(String bucket) {
        return S3Options.of(endpoint, bucket).credentials(ACCESS_KEY, SECRET_KEY);
    }

    /** {@return a client that knows nothing of our rules} */
    S3Client client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }
}
