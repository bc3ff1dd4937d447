package io.mockarty.blob;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a bucket is, and whose.
 *
 * @param endpoint the address of the server, with {@code http} or {@code https} and without the bucket, such as
 *     {@code https://s3.eu-west-1.amazonaws.com}
 * @param region the region that requests are signed for; what speaks like S3 often takes any
 * @param bucket the name of the bucket, which must exist
 * @param accessKey the public half of the credentials, or null for those the AWS client finds by itself: in its
 *     environment variables and system properties, its files in the home directory, the role of the machine
 * @param secretKey the secret half, or null like the access key; never in a message
 * @param pathStyle whether the bucket stands in the path of the address, rather than before the host; most servers
 *     other than Amazon's want it so
 */
public record S3Options(
        URI endpoint,
        String region,
        String bucket,
        @Nullable String accessKey,
        @Nullable String secretKey,
        boolean pathStyle) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when one of them cannot be meant
     */
    public S3Options {
        String scheme = endpoint.getScheme();
        if (scheme == null || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT)) || endpoint.getHost() == null) {
            throw new IllegalArgumentException("endpoint: no address of a server"
                    + " (expected: http or https and a host, as in https://s3.eu-west-1.amazonaws.com)");
        }
        if (endpoint.getRawUserInfo() != null || endpoint.getRawQuery() != null || endpoint.getRawFragment() != null) {
            throw new IllegalArgumentException("endpoint: more than an address (expected: no user, query or fragment;"
                    + " credentials go to accessKey and secretKey)");
        }
        if (region.isBlank()) {
            throw new IllegalArgumentException("region: empty (expected: for example us-east-1)");
        }
        if (bucket.isBlank() || bucket.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "bucket: \"" + bucket + "\" (expected: the name of a bucket, without slashes)");
        }
        if (isGiven(accessKey) != isGiven(secretKey)) {
            throw new IllegalArgumentException(
                    (isGiven(accessKey) ? "secretKey" : "accessKey") + ": missing (expected: both keys or neither)");
        }
    }

    /**
     * Names a bucket of the region {@code us-east-1} in path style, with the credentials that the AWS client finds.
     *
     * @param endpoint the address of the server
     * @param bucket the name of the bucket
     * @return the options, to be refined
     */
    public static S3Options of(URI endpoint, String bucket) {
        return new S3Options(endpoint, "us-east-1", bucket, null, null, true);
    }

    /**
     * Sets the region.
     *
     * @param other the region that requests are signed for
     * @return a copy with that region
     */
    public S3Options region(String other) {
        return new S3Options(endpoint, other, bucket, accessKey, secretKey, pathStyle);
    }

    /**
     * Sets the credentials.
     *
     * @param access the public half
     * @param secret the secret half
     * @return a copy with those credentials
     */
    public S3Options credentials(String access, String secret) {
        return new S3Options(endpoint, region, bucket, access, secret, pathStyle);
    }

    /**
     * Sets where the bucket stands in the address.
     *
     * @param inPath true for the path, false for before the host
     * @return a copy with that style
     */
    public S3Options pathStyle(boolean inPath) {
        return new S3Options(endpoint, region, bucket, accessKey, secretKey, inPath);
    }

    private static boolean isGiven(@Nullable String key) {
        return key != null && !key.isBlank();
    }

    /** Names the place, and no credentials. */
    @Override
    public String toString() {
        return "S3 bucket " + bucket + " at " + endpoint;
    }
}
