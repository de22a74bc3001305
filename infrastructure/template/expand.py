#!/usr/bin/env python3
"""Expand template.yaml as AWS would: the serverless transform applied, as JSON.

usage: expand.py template.yaml expanded.json

Needs aws-sam-translator. What it writes is what cfn-lint and the tests of the template read: the
serverless form hides most faults from a linter (architecture, decision 8). Artefacts of the working
tree get the S3 addresses that a deployment would give them; nothing is uploaded and no account is
asked.
"""

import json
import logging
import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")

import boto3  # noqa: E402
from samtranslator.translator.transform import transform  # noqa: E402
from samtranslator.yaml_helper import yaml_parse  # noqa: E402

# It warns that nobody collects what it counts about itself.
logging.getLogger("samtranslator.metrics").setLevel(logging.ERROR)


class NoManagedPolicies:
    """The template names no policy by AWS's names, so there is nothing to look up."""

    def load(self):
        return {}


def with_artefacts_in_s3(template):
    for name, resource in template["Resources"].items():
        properties = resource.get("Properties", {})
        code = properties.get("CodeUri")
        if isinstance(code, str) and not code.startswith("s3://"):
            properties["CodeUri"] = "s3://artefacts/" + code
    return template


def read(source):
    """The template as it is written."""
    with open(source, encoding="utf-8") as file:
        return with_artefacts_in_s3(yaml_parse(file))


def defaults(template):
    """What every parameter has when nobody gives it a value."""
    return {
        name: str(parameter.get("Default", ""))
        for name, parameter in template.get("Parameters", {}).items()
    }


def expanded(template, parameters):
    """The template after the serverless transform, which works on the one that it is given."""
    boto3.setup_default_session(region_name=os.environ["AWS_DEFAULT_REGION"])
    return transform(template, parameters, NoManagedPolicies())


def expand(source, target):
    template = read(source)
    with open(target, "w", encoding="utf-8") as file:
        json.dump(expanded(template, defaults(template)), file, indent=2, sort_keys=True)
        file.write("\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    expand(sys.argv[1], sys.argv[2])
