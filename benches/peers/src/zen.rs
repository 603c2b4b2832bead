//! The table as a decision table of ZEN with the hit policy *collect*: one line for each row, one column for each
//! element.
//!
//! A table is what ZEN is for and what it is fastest at: once compiled, it has an index over the answers of each
//! column, so that only lines that can still hold are looked at. Exceptions stand in a last column without an element,
//! whose cells are whole expressions, since an exception may be about several elements.

use crate::Fault;
use crate::engine::Engine;
use crate::table::{Case, Found, Row, Rule, elements};
use serde_json::{Map, Value, json};
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use zen_engine::model::GraphContent;
use zen_engine::{Decision, DecisionGraphResponse, Variable};

const EXCEPTION: &str = "exception";
const NORM: &str = "norm";

/// A graph of three nodes: the facts, the table, the answer.
pub struct Zen(Decision);

impl Zen {
    /// Reads and compiles the table.
    pub fn new(rules: &[Rule<'_>]) -> Result<Self, Fault> {
        let graph: GraphContent = serde_json::from_value(graph(rules))?;
        let mut decision = Decision::from(graph);
        decision.validate()?;
        decision.compile();
        Ok(Self(decision))
    }
}

fn graph(rules: &[Rule<'_>]) -> Value {
    let column = |element: &str| json!({ "id": element, "name": element, "field": element });
    let mut inputs: Vec<Value> = elements(rules).into_iter().map(column).collect();
    inputs.push(json!({ "id": EXCEPTION, "name": EXCEPTION }));
    let lines: Vec<Value> = rules.iter().flat_map(|rule| rule.rows.iter().map(|row| line(rule, row))).collect();
    json!({
        "nodes": [
            { "id": "facts", "name": "facts", "type": "inputNode", "content": {} },
            { "id": "table", "name": "table", "type": "decisionTableNode", "content": {
                "hitPolicy": "collect",
                "inputs": inputs,
                "outputs": [{ "id": NORM, "name": NORM, "field": NORM }],
                "rules": lines,
            } },
            { "id": "answer", "name": "answer", "type": "outputNode", "content": {} },
        ],
        "edges": [
            { "id": "asked", "sourceId": "facts", "targetId": "table" },
            { "id": "answered", "sourceId": "table", "targetId": "answer" },
        ],
    })
}

fn line(rule: &Rule<'_>, row: &Row) -> Value {
    let cells = row.iter().map(|test| (test.element.clone(), Value::from(listed(&test.answers))));
    let mut line: Map<String, Value> = cells.collect();
    let exceptions: Vec<String> = rule.unless.iter().map(|row| format!("not ({})", all(row))).collect();
    line.insert(EXCEPTION.to_owned(), exceptions.join(" and ").into());
    line.insert(NORM.to_owned(), format!("{:?}", rule.norm.id).into());
    line.into()
}

fn all(row: &Row) -> String {
    let each = row.iter().map(|test| format!("{} in [{}]", test.element, listed(&test.answers)));
    each.collect::<Vec<_>>().join(" and ")
}

fn listed(answers: &[String]) -> String {
    answers.iter().map(|answer| format!("{answer:?}")).collect::<Vec<_>>().join(", ")
}

/// What a future gives that waits for nothing, as a graph without functions and requests does.
fn at_once<F: Future>(future: F) -> Result<F::Output, Fault> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => Ok(output),
        Poll::Pending => Err("a decision table waits for something".into()),
    }
}

impl Engine for Zen {
    type Input = Variable;
    type Answer = DecisionGraphResponse;

    fn prepare(&self, case: &Case) -> Result<Variable, Fault> {
        Ok(Variable::from(serde_json::to_value(&case.told)?))
    }

    fn read(&self, case: &Case) -> Result<Variable, Fault> {
        Ok(serde_json::from_str(&case.json)?)
    }

    fn evaluate(&mut self, input: &Variable) -> Result<DecisionGraphResponse, Fault> {
        Ok(at_once(self.0.evaluate(input.clone()))??)
    }

    /// A norm with several rows that hold is collected several times; it counts once, as with the others.
    fn found(&self, answer: &DecisionGraphResponse) -> Result<Found, Fault> {
        let lines = answer.result.as_array().ok_or("a decision table gave no list")?;
        let lines = lines.borrow();
        let id = |line: &Variable| Some(line.dot(NORM)?.as_str()?.to_owned());
        lines.iter().map(|line| id(line).ok_or_else(|| Fault::from("a line names no norm"))).collect()
    }
}
