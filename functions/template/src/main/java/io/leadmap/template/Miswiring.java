package io.leadmap.template;

/**
 * One thing in template.yaml that the runner cannot serve as it stands.
 *
 * @param path where, such as {@code Resources.FormIntake.Properties.Timeout}
 * @param message what is wrong, for the person who wrote it
 */
public record Miswiring(String path, String message) {
    @Override
    public String toString() {
        return path + ": " + message;
    }
}
