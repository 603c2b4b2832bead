//! The table as a Rego module in regorus, in its interpreter and in its virtual machine.
//!
//! Sets stand where they are used. As objects in `data`, and as tests with a name of their own that several rows share,
//! they took as long or longer.

use crate::Fault;
use crate::engine::Engine;
use crate::table::{Case, Found, Row, Rule, Test};
use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::RegoVM;
use regorus::{CompiledPolicy, PolicyModule, Value, compile_policy_with_entrypoint};
use std::fmt::Write as _;

const MATCHES: &str = "data.law.matches";

/// One member of a partial set for each row. An exception is a rule of its own, because `not` takes one expression and
/// an exception may be several.
fn module(rules: &[Rule<'_>]) -> Result<String, Fault> {
    let mut text = String::from("package law\n\nimport rego.v1\n");
    for (place, rule) in rules.iter().enumerate() {
        let excepted = if rule.unless.is_empty() { String::new() } else { format!("\n\tnot excepted_{place}") };
        for row in &rule.rows {
            write!(text, "\nmatches contains {:?} if {{{}{excepted}\n}}\n", rule.norm.id, body(row))?;
        }
        for row in &rule.unless {
            write!(text, "\nexcepted_{place} if {{{}\n}}\n", body(row))?;
        }
    }
    Ok(text)
}

fn body(row: &Row) -> String {
    row.iter().map(|test| format!("\n\t{}", expression(test))).collect()
}

fn expression(Test { element, answers }: &Test) -> String {
    match answers.as_slice() {
        [only] => format!("input.{element} == {only:?}"),
        some => {
            let some: Vec<String> = some.iter().map(|answer| format!("{answer:?}")).collect();
            format!("input.{element} in {{{}}}", some.join(", "))
        }
    }
}

fn compiled(rules: &[Rule<'_>]) -> Result<CompiledPolicy, Fault> {
    let module = PolicyModule { id: "law.rego".into(), content: module(rules)?.into() };
    Ok(compile_policy_with_entrypoint(Value::new_object(), &[module], MATCHES.into())?)
}

fn value(case: &Case) -> Value {
    let entries =
        case.told.iter().map(|(element, answer)| (Value::from(element.as_str()), Value::from(answer.as_str())));
    Value::from(entries.collect::<std::collections::BTreeMap<_, _>>())
}

fn ids(answer: &Value) -> Result<Found, Fault> {
    let ids = answer.as_set()?.iter().map(|id| Ok(id.as_string()?.to_string()));
    ids.collect()
}

/// The interpreter, which walks the syntax tree of the module.
pub struct Interpreter(regorus::Engine);

impl Interpreter {
    /// Reads and prepares the module.
    pub fn new(rules: &[Rule<'_>]) -> Result<Self, Fault> {
        let mut engine = regorus::Engine::new();
        engine.add_policy("law.rego".to_owned(), module(rules)?)?;
        Ok(Self(engine))
    }
}

impl Engine for Interpreter {
    type Input = Value;
    type Answer = Value;

    fn prepare(&self, case: &Case) -> Result<Value, Fault> {
        Ok(value(case))
    }

    fn read(&self, case: &Case) -> Result<Value, Fault> {
        Ok(Value::from_json_str(&case.json)?)
    }

    fn evaluate(&mut self, input: &Value) -> Result<Value, Fault> {
        self.0.set_input(input.clone());
        Ok(self.0.eval_rule(MATCHES.to_owned())?)
    }

    fn found(&self, answer: &Value) -> Result<Found, Fault> {
        ids(answer)
    }
}

/// The virtual machine, for which the module is compiled once; the machine is used again for every evaluation.
pub struct Machine(RegoVM);

impl Machine {
    /// Compiles the module.
    pub fn new(rules: &[Rule<'_>]) -> Result<Self, Fault> {
        let policy = compiled(rules)?;
        let program = Compiler::compile_from_policy(&policy, &[MATCHES])?;
        let mut machine = RegoVM::new_with_policy(policy);
        // The table is longer than what a policy may do unless it is told.
        machine.set_max_instructions(1_000_000);
        machine.load_program(program);
        machine.set_data(Value::new_object())?;
        Ok(Self(machine))
    }
}

impl Engine for Machine {
    type Input = Value;
    type Answer = Value;

    fn prepare(&self, case: &Case) -> Result<Value, Fault> {
        Ok(value(case))
    }

    fn read(&self, case: &Case) -> Result<Value, Fault> {
        Ok(Value::from_json_str(&case.json)?)
    }

    fn evaluate(&mut self, input: &Value) -> Result<Value, Fault> {
        self.0.set_input(input.clone());
        Ok(self.0.execute_entry_point_by_index(0)?)
    }

    fn found(&self, answer: &Value) -> Result<Found, Fault> {
        ids(answer)
    }
}
