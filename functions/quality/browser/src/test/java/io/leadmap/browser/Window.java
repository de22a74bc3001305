package io.leadmap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A browser window of one person: what was asked of the API in it, and what the browser complained
 * about.
 */
final class Window implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** One for the suite; it ends with the JVM. */
    private static final class Chromium {
        static final Browser BROWSER =
                Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setArgs(List.of("--no-sandbox")));
    }

    private final BrowserContext context;
    private final Page page;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Window(int width, int height) {
        boolean there = Files.exists(CHROMIUM);
        if (Boolean.getBoolean("browser.required")) {
            assertThat(there).as("Chromium at " + CHROMIUM).isTrue();
        }
        assumeTrue(there, "there is no Chromium");
        context =
                Chromium.BROWSER.newContext(
                        new Browser.NewContextOptions().setViewportSize(width, height));
        page = context.newPage();
        page.onRequest(requests::add);
        page.onConsoleMessage(message -> {
            // The browser reports every 412 and 422 of a fetch; both are answers here.
            if ("error".equals(message.type())
                    && !message.text().matches(".*status of 4(12|22).*")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Window wide() {
        return new Window(1280, 800);
    }

    static Window of(int width, int height) {
        return new Window(width, height);
    }

    /** Opened at an address behind the {@code #}, signed in. */
    Window as(String name, String hash) {
        return as(Product.running(), name, hash);
    }

    /** The same of another product. */
    Window as(Product product, String name, String hash) {
        page.navigate(product.address() + "/console/" + hash);
        button("Sign in as " + name).click();
        page.locator("h1").first().waitFor();
        page.locator("header.top").waitFor();
        return this;
    }

    Page page() {
        return page;
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator exactly(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator said() {
        return page.locator(".said");
    }

    /** The value of a field, by its name beside it. */
    Locator value(String field) {
        return page.locator("[data-field$='." + field + "']");
    }

    /** What is typed into while a field is edited. */
    Locator control(String field) {
        return page.locator("#f-" + field + "-box [data-part]");
    }

    /** Edits a field and leaves it by Enter. */
    void edit(String field, String text) {
        value(field).click();
        control(field).fill(text);
        page.keyboard().press("Enter");
    }

    List<Request> sent(String method, String path) {
        return requests.stream()
                .filter(request -> request.method().equals(method) && request.url().contains(path))
                .toList();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** What the browser said that it should not: errors, exceptions, reports of the policy. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Every rule of WCAG 2.2 AA that can be judged by machine, on what is shown. */
    void isAccessible() {
        var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        assertThat(
                        found.stream()
                                .flatMap(rule ->
                                        rule.getNodes().stream()
                                                .map(node -> rule.getId() + ": " + node.getHtml()))
                                .toList())
                .isEmpty();
    }

    void doesNotScrollSideways() {
        assertThat(
                        page.evaluate(
                                "document.documentElement.scrollWidth -"
                                        + " document.documentElement.clientWidth"))
                .isEqualTo(0);
    }

    @Override
    public void close() {
        context.close();
    }
}
