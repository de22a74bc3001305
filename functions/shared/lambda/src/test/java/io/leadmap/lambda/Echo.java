package io.leadmap.lambda;

import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.ports.Practices;
import io.leadmap.ports.SignIns;
import io.leadmap.ports.TooLarge;
import io.leadmap.ports.Unavailable;
import io.leadmap.testkit.InMemoryStore;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A function with one route of each kind, to see what the runtime makes of them. */
final class Echo extends HttpFunction {

    Echo(Map<String, String> environment, InstantSource clock) {
        this(beansOf(Echo.class, environment, clock));
    }

    private Echo(ApplicationContext beans) {
        super(beans, Echo::new, Endpoint.class);
    }

    @Factory
    static final class Beans {

        @Singleton
        SignIns signIns(InstantSource clock) {
            return new InMemoryStore(clock).signIns();
        }

        @Singleton
        Practices practices() {
            return new Practices() {
                @Override
                public Optional<Practice> find(PracticeId practice) {
                    return SamplePractice.ID.equals(practice)
                            ? Optional.of(SamplePractice.PRACTICE)
                            : Optional.empty();
                }

                @Override
                public Optional<Practice> find(PracticeId practice, long version) {
                    return find(practice);
                }

                @Override
                public List<PracticeId> ids() {
                    return List.of(SamplePractice.ID);
                }

                @Override
                public boolean store(Practice practice, long expected) {
                    return false;
                }
            };
        }

        private static AwsServiceException refused(String code) {
            return AwsServiceException.builder()
                    .statusCode(400)
                    .awsErrorDetails(
                            AwsErrorDetails.builder()
                                    .errorCode(code)
                                    .errorMessage("not authorized to perform: dynamodb:PutItem")
                                    .build())
                    .build();
        }

        @Singleton
        Scenery scenery(Environment environment) {
            return () -> environment.required("KEY_ARN");
        }

        @Singleton
        Endpoint endpoint() {
            return routes ->
                    routes.open(
                                    "GET /open",
                                    request ->
                                            HttpResponse.text(
                                                    200,
                                                    "text/plain",
                                                    request.query("q").orElse("")))
                            .open(
                                    "GET /things/{id}",
                                    request ->
                                            HttpResponse.text(
                                                    200, "text/plain", request.path("id")))
                            .open(
                                    "GET /busy",
                                    request -> {
                                        throw new Unavailable("busy", null);
                                    })
                            .open(
                                    "GET /huge",
                                    request -> {
                                        throw new TooLarge(new IllegalStateException("400 KB"));
                                    })
                            .open(
                                    "GET /denied",
                                    request -> {
                                        throw refused("AccessDeniedException");
                                    })
                            .open(
                                    "GET /wrong",
                                    request -> {
                                        throw refused("ValidationException");
                                    })
                            .open(
                                    "GET /broken",
                                    request -> {
                                        throw new IllegalStateException("secret of Monique");
                                    })
                            .route(
                                    "GET /me",
                                    Access.ANYBODY,
                                    call ->
                                            HttpResponse.json(
                                                    200,
                                                    Json.object()
                                                            .put(
                                                                    "id",
                                                                    call.caller().person().id())))
                            .route(
                                    "POST /work",
                                    Access.AGENTS,
                                    call -> {
                                        JsonBody body = JsonBody.of(call.request());
                                        String name = body.requiredText("name");
                                        return body.then(() ->
                                                HttpResponse.json(
                                                        200, Json.object().put("name", name)));
                                    });
        }
    }
}
