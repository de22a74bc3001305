package io.leadmap.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.lambda.HttpFunction;
import io.leadmap.template.Route;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Before its snapshot a function goes the way of its first event, and touches nothing real. */
class PrimingTest {

    private static final String PRACTICE = "primed";

    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-03-01T00:00:00Z"));

    private static Conversation conversation;
    private static String lead;

    @BeforeAll
    static void deploy() {
        conversation = new Conversation(new Deployment(NOW.instant()), PRACTICE);
        lead = new Scene(conversation).lead("physio");
    }

    /**
     * The first event of a primed copy loads little of what an unprimed one loads: each copy has
     * the function's classes to itself, and the loader counts.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {"FormIntake POST /forms/{formId}", "LeadUpdates POST /leads/{id}/calls"})
    void the_first_event_of_a_primed_function_finds_loaded_what_it_needs(String functionAndRoute)
            throws Exception {
        String[] parts = functionAndRoute.split(" ", 2);

        int unprimed = loadedByFirstEvent(parts[0], event(parts[1]), false);
        int primed = loadedByFirstEvent(parts[0], event(parts[1]), true);

        assertThat(unprimed).isGreaterThan(500);
        assertThat((double) primed / unprimed).as(primed + " of " + unprimed).isLessThan(0.2);
    }

    private static ObjectNode event(String routeKey) {
        Route route =
                Deployment.routes().stream()
                        .filter(r -> r.key().equals(routeKey))
                        .findFirst()
                        .orElseThrow();
        String body =
                route.path().startsWith("/forms")
                        ? "{\"fullName\":\"Nina No\",\"email\":\"n@example.com\"}"
                        : "{\"outcome\":\"noAnswer\"}";
        ObjectNode event =
                Conversation.event(
                        route,
                        route.path(),
                        "",
                        Map.of("id", lead, "formId", PRACTICE + "-enquiry"),
                        Map.of("content-type", "application/json"),
                        body.getBytes(StandardCharsets.UTF_8));
        if (route.authorizer().isPresent()) {
            Conversation.sign(event, PRACTICE, "ava", "[agent]");
        }
        return event;
    }

    private static int loadedByFirstEvent(String function, ObjectNode event, boolean prime)
            throws Exception {
        try (Counting loader = new Counting()) {
            Object handler =
                    loader.loadClass(Deployment.handlerName(function))
                            .getConstructor(Map.class, InstantSource.class)
                            .newInstance(Deployment.environment(function), NOW);
            if (prime) {
                method(handler, "beforeCheckpoint").invoke(handler, new Object[] {null});
            }
            int before = loader.defined;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            method(handler, "handleRequest")
                    .invoke(
                            handler,
                            new ByteArrayInputStream(Deployment.JSON.writeValueAsBytes(event)),
                            out,
                            null);
            assertThat(Answer.of(Deployment.JSON.readTree(out.toByteArray())).status())
                    .isBetween(200, 202);
            return loader.defined - before;
        }
    }

    private static java.lang.reflect.Method method(Object handler, String name) {
        for (java.lang.reflect.Method method : handler.getClass().getMethods()) {
            if (method.getName().equals(name) && !method.isBridge()) {
                return method;
            }
        }
        throw new IllegalStateException(handler.getClass() + " has no " + name);
    }

    /** Loads everything but the JDK by itself, as each function has its own of everything. */
    private static final class Counting extends URLClassLoader {

        private int defined;

        Counting() throws MalformedURLException {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] classPath() throws MalformedURLException {
            List<URL> urls = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                urls.add(new File(entry).toURI().toURL());
            }
            return urls.toArray(URL[]::new);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            Class<?> found = super.findClass(name);
            defined++;
            return found;
        }
    }

    @Test
    void priming_calls_no_service_reads_no_credentials_and_logs_no_fault() throws IOException {
        PrintStream stdout = System.out;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        long changes = Deployment.changes();
        try (ServerSocket services = new ServerSocket(0)) {
            services.setSoTimeout(1);
            String url = "http://localhost:" + services.getLocalPort();
            System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
            for (String function :
                    Deployment.routes().stream().map(Route::function).distinct().toList()) {
                Map<String, String> environment = new HashMap<>(Deployment.environment(function));
                environment
                        .keySet()
                        .removeIf(name -> name.startsWith("AWS_") && !name.equals("AWS_REGION"));
                environment.put("AWS_ENDPOINT_URL", url);
                environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url);
                HttpFunction primed = (HttpFunction) Deployment.handler(function, environment, NOW);
                primed.beforeCheckpoint(null);
            }
            assertThat(isCalled(services)).isFalse();
        } finally {
            System.setOut(stdout);
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(Deployment.changes()).isEqualTo(changes);
    }

    private static boolean isCalled(ServerSocket server) throws IOException {
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException nobodyCame) {
            return false;
        }
    }
}
