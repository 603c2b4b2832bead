//! The table as Cedar policies: one permit for each norm. Since everything is a permit, the reasons for the decision
//! are all norms that were found.
//!
//! The act is the action of the request and whoever acts its principal, as Cedar means it; what else is told stands in
//! the context. Sets of acts and of subjects are groups, so that one look at the parents of an entity takes the place
//! of one comparison for each member. In the context, comparisons take the place of `contains`: a set that is written
//! out is built anew at every evaluation, which takes longer.

use crate::Fault;
use crate::engine::Engine;
use crate::table::{Case, Found, Row, Rule, Test, Told};
use cedar_policy::{
    Authorizer, Context, Entities, Entity, EntityId, EntityTypeName, EntityUid, Policy, PolicyId, PolicySet, Request,
    Response, RestrictedExpression,
};
use norms::{ACT, SUBJECT};
use std::collections::{BTreeMap, HashSet};

const PERSON: &str = "Person";
const ACTION: &str = "Action";

/// An authorizer with the policies, the groups to which acts and subjects belong, and what every request is made of.
pub struct Cedar {
    authorizer: Authorizer,
    policies: PolicySet,
    entities: Entities,
    person: EntityTypeName,
    action: EntityTypeName,
    resource: EntityUid,
}

impl Cedar {
    /// Parses the policies and makes the groups.
    pub fn new(rules: &[Rule<'_>]) -> Result<Self, Fault> {
        let mut policies = PolicySet::new();
        for rule in rules {
            policies.add(Policy::parse(Some(PolicyId::new(&rule.norm.id)), policy(rule))?)?;
        }
        Ok(Self {
            authorizer: Authorizer::new(),
            policies,
            entities: groups(rules)?,
            person: PERSON.parse()?,
            action: ACTION.parse()?,
            resource: r#"Law::"norms""#.parse()?,
        })
    }

    fn request(&self, told: &Told) -> Result<Request, Fault> {
        // An element that nobody told is an entity that belongs to no group.
        let entity = |element, kind: &EntityTypeName| {
            let id = told.get(element).map_or("", String::as_str);
            EntityUid::from_type_name_and_id(kind.clone(), EntityId::new(id))
        };
        let rest = told.iter().filter(|(element, _)| outside(element).is_none());
        let pairs = rest.map(|(element, answer)| (element.clone(), RestrictedExpression::new_string(answer.clone())));
        let (person, action) = (entity(SUBJECT, &self.person), entity(ACT, &self.action));
        Ok(Request::new(person, action, self.resource.clone(), Context::from_pairs(pairs)?, None)?)
    }
}

fn entity(kind: &str, id: &str) -> String {
    format!("{kind}::{id:?}")
}

/// The name of the group of these answers; a single one is a group of its own.
fn group(answers: &[String]) -> String {
    answers.join(" ")
}

/// The variable of a request, and the kind of its entities, in which an element stands that is not in the context.
fn outside(element: &str) -> Option<(&'static str, &'static str)> {
    match element {
        ACT => Some(("action", ACTION)),
        SUBJECT => Some(("principal", PERSON)),
        _ => None,
    }
}

fn groups(rules: &[Rule<'_>]) -> Result<Entities, Fault> {
    let mut parents: BTreeMap<String, HashSet<EntityUid>> = BTreeMap::new();
    for test in rules.iter().flat_map(|rule| rule.rows.iter().chain(&rule.unless)).flatten() {
        let Some((_, kind)) = outside(&test.element) else { continue };
        let group = entity(kind, &group(&test.answers));
        parents.entry(group.clone()).or_default();
        for answer in &test.answers {
            let answer = entity(kind, answer);
            if answer != group {
                parents.entry(answer).or_default().insert(group.parse()?);
            }
        }
    }
    let each = parents.into_iter().map(|(id, parents)| Ok(Entity::new_no_attrs(id.parse()?, parents)));
    Ok(Entities::from_entities(each.collect::<Result<Vec<_>, Fault>>()?, None)?)
}

fn policy(rule: &Rule<'_>) -> String {
    let unless: String = rule.unless.iter().map(|row| format!(" unless {{ {} }}", all(row))).collect();
    let when: Vec<String> = rule.rows.iter().map(|row| format!("({})", all(row))).collect();
    format!("permit(principal, action, resource) when {{ {} }}{unless};", when.join(" || "))
}

fn all(row: &Row) -> String {
    row.iter().map(test).collect::<Vec<_>>().join(" && ")
}

fn test(Test { element, answers }: &Test) -> String {
    if let Some((variable, kind)) = outside(element) {
        return format!("{variable} in {}", entity(kind, &group(answers)));
    }
    let any: Vec<String> = answers.iter().map(|answer| format!("context.{element} == {answer:?}")).collect();
    format!("context has {element} && ({})", any.join(" || "))
}

impl Engine for Cedar {
    type Input = Request;
    type Answer = Response;

    fn prepare(&self, case: &Case) -> Result<Request, Fault> {
        self.request(&case.told)
    }

    fn read(&self, case: &Case) -> Result<Request, Fault> {
        self.request(&serde_json::from_str(&case.json)?)
    }

    fn evaluate(&mut self, request: &Request) -> Result<Response, Fault> {
        Ok(self.authorizer.is_authorized(request, &self.policies, &self.entities))
    }

    fn found(&self, answer: &Response) -> Result<Found, Fault> {
        if let Some(error) = answer.diagnostics().errors().next() {
            return Err(error.to_string().into());
        }
        Ok(answer.diagnostics().reason().map(ToString::to_string).collect())
    }
}
