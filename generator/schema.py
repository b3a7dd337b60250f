"""The JSON Schema of a playbook: completion and hints in editors."""

from __future__ import annotations

import json

from generator.playbook.model.playbook import Playbook

NAME = "playbook.schema.json"
FIRST_LINE = "# yaml-language-server: $schema={}"
"""What an editor reads at the top of a file; the way from the file to the schema goes in."""


def schema_text() -> str:
    """The JSON Schema of a playbook, with `include`, which is resolved before the model sees it."""
    content = Playbook.model_json_schema(by_alias=True)
    files = {"type": "array", "items": {"type": "string"}}
    parts = {
        "type": "object",
        "properties": dict.fromkeys(content["properties"].keys() - {"schema"}, files),
        "additionalProperties": False,
    }
    content["properties"]["include"] = {
        "type": "array",
        "items": {"anyOf": [{"type": "string"}, parts]},
        "description": "Files that hold further chapters, in this folder or below; a chapter in several files is "
        "`- scripts: [one.yaml, two.yaml]`.",
    }
    # What is required may stand in another file: an editor reads one at a time.
    del content["required"]
    content["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
