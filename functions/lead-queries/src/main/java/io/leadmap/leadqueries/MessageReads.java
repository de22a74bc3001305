package io.leadmap.leadqueries;

import io.leadmap.domain.message.Message;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Pages;
import io.leadmap.lambda.QueryParameters;
import io.leadmap.lambda.Routes;
import io.leadmap.leads.MessageJson;
import io.leadmap.ports.Messages;

import java.util.List;

/**
 * {@code GET /messages}: what the caller wrote to people of the practice and got from them, newest
 * first. It reads no more than a page shows.
 */
public final class MessageReads implements Endpoint {

    private final Messages messages;
    private final Pages pages;

    public MessageReads(Messages messages, Pages pages) {
        this.messages = messages;
        this.pages = pages;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.route("GET /messages", Access.ANYBODY, this::messages, "limit", "cursor");
    }

    private HttpResponse messages(Call call) {
        QueryParameters parameters = new QueryParameters(call.request());
        String me = call.caller().person().id();
        int limit = parameters.limit();
        return pages.from(
                call,
                parameters,
                before -> {
                    List<Message> found = messages.of(call.practice(), me, before, limit + 1);
                    return HttpResponse.json(
                            200,
                            pages.first(
                                    call,
                                    parameters,
                                    found,
                                    limit,
                                    message -> MessageJson.of(message, me),
                                    Message::id));
                });
    }
}
