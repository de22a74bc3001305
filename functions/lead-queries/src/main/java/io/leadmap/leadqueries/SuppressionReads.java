package io.leadmap.leadqueries;

import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Pages;
import io.leadmap.lambda.QueryParameters;
import io.leadmap.lambda.Routes;
import io.leadmap.mail.SuppressionRow;
import io.leadmap.ports.Suppressions;
import io.leadmap.ports.Suppressions.Kept;
import io.leadmap.ports.Suppressions.Page;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What keeps mail from which addresses, with the leads that have them now. */
public final class SuppressionReads implements Endpoint {

    private static final Set<String> STATES = Set.of("standing", "lifted", "all");

    private final Suppressions suppressions;
    private final Pages pages;

    public SuppressionReads(Suppressions suppressions, Pages pages) {
        this.suppressions = suppressions;
        this.pages = pages;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.route(
                "GET /suppressions",
                Access.ADMINISTRATORS,
                this::list,
                "email",
                "state",
                "limit",
                "cursor");
    }

    private HttpResponse list(Call call) {
        QueryParameters parameters = new QueryParameters(call.request());
        String email = parameters.text("email");
        String state = parameters.text("state");
        if (state != null && !STATES.contains(state)) {
            parameters.wrong("state", "standing, lifted or all is needed");
        }
        int limit = parameters.limit();
        Predicate<SuppressionRow> wanted = wanted(state == null ? "standing" : state);
        return pages.from(
                call,
                parameters,
                after -> {
                    List<SuppressionRow> rows =
                            email == null
                                    ? rows(call, limit, after, wanted)
                                    : suppressions
                                            .named(call.practice(), IdentityKey.normalised(email))
                                            .stream()
                                            .flatMap(SuppressionRow::of)
                                            .filter(wanted)
                                            .filter(behind(after))
                                            .toList();
                    return HttpResponse.json(
                            200,
                            pages.first(
                                    call,
                                    parameters,
                                    rows,
                                    limit,
                                    row -> row.json(call.caller().practice()),
                                    SuppressionRow::id));
                });
    }

    /** One more than the page takes, if there are as many. */
    private List<SuppressionRow> rows(
            Call call, int limit, @Nullable String after, Predicate<SuppressionRow> wanted) {
        List<SuppressionRow> rows = new ArrayList<>();
        @Nullable String address = null;
        if (after != null) {
            address = after.substring(0, after.lastIndexOf('.'));
            add(
                    rows,
                    suppressions.find(call.practice(), address).stream().toList(),
                    wanted.and(behind(after)));
        }
        do {
            Page page = suppressions.page(call.practice(), limit, address);
            add(rows, page.kept(), wanted);
            address = page.next();
        } while (address != null && rows.size() <= limit);
        return rows;
    }

    private static void add(
            List<SuppressionRow> rows, List<Kept> addresses, Predicate<SuppressionRow> wanted) {
        addresses.stream().flatMap(SuppressionRow::of).filter(wanted).forEach(rows::add);
    }

    private static Predicate<SuppressionRow> behind(@Nullable String after) {
        return row -> after == null || row.id().compareTo(after) > 0;
    }

    private static Predicate<SuppressionRow> wanted(String state) {
        return switch (state) {
            case "all" -> row -> true;
            case "lifted" -> row -> !row.suppression().stands();
            default -> row -> row.suppression().stands();
        };
    }
}
