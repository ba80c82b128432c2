# SPDX-License-Identifier: MIT
"""Validates documents by a JSON Schema: reads {"schema": …, "documents": {name: document}} from
standard input and prints {name: the first problem, or null}. Status 77: there is no validator."""
import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit(77)

given = json.load(sys.stdin)
Draft202012Validator.check_schema(given["schema"])
validator = Draft202012Validator(given["schema"])
verdicts = {}
for name, document in given["documents"].items():
    problem = next(validator.iter_errors(document), None)
    verdicts[name] = problem and problem.message[:300]
json.dump(verdicts, sys.stdout)
