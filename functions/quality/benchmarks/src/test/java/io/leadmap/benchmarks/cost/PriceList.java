package io.leadmap.benchmarks.cost;

import com.fasterxml.jackson.databind.JsonNode;

/** List prices of one region and day: infrastructure/cost/prices.json. */
record PriceList(JsonNode document) {

    /**
     * What so much costs, in dollars.
     *
     * @param name of the price, {@code lambda.requests}
     */
    double of(String name, double count) {
        JsonNode price = document.path("prices").path(name);
        if (!price.path("usd").isNumber() || price.path("per").asDouble() <= 0) {
            throw new IllegalArgumentException("no price of " + name);
        }
        return count * price.path("usd").asDouble() / price.path("per").asDouble();
    }

    /** What so much costs, in dollars, where a price is by gigabyte. */
    double ofBytes(String name, double bytes) {
        return of(name, bytes / 1e9);
    }

    String date() {
        return document.path("date").asText();
    }

    String region() {
        return document.path("region").asText();
    }
}
