package io.leadmap.lambda;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;

import java.util.Optional;
import java.util.function.Function;

/** A request with the person who makes it. */
public record Call(HttpRequest request, Caller caller) {

    public PracticeId practice() {
        return caller.practiceId();
    }

    /** Goes on with the lead that the path names, or answers 404 where it cannot be an id. */
    public HttpResponse withLead(Function<LeadId, HttpResponse> next) {
        String id = request.path("id");
        return LeadId.isValid(id) ? next.apply(new LeadId(id)) : Problem.notFound().response();
    }

    public Optional<String> query(String name) {
        return request.query(name);
    }
}
