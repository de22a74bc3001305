#!/usr/bin/env python3
"""Expand template.yaml as it is and after one change each: of every parameter, and of properties.

usage: changes.py template.yaml changes.json

What it writes are the functions and their versions by the name of the change, with the parameters
that they were expanded with. The test NewVersionsTest (functions/quality/structure) tells from it
which changes reach the running code. Needs what expand.py needs.
"""

import copy
import json
import sys

from expand import defaults, expanded, read

KEPT = ("AWS::Lambda::Function", "AWS::Lambda::Version")


def another(parameter, value):
    """A value that the parameter does not have yet."""
    if "AllowedValues" in parameter:
        return next(str(other) for other in parameter["AllowedValues"] if str(other) != value)
    return str(int(value) + 1) if parameter["Type"] == "Number" else value + "x"


def set_for_all(name, value):
    return lambda template: template["Globals"]["Function"].update({name: value})


def set_for(function, name, value):
    return lambda template: template["Resources"][function]["Properties"].update({name: value})


def vary(function, *path, value):
    """Sets what stands at a path below a function's properties."""

    def change(template):
        place = template["Resources"][function]["Properties"]
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


def allow_more(function):
    statement = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}
    policy = {"Version": "2012-10-17", "Statement": [statement]}
    return lambda template: template["Resources"][function]["Properties"]["Policies"].append(policy)


PROPERTIES = {
    "Timeout of all": set_for_all("Timeout", 19),
    "MemorySize of all": set_for_all("MemorySize", 1024),
    "Runtime of all": set_for_all("Runtime", "java21"),
    "variable of all": lambda template: template["Globals"]["Function"]["Environment"][
        "Variables"
    ].update({"MORE": "1"}),
    "Timeout of DripSweep": set_for("DripSweep", "Timeout", 239),
    "MemorySize of LeadQueries": set_for("LeadQueries", "MemorySize", 512),
    "Handler of MailSender": set_for("MailSender", "Handler", "io.leadmap.Other"),
    "CodeUri of MailSender": set_for("MailSender", "CodeUri", "s3://artefacts/another.zip"),
    "variable of FormIntake": vary(
        "FormIntake", "Environment", "Variables", "FORMS_PER_MINUTE", value="7"
    ),
    "policy of MailSender": allow_more("MailSender"),
    "schedule of DripSweep": vary(
        "DripSweep", "Events", "Tick", "Properties", "Schedule", value="rate(7 hours)"
    ),
    "route of FormIntake": vary(
        "FormIntake", "Events", "Show", "Properties", "Path", value="/other/{formId}"
    ),
}


def of_interest(template, parameters):
    resources = expanded(template, parameters)["Resources"]
    kept = {name: each for name, each in resources.items() if each["Type"] in KEPT}
    return {"parameters": parameters, "resources": kept}


def main(source, target):
    as_written = read(source)
    values = {name: value or "https://a.example" for name, value in defaults(as_written).items()}
    changes = {"nothing": of_interest(copy.deepcopy(as_written), values)}
    for name, parameter in as_written["Parameters"].items():
        other = {**values, name: another(parameter, values[name])}
        changes[name] = of_interest(copy.deepcopy(as_written), other)
    for name, change in PROPERTIES.items():
        template = copy.deepcopy(as_written)
        change(template)
        changes[name] = of_interest(template, values)
    with open(target, "w", encoding="utf-8") as file:
        json.dump(changes, file, indent=1, sort_keys=True)
        file.write("\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
