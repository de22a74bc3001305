package io.leadmap.simulation.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks for a class or a resource once: Micronaut seeks its services in every library of the class
 * path whenever beans are made, which takes longer than a whole story.
 */
final class RememberingLoader extends ClassLoader {

    static final RememberingLoader SHARED =
            new RememberingLoader(RememberingLoader.class.getClassLoader());

    private final Map<String, Optional<Class<?>>> classes = new ConcurrentHashMap<>();
    private final Map<String, List<URL>> resources = new ConcurrentHashMap<>();
    private final ClassLoader of;

    private RememberingLoader(ClassLoader of) {
        super(of);
        this.of = of;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return classes.computeIfAbsent(name, this::find)
                .orElseThrow(() -> new ClassNotFoundException(name));
    }

    private Optional<Class<?>> find(String name) {
        try {
            return Optional.of(of.loadClass(name));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) {
        return Collections.enumeration(resources.computeIfAbsent(name, this::all));
    }

    private List<URL> all(String name) {
        try {
            return Collections.list(of.getResources(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
