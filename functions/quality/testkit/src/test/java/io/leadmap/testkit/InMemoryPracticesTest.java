package io.leadmap.testkit;

import io.leadmap.ports.Practices;

class InMemoryPracticesTest implements PracticesContract {

    private final Practices practices = new InMemoryPractices(new Shelf());

    @Override
    public Practices practices() {
        return practices;
    }
}
