//! Two records beside each other, in words.

use super::words;
use crate::Page;
use crate::coverage::step_name;
use crate::register::{detail, tenure};
use base::Date;
use domain::knowledge::Step;
use domain::manner::Way;
use domain::merge::Times;
use i18n::format;
use service::{BesideTask, DriveBeside, MergeReview, MergeSide, Vouchers};

/// One kind of what a record holds, in both.
pub(super) struct Row {
    pub(super) what: String,
    pub(super) kept: Vec<String>,
    pub(super) ended: Vec<String>,
}

/// A drive in both, and as it would be.
pub(super) struct Drive {
    pub(super) name: String,
    pub(super) kept: Vec<String>,
    pub(super) ended: Vec<String>,
    pub(super) after: Vec<String>,
}

/// Two records beside each other.
pub(super) struct Beside {
    pub(super) rows: Vec<Row>,
    pub(super) drives: Vec<Drive>,
    pub(super) blocks: Vec<String>,
    pub(super) rules: Vec<String>,
}

/// The two in words.
pub(super) fn beside(page: &Page, review: &MergeReview) -> Beside {
    let t = page.t;
    let (kept, ended) = (side(page, &review.survivor), side(page, &review.double));
    let rows = kept.into_iter().zip(ended).map(|((what, kept), (_, ended))| Row { what, kept, ended });
    // What neither has says nothing.
    let rows = rows.filter(|row| !row.kept.is_empty() || !row.ended.is_empty());
    Beside {
        rows: rows.collect(),
        drives: review.drives.iter().map(|it| drive(page, it, &review.vouchers)).collect(),
        blocks: review.blocks.iter().map(|it| words::block(t, *it)).collect(),
        rules: vec![t.merge_rule_rows(), t.merge_rule_proofs(), t.merge_rule_account(), t.merge_rule_parted()],
    }
}

fn span(page: &Page, since: Date, until: Option<Date>) -> String {
    let until = until.map_or_else(|| page.t.person_now(), |day| format::date(page.language, day));
    format!("{} – {until}", format::date(page.language, since))
}

fn side(page: &Page, it: &MergeSide) -> Vec<(String, Vec<String>)> {
    let (t, language) = (page.t, page.language);
    let number = |line: &service::DetailLine| {
        let shown = format!("{} {}", detail(t, line.kind), line.masked);
        let past = line.until.map(|day| t.person_detail_past(format::date(language, day)));
        past.map_or_else(|| shown.clone(), |past| format!("{shown} ({past})"))
    };
    let engaged = |line: &service::EngagementLine| {
        let parts = [line.position.clone(), i18n::category(t, line.category.code()), line.unit.clone()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}; {}", parts.join(", "), span(page, line.since, line.until))
    };
    let post = |line: &service::HoldingLine| {
        format!("{}, {}, {}; {}", line.title, tenure(t, line.tenure), line.unit, span(page, line.since, line.until))
    };
    let role = |(role, unit): &(domain::policy::Role, String)| match unit.as_str() {
        "" => i18n::role(t, role.code()),
        unit => t.delegation_role_in(i18n::role(t, role.code()), unit),
    };
    let away = |it: &domain::absence::Absence| {
        format!("{}; {}", i18n::absence(t, it.said.kind.code()), span(page, it.said.since, it.said.until))
    };
    let account = if it.has_account { t.register_account_yes() } else { t.register_account_no() };
    vec![
        (t.merge_name(), vec![it.name.clone()]),
        (t.person_details(), it.details.iter().map(number).collect()),
        (t.person_account(), vec![account]),
        (t.person_engagements(), it.engagements.iter().map(engaged).collect()),
        (t.person_posts(), it.holdings.iter().map(post).collect()),
        (t.merge_roles(), it.roles.iter().map(role).collect()),
        (t.merge_absences(), it.absences.iter().map(away).collect()),
    ]
}

fn drive(page: &Page, it: &DriveBeside, vouchers: &Vouchers) -> Drive {
    let t = page.t;
    let moment = |at| format::moment(page.language, at, page.zone);
    let plain = |times: &Times| -> Vec<String> {
        let line = |step: Step| times.at(step).map(|at| t.merge_step(step_name(t, step), moment(at)));
        Step::ALL.into_iter().filter_map(line).collect()
    };
    let told = |task: &Option<BesideTask>| -> Vec<String> {
        let Some(task) = task else { return Vec::new() };
        let line = |step: Step| {
            let (at, way) = (task.times.at(step)?, task.ways.of(step));
            if way == Way::OWN {
                return Some(t.merge_step(step_name(t, step), moment(at)));
            }
            let (one, other) = vouchers.of_way(way);
            let way = i18n::way(t, way.code(), &i18n::names(t, one, other));
            Some(t.merge_step_way(step_name(t, step), moment(at), way))
        };
        let pact = task.pact.iter().map(|number| t.merge_pact(number));
        Step::ALL.into_iter().filter_map(line).chain(pact).collect()
    };
    Drive { name: it.drive.name.clone(), kept: told(&it.survivor), ended: told(&it.double), after: plain(&it.after) }
}
