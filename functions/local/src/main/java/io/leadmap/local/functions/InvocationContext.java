package io.leadmap.local.functions;

import io.leadmap.template.FunctionDefinition;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;

/**
 * Lambda's Context for one invocation. The interface is the one in the function's zip, so it is
 * given as a proxy in the function's class loader. Time that remains is real time.
 */
final class InvocationContext {
    static final String TYPE = "com.amazonaws.services.lambda.runtime.Context";
    private static final String LOGGER = "com.amazonaws.services.lambda.runtime.LambdaLogger";

    private final FunctionDefinition function;
    private final String requestId;
    private final FunctionOutput output;
    private final long deadline;

    InvocationContext(FunctionDefinition function, String requestId, FunctionOutput output) {
        this.function = function;
        this.requestId = requestId;
        this.output = output;
        this.deadline = System.nanoTime() + function.timeout().toNanos();
    }

    Object in(ClassLoader loader) throws ClassNotFoundException {
        Object logger = proxy(loader, LOGGER, this::log);
        return proxy(
                loader,
                TYPE,
                (proxy, method, arguments) ->
                        method.getName().equals("equals")
                                ? proxy == arguments[0]
                                : answer(method.getName(), proxy, logger));
    }

    private static Object proxy(ClassLoader loader, String type, InvocationHandler handler)
            throws ClassNotFoundException {
        return Proxy.newProxyInstance(loader, new Class<?>[] {loader.loadClass(type)}, handler);
    }

    private @Nullable Object answer(String method, Object proxy, Object logger) {
        return switch (method) {
            case "getAwsRequestId" -> requestId;
            case "getFunctionName" -> function.logicalId();
            case "getFunctionVersion" -> "1";
            case "getInvokedFunctionArn" -> function.arn() + ":live";
            case "getLogGroupName" -> "/aws/lambda/" + function.logicalId();
            case "getLogStreamName" -> "local";
            case "getMemoryLimitInMB" -> function.memory();
            case "getRemainingTimeInMillis" ->
                    (int) Math.max(0, (deadline - System.nanoTime()) / 1_000_000);
            case "getLogger" -> logger;
            case "toString" -> "Context of " + requestId;
            case "hashCode" -> System.identityHashCode(proxy);
            default -> null;
        };
    }

    private @Nullable Object log(Object proxy, Method method, Object @Nullable [] arguments) {
        if (method.getName().equals("log") && arguments != null) {
            String text =
                    arguments[0] instanceof byte[] bytes
                            ? new String(bytes, StandardCharsets.UTF_8)
                            : String.valueOf(arguments[0]);
            output.line(function.logicalId(), text.stripTrailing());
        }
        return method.getName().equals("hashCode") ? System.identityHashCode(proxy) : null;
    }
}
