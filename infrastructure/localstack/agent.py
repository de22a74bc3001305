#!/usr/bin/env python3
"""Prints the event of a request by an agent of the practice in practice.json.

usage: agent.py METHOD PATH [BODY]     such as: agent.py GET '/leads?q=ada@example.com'

`sam local` has no JWT authorizer: the event bears the claims that it would have read from a token.
Paths are /leads, /leads/{id} and what is below them.
"""

import json
import re
import sys
import urllib.parse


def event(method, target, body=None):
    path, _, query = target.partition("?")
    lead = re.match("/leads/([^/]+)", path)
    route = path.replace(lead[1], "{id}", 1) if lead else path
    http = {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "127.0.0.1"}
    claims = {
        "sub": "local|ava",
        "email": "ava@harbour.example",
        "email_verified": "true",
        "practice": "harbour",
        "roles": "[agent]",
    }
    request = {
        "version": "2.0",
        "routeKey": f"{method} {route}",
        "rawPath": path,
        "rawQueryString": query,
        "headers": {"accept": "application/json", "content-type": "application/json"},
        "requestContext": {
            "requestId": "sam-local",
            "stage": "$default",
            "http": http,
            "authorizer": {"jwt": {"claims": claims, "scopes": None}},
        },
        "isBase64Encoded": False,
    }
    if query:
        request["queryStringParameters"] = dict(urllib.parse.parse_qsl(query))
    if lead:
        request["pathParameters"] = {"id": lead[1]}
    if body is not None:
        request["body"] = body
    return request


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    json.dump(event(*sys.argv[1:]), sys.stdout, indent=2)
    print()
