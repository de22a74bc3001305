package io.leadmap.sam;

import java.net.URI;

/**
 * LocalStack as infrastructure/localstack/start starts it, with a network and a port of its own.
 *
 * @param name of the container and of the network, in which functions find it
 * @param endpoint where this machine finds it
 */
record DockerLocalStack(String name, URI endpoint) implements AutoCloseable {

    static final String IMAGE = "localstack/localstack:4.14.0";

    private static final String READY = "LocalStack is ready: ";

    static DockerLocalStack start(String name) {
        Shell.Output output = Shell.run("infrastructure/localstack/start", name, "0");
        if (!output.succeeded()) {
            remove(name);
        }
        return new DockerLocalStack(
                name,
                output.orFail()
                        .lines()
                        .filter(line -> line.startsWith(READY))
                        .map(line -> URI.create(line.substring(READY.length())))
                        .findFirst()
                        .orElseThrow());
    }

    @Override
    public void close() {
        remove(name);
    }

    private static void remove(String name) {
        Shell.run("docker", "rm", "--force", "--volumes", name);
        Shell.run("docker", "network", "rm", name);
    }
}
