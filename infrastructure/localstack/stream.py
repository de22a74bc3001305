#!/usr/bin/env python3
"""Prints what a table's stream in LocalStack holds, as the event that Lambda would make of it.

usage: stream.py TABLE [ENDPOINT]     such as: stream.py MailTable http://localhost:4566

`sam local` has no streams: hand the event to the function yourself. It is the whole stream from its
beginning, without the filter of the template, so functions see again what they have seen before.
"""

import json
import sys
import urllib.request

REGION = "us-east-1"
SIGNED = (
    "AWS4-HMAC-SHA256 Credential=test/20260101/%s/dynamodb/aws4_request,"
    " SignedHeaders=host, Signature=not-verified" % REGION
)


def call(endpoint, operation, **arguments):
    headers = {
        "Authorization": SIGNED,
        "Content-Type": "application/x-amz-json-1.0",
        "X-Amz-Target": "DynamoDBStreams_20120810." + operation,
    }
    body = json.dumps(arguments).encode()
    with urllib.request.urlopen(urllib.request.Request(endpoint, body, headers)) as answer:
        return json.load(answer)


def shard_records(endpoint, stream, shard):
    iterator = call(
        endpoint,
        "GetShardIterator",
        StreamArn=stream,
        ShardId=shard,
        ShardIteratorType="TRIM_HORIZON",
    ).get("ShardIterator")
    while iterator:
        page = call(endpoint, "GetRecords", ShardIterator=iterator)
        if not page["Records"]:
            return
        yield from page["Records"]
        iterator = page.get("NextShardIterator")


def main(table, endpoint="http://localhost:4566"):
    stream = call(endpoint, "ListStreams", TableName=table)["Streams"][0]["StreamArn"]
    shards = call(endpoint, "DescribeStream", StreamArn=stream)["StreamDescription"]["Shards"]
    records = [
        {**record, "eventSourceARN": stream}
        for shard in shards
        for record in shard_records(endpoint, stream, shard["ShardId"])
    ]
    json.dump({"Records": records}, sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
