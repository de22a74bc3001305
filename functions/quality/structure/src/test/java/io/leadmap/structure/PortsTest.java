package io.leadmap.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Who is handed what is kept. */
class PortsTest {

    private static final String STORE = "io.leadmap.ports.Store";

    /** A constructor that takes the whole store says nothing about what its class does with it. */
    @Test
    void only_wiring_and_adapters_name_the_whole_store() {
        List<String> naming =
                new ClassFileImporter()
                        .importPaths(Room.all().stream().map(Room::classes).toList()).stream()
                                .filter(PortsTest::namesTheStore)
                                .map(JavaClass::getName)
                                .toList();

        assertThat(naming).contains("io.leadmap.dynamodb.DynamoStore");
        assertThat(naming)
                .filteredOn(name -> !name.contains("Wiring"))
                .allMatch(name -> name.matches("io\\.leadmap\\.(dynamodb|testkit)\\..*"));
    }

    private static boolean namesTheStore(JavaClass type) {
        return !type.getName().equals(STORE)
                && type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(used -> used.getTargetClass().getName().equals(STORE));
    }
}
