package io.leadmap.simulation.actors;

import io.leadmap.ports.OutgoingMail;
import io.leadmap.simulation.world.Post;
import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.World;
import io.leadmap.testkit.HttpCall;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/**
 * Somebody unsubscribes by the link of a marketing mail.
 *
 * @param mail its number, latest first
 */
public record FollowLink(int mail) implements Action {

    @Override
    public void play(World world, @Nullable Strike strike) {
        List<OutgoingMail> marketing =
                world.post().arrivals().stream()
                        .map(Post.Arrival::mail)
                        .filter(one -> one.unsubscribe() != null)
                        .toList();
        if (marketing.isEmpty()) {
            return;
        }
        OutgoingMail one =
                marketing.get(marketing.size() - 1 - Math.floorMod(mail, marketing.size()));
        URI link = one.unsubscribe();
        if (link == null) {
            throw new IllegalStateException("a marketing mail has a link");
        }
        String path = link.getPath();
        HttpCall.Answer answer =
                world.call(
                        HttpCall.of("POST /unsubscribe/{token}")
                                .at("token", path.substring(path.lastIndexOf('/') + 1)),
                        strike);
        if (answer.status() == 200) {
            world.watchers().unsubscribed(one);
        }
    }

    @Override
    public String tell() {
        return "somebody unsubscribes by the marketing mail " + mail + " before the last";
    }
}
