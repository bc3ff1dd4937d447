package io.mockarty.blob;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Says in our words what the client of a bucket threw.
 *
 * @param store the name of the store
 */
record S3Errors(String store) {

    private static final Set<String> WRONG_REGION =
            Set.of("PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException");
    private static final Set<String> WRONG_CLOCK = Set.of("RequestTimeTooSkewed", "RequestExpired");

    BlobStoreException failure(String key, SdkException e) {
        if ("NoSuchKey".equals(code(e))) {
            return new BlobNotFoundException(store, key);
        }
        return new BlobStoreException(store, key, problem(e), e);
    }

    private static String problem(SdkException e) {
        if (e instanceof SdkServiceException answer) {
            String code = code(e);
            String said = "the server answered " + answer.statusCode() + (code == null ? "" : " " + code);
            return said + advice(answer.statusCode(), code == null ? "" : code);
        }
        if (e instanceof AbortedException) {
            return "interrupted (expected: to be left alone until done; try again)";
        }
        IOException io = ioCause(e);
        if (io != null) {
            return "the server could not be reached: " + FileTree.reason(io)
                    + " (expected: a server at the endpoint; check the endpoint, and that the server runs)";
        }
        return String.valueOf(e.getMessage());
    }

    private static String advice(int status, String code) {
        if (code.equals("NoSuchBucket")) {
            return " (expected: an existing bucket; create it, or correct its name)";
        }
        if (WRONG_CLOCK.contains(code)) {
            return " (expected: the time of the server; set the clock of this machine)";
        }
        if (status == 301 || WRONG_REGION.contains(code)) {
            return " (expected: the region and the endpoint of the bucket; correct them)";
        }
        if (status == 401 || status == 403) {
            return " (expected: credentials that may list, read, write and delete in the bucket;"
                    + " check the access key, the secret key and the policies)";
        }
        return status >= 500 || status == 429
                ? " (expected: an answer; the request was repeated in vain, try again later)"
                : " (expected: success; see what the server logged)";
    }

    private static @Nullable String code(SdkException e) {
        AwsErrorDetails details = e instanceof S3Exception answer ? answer.awsErrorDetails() : null;
        String code = details == null ? null : details.errorCode();
        return code == null || code.isBlank() ? null : code;
    }

    private static @Nullable IOException ioCause(Throwable e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return null;
    }
}
