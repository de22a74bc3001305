package io.leadmap.aws;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a function's AWS services are and who it is there, from its environment variables alone: no
 * profile file is read and no other provider is asked, which a cold start would pay for.
 *
 * @param variables the function's environment
 */
public record AwsEnvironment(Map<String, String> variables) {

    /** Copies what it is given. */
    public AwsEnvironment {
        variables = Map.copyOf(variables);
    }

    /** The same names, in no region and with no keys that were anybody's. */
    static AwsEnvironment rehearsal(Map<String, String> variables) {
        Map<String, String> named = new HashMap<>(variables);
        named.keySet().removeIf(name -> name.startsWith("AWS_"));
        named.put("AWS_REGION", "us-east-1");
        named.put("AWS_ACCESS_KEY_ID", "rehearsal");
        named.put("AWS_SECRET_ACCESS_KEY", "rehearsal");
        return new AwsEnvironment(named);
    }

    /** The name of something that the function uses; a fault if it is missing. */
    public String required(String name) {
        return first(name)
                .orElseThrow(() ->
                        new IllegalStateException("environment variable " + name + " is missing"));
    }

    /**
     * The region.
     *
     * @throws IllegalStateException when neither {@code AWS_REGION} nor {@code AWS_DEFAULT_REGION}
     *     is set
     */
    public Region region() {
        return first("AWS_REGION", "AWS_DEFAULT_REGION")
                .map(Region::of)
                .orElseThrow(() -> new IllegalStateException("AWS_REGION is not set"));
    }

    /**
     * Another endpoint than the region's, if there is one: {@code AWS_ENDPOINT_URL_<SERVICE>}, then
     * {@code AWS_ENDPOINT_URL}.
     *
     * @param service such as {@code DYNAMODB}
     */
    public Optional<URI> endpoint(String service) {
        return first("AWS_ENDPOINT_URL_" + service, "AWS_ENDPOINT_URL").map(URI::create);
    }

    /**
     * The keys in the environment; without them the container's, which is how a function with
     * SnapStart gets them after it was restored.
     */
    public AwsCredentialsProvider credentials() {
        Optional<String> key = first("AWS_ACCESS_KEY_ID");
        Optional<String> secret = first("AWS_SECRET_ACCESS_KEY");
        if (key.isEmpty() || secret.isEmpty()) {
            return ContainerCredentialsProvider.builder().build();
        }
        return StaticCredentialsProvider.create(
                first("AWS_SESSION_TOKEN")
                        .<AwsCredentials>map(token ->
                                AwsSessionCredentials.create(key.get(), secret.get(), token))
                        .orElseGet(() -> AwsBasicCredentials.create(key.get(), secret.get())));
    }

    private Optional<String> first(String... names) {
        return Stream.of(names)
                .map(name -> variables.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Names only: values may be credentials. */
    @Override
    public String toString() {
        return "AwsEnvironment" + variables.keySet();
    }
}
