package io.mockarty.blob;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/** Makes the clients of buckets. */
final class S3Clients {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

    private S3Clients() {}

    /**
     * Keeps to what all servers know: plain signed bodies, without the checksums and the chunks that only Amazon reads.
     * Takes a new connection for each request: the Java platform keeps those that a server has ended after an error,
     * and a body that is streamed into one of them cannot be sent again by it.
     */
    static S3Client client(S3Options options) {
        S3ClientBuilder builder = S3Client.builder()
                .endpointOverride(options.endpoint())
                .region(Region.of(options.region()))
                .forcePathStyle(options.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(READ_TIMEOUT));
        ClientOverrideConfiguration.Builder settings =
                ClientOverrideConfiguration.builder().putHeader("Connection", "close");
        String accessKey = options.accessKey();
        String secretKey = options.secretKey();
        if (accessKey != null && secretKey != null && !accessKey.isBlank()) {
            // With credentials of our own, files in the home directory have no say.
            ProfileFile none = ProfileFile.aggregator().build();
            settings.defaultProfileFile(none);
            builder.credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)));
        }
        return builder.overrideConfiguration(settings.build()).build();
    }
}
