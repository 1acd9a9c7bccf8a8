"""Holds a JSON file against a JSON Schema. usage: check_schema.py FILE SCHEMA"""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file, open(sys.argv[2], encoding="utf-8") as schema:
    jsonschema.Draft202012Validator(json.load(schema)).validate(json.load(file))
print(f"{sys.argv[1]} fits {sys.argv[2]}")
