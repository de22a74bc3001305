package io.leadmap.local.stack;

import io.leadmap.template.FunctionDefinition;
import io.leadmap.template.Template;

import java.util.HashMap;
import java.util.Map;

/** What a function finds in its environment where the AWS endpoints stand in for AWS. */
public final class FunctionEnvironment {

    private FunctionEnvironment() {}

    /** The function's own variables of the template, and those that Lambda itself sets. */
    public static Map<String, String> of(
            FunctionDefinition function, Template template, CloudServices cloud) {
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.put("AWS_REGION", template.stack().region());
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.logicalId());
        environment.put("AWS_ACCESS_KEY_ID", function.logicalId());
        environment.put("AWS_SECRET_ACCESS_KEY", "not-verified");
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", cloud.dynamodb().toString());
        environment.put("AWS_ENDPOINT_URL_SES", cloud.ses().toString());
        environment.put("AWS_ENDPOINT_URL_KMS", cloud.kms().toString());
        environment.put("AWS_ENDPOINT_URL_EVENTBRIDGE", cloud.events().toString());
        return environment;
    }
}
