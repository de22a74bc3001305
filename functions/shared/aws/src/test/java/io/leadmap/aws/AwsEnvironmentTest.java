package io.leadmap.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;

import java.net.URI;
import java.util.Map;

class AwsEnvironmentTest {

    @Test
    void a_services_own_endpoint_wins_over_the_common_one() {
        AwsEnvironment environment =
                new AwsEnvironment(
                        Map.of(
                                "AWS_ENDPOINT_URL", "http://localhost:4566",
                                "AWS_ENDPOINT_URL_SES", "http://localhost:1"));
        assertThat(environment.endpoint("SES")).contains(URI.create("http://localhost:1"));
        assertThat(environment.endpoint("KMS")).contains(URI.create("http://localhost:4566"));
        assertThat(new AwsEnvironment(Map.of("AWS_ENDPOINT_URL", "")).endpoint("KMS")).isEmpty();
    }

    @Test
    void keys_of_the_environment_are_used_and_the_containers_otherwise() {
        AwsEnvironment keys =
                new AwsEnvironment(
                        Map.of(
                                "AWS_ACCESS_KEY_ID", "a",
                                "AWS_SECRET_ACCESS_KEY", "s",
                                "AWS_SESSION_TOKEN", "t"));
        assertThat(keys.credentials().resolveCredentials())
                .isEqualTo(AwsSessionCredentials.create("a", "s", "t"));
        assertThat(new AwsEnvironment(Map.of()).credentials())
                .isInstanceOf(ContainerCredentialsProvider.class);
    }

    @Test
    void a_region_is_needed_and_no_value_is_printed() {
        AwsEnvironment environment = new AwsEnvironment(Map.of("AWS_SECRET_ACCESS_KEY", "s3cr3t"));
        assertThatThrownBy(environment::region).isInstanceOf(IllegalStateException.class);
        assertThat(environment.toString()).doesNotContain("s3cr3t");
    }
}
