"""Creates in LocalStack what template.yaml keeps things in: tables, key, bus, queues, mail's settings.

LocalStack runs it by itself once it is ready (see start). Everything bears its logical id, because
that is what `sam local` passes for !Ref; the key has an id that is known beforehand, so that
functions.json can name it.
"""

import boto3
import yaml

TEMPLATE = "/etc/leadmap/template.yaml"
REGION = "us-east-1"
KEY_ID = "1eadaaaa-0000-4000-8000-000000000001"
SENDING_DOMAIN = "mail.leadmap.example"


class Reader(yaml.SafeLoader):
    """Reads intrinsics as their arguments: only the plain properties are of interest here."""


def intrinsic(loader, _, node):
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_mapping(node, deep=True)


Reader.add_multi_constructor("!", intrinsic)


def client(service):
    return boto3.client(
        service,
        endpoint_url="http://localhost:4566",
        region_name=REGION,
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )


def create_table(name, properties):
    wanted = {
        key: properties[key]
        for key in ("AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes", "BillingMode")
        if key in properties
    }
    if "StreamSpecification" in properties:
        wanted["StreamSpecification"] = {"StreamEnabled": True, **properties["StreamSpecification"]}
    dynamodb = client("dynamodb")
    dynamodb.create_table(TableName=name, **wanted)
    dynamodb.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1})


def main():
    with open(TEMPLATE, encoding="utf-8") as file:
        resources = yaml.load(file, Reader)["Resources"]
    created = []
    for name, resource in resources.items():
        properties = resource.get("Properties", {})
        match resource["Type"]:
            case "AWS::DynamoDB::Table":
                create_table(name, properties)
            case "AWS::Events::EventBus":
                client("events").create_event_bus(Name=name)
            case "AWS::SQS::Queue":
                client("sqs").create_queue(QueueName=name)
            case "AWS::KMS::Key":
                client("kms").create_key(Tags=[{"TagKey": "_custom_id_", "TagValue": KEY_ID}])
            case "AWS::SES::ConfigurationSet":
                client("ses").create_configuration_set(ConfigurationSet={"Name": name})
            case _:
                continue
        created.append(name)
    client("ses").verify_domain_identity(Domain=SENDING_DOMAIN)
    print("leadmap: created " + ", ".join(created), flush=True)


main()
