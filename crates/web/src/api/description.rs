//! The OpenAPI description: written here, with the form of the facts from the type that reads them.

use axum::Json;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// The description.
pub async fn get() -> Response {
    Json(document()).into_response()
}

/// The same as it stands in `docs/generated/openapi.json`.
fn document() -> Value {
    let mut facts = norms::schema("facts").map(Value::from).unwrap_or_default();
    let definitions = facts.as_object_mut().and_then(|schema| schema.remove("$defs")).unwrap_or_default();
    let mut schemas = definitions.as_object().cloned().unwrap_or_default();
    schemas.insert("Facts".to_owned(), facts);
    schemas.insert("Interview".to_owned(), interview());
    schemas.insert("Assessment".to_owned(), assessment());
    schemas.insert("Next".to_owned(), next());
    schemas.insert("Error".to_owned(), error());
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Netral",
            "version": "1",
            "summary": "What the law says of facts about civil servants and elections.",
            "description": "It proposes; people decide. Nothing that is sent is kept or logged. What is not said stays \
                unknown, and the answer says what still decides. Ids of acts and elements are stable.",
            "license": { "name": "See LICENSE in the repository" }
        },
        "paths": {
            "/api/v1/assess": { "post": operation(
                "Assess facts",
                "Facts", "Assessment",
                "Norms that apply or may, with reasons, readings, consequences and near misses.",
            ) },
            "/api/v1/next-question": { "post": operation(
                "The question that is best asked next",
                "Interview", "Next",
                "The question, or null when no answer changes anything any more.",
            ) },
        },
        "components": { "schemas": schemas }
    });
    let text = document.to_string().replace("#/$defs/", "#/components/schemas/");
    serde_json::from_str(&text).unwrap_or(document)
}

fn operation(summary: &str, input: &str, output: &str, says: &str) -> Value {
    let of =
        |name: &str| json!({ "application/json": { "schema": { "$ref": format!("#/components/schemas/{name}") } } });
    json!({
        "summary": summary,
        "parameters": [{
            "name": "language", "in": "query", "required": false,
            "schema": { "type": "string", "enum": ["id", "en"], "default": "id" }
        }],
        "requestBody": { "required": true, "content": of(input) },
        "responses": {
            "200": { "description": says, "content": of(output) },
            "400": { "description": "What was sent cannot be read: field and how to mend it.", "content": of("Error") }
        }
    })
}

fn interview() -> Value {
    json!({
        "type": "object",
        "required": ["inquiry"],
        "additionalProperties": false,
        "properties": {
            "inquiry": { "$ref": "#/components/schemas/Facts" },
            "audience": { "enum": ["everyone", "officer"], "default": "everyone" },
            "skip": {
                "description": "Ids of elements that the asked person could not answer.",
                "type": "array", "items": { "type": "string" }
            }
        }
    })
}

fn assessment() -> Value {
    let text = json!({ "type": "string" });
    let list = |item: Value| json!({ "type": "array", "items": item });
    let fact = json!({
        "type": "object",
        "properties": { "element": text, "label": text, "answers": list(text.clone()), "words": list(text.clone()) }
    });
    json!({
        "type": "object",
        "required": ["on", "law", "fingerprint", "verdict", "facts", "matches", "near", "consequences"],
        "properties": {
            "id": { "description": "As it was sent.", "type": "string" },
            "on": { "type": "string", "format": "date" },
            "law": { "description": "The version of the law files (SHA-256).", "type": "string" },
            "fingerprint": { "description": "Equal ones give the same assessment (SHA-256).", "type": "string" },
            "verdict": { "enum": ["allowed", "with_care", "unsettled", "not_allowed"] },
            "gravest": { "description": "The gravest category that applies under every reading.", "type": "string" },
            "facts": { "type": "object", "additionalProperties": list(text.clone()) },
            "matches": list(json!({
                "type": "object",
                "required": ["norm", "title", "kind", "holds", "categories", "basis", "because"],
                "properties": {
                    "norm": text, "title": text, "kind": text,
                    "holds": { "enum": ["applies", "disputed", "open"] },
                    "categories": list(text.clone()),
                    "basis": list(json!({ "type": "object" })),
                    "says": list(text.clone()),
                    "because": list(fact.clone()),
                    "open": list(fact.clone()),
                    "disputes": list(json!({ "type": "object" })),
                    "penalties": list(json!({ "type": "object" })),
                    "certainty": { "enum": ["verified", "partial", "memory"] },
                    "note": text
                }
            })),
            "near": list(json!({
                "type": "object",
                "properties": { "norm": text, "title": text, "kind": text, "category": text, "with": fact }
            })),
            "exceptions": list(json!({ "type": "object" })),
            "consequences": list(json!({ "type": "object" })),
            "circumstances": list(json!({ "type": "object" }))
        }
    })
}

fn next() -> Value {
    json!({
        "type": "object",
        "required": ["next", "verdict"],
        "properties": {
            "verdict": { "enum": ["allowed", "with_care", "unsettled", "not_allowed"] },
            "next": { "oneOf": [{ "type": "null" }, {
                "type": "object",
                "required": ["element", "question", "answers"],
                "properties": {
                    "element": { "type": "string" },
                    "question": { "type": "string" },
                    "help": { "type": "string" },
                    "answers": { "type": "array", "items": {
                        "type": "object",
                        "properties": { "id": { "type": "string" }, "label": { "type": "string" } }
                    } }
                }
            }] }
        }
    })
}

fn error() -> Value {
    json!({
        "type": "object",
        "required": ["error"],
        "properties": { "error": {
            "type": "object",
            "required": ["field", "message"],
            "properties": { "field": { "type": "string" }, "message": { "type": "string" } }
        } }
    })
}

#[cfg(test)]
mod tests {
    use super::document;
    use std::collections::BTreeSet;

    fn references<'a>(value: &'a serde_json::Value, found: &mut BTreeSet<&'a str>) {
        match value {
            serde_json::Value::Object(fields) => {
                for (name, inner) in fields {
                    if name == "$ref" {
                        found.extend(inner.as_str());
                    }
                    references(inner, found);
                }
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }

    #[test]
    fn every_reference_leads_somewhere_and_the_file_is_the_document() {
        let document = document();
        let mut found = BTreeSet::new();
        references(&document, &mut found);
        assert!(found.len() > 5, "{found:?}");
        for reference in found {
            assert!(document.pointer(reference.trim_start_matches('#')).is_some(), "{reference} leads nowhere");
        }
        let text = format!("{}\n", serde_json::to_string_pretty(&document).unwrap());
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/generated/openapi.json");
        if std::env::var_os("INSTA_UPDATE").is_some_and(|it| it == "always") {
            std::fs::write(&file, &text).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&file).unwrap_or_default(), text, "INSTA_UPDATE=always writes it anew");
    }
}
