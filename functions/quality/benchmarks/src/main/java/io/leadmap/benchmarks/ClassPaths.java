package io.leadmap.benchmarks;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which libraries stand beside a handler. */
final class ClassPaths {

    private ClassPaths() {}

    /**
     * What Lambda adds to a function: the runtime interface client and what it needs that is not in
     * every zip.
     */
    static List<Path> runtimeInterfaceClient() {
        List<Path> found =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(Path::of)
                        .filter(path ->
                                name(path)
                                        .matches(
                                                "aws-lambda-java-(runtime-interface-client|serialization)-.*"))
                        .toList();
        if (found.size() != 2) {
            throw new IllegalStateException("on the class path there are only " + found);
        }
        return found;
    }

    /** The SDK with DynamoDB and KMS, and the interfaces of Lambda; no framework, none of ours. */
    static boolean isForPlainJava(Path jar) {
        return name(jar)
                .matches(
                        "(annotations|auth|aws-core|aws-json-protocol|aws-query-protocol|checksums"
                                + "|checksums-spi|dynamodb|endpoints-spi|eventstream|http-.*"
                                + "|identity-spi|json-utils|kms|metrics-spi|profiles|protocol-core"
                                + "|reactive-streams|regions|retries|retries-spi|sdk-core|slf4j-api"
                                + "|third-party-jackson-core|url-connection-client|utils|utils-lite"
                                + "|aws-lambda-java-core)-\\d(?!.*SNAPSHOT).*");
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
