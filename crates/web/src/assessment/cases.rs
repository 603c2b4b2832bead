//! Decided cases that are like the facts: to be read, never to be measured by.

use super::told::{Teller, line, plain};
use super::words;
use i18n::format;
use norms::{CaseDay, CitedArticle, DecidedCase, Inquiry};
use service::{ProposalEntry, ProposalSection};

/// So many are shown: who reads more of them reads for a yardstick.
const SHOWN: usize = 8;

impl Teller<'_> {
    /// The cases, the most alike first.
    pub fn precedents(&self, inquiry: &Inquiry) -> ProposalSection {
        let t = self.t;
        ProposalSection {
            anchor: "kasus",
            title: t.assessment_precedents(),
            lead: t.assessment_precedents_lead(),
            none: t.assessment_precedents_none(),
            entries: self.law.precedents(inquiry).into_iter().take(SHOWN).map(|it| self.precedent(it)).collect(),
        }
    }

    fn precedent(&self, it: &DecidedCase) -> ProposalEntry {
        let t = self.t;
        let day = format::date(self.language, it.on);
        let day = match it.on_kind {
            CaseDay::Act => t.assessment_case_day_act(day),
            CaseDay::Approximate => t.assessment_case_day_approximate(day),
            CaseDay::Decision => t.assessment_case_day_decision(day),
            CaseDay::News => t.assessment_case_day_news(day),
        };
        let election = self.law.election(&it.election).map(|it| it.name.in_language(self.language).to_owned());
        let mut outcome = vec![plain(words::outcome(t, it.outcome))];
        if !it.clear {
            outcome.push(plain(t.assessment_outcome_unclear()));
        }
        let text = |text: &Option<norms::Text>| {
            text.iter().map(|it| plain(it.in_language(self.language).to_owned())).collect::<Vec<_>>()
        };
        let lines = [
            (t.assessment_case_outcome(), outcome),
            (t.assessment_case_stage(), vec![plain(words::stage(t, it.outcome_stage))]),
            (t.assessment_case_day(), vec![plain(day)]),
            (t.election(), election.into_iter().map(plain).collect()),
            (t.assessment_case_cited(), it.cited.iter().map(|it| plain(self.cited_by_case(it))).collect()),
            (t.assessment_case_departs(), text(&it.departs)),
            (t.assessment_case_doubt(), text(&it.note)),
        ];
        ProposalEntry {
            title: it.summary.in_language(self.language).to_owned(),
            mark: it.id.clone(),
            lines: lines.into_iter().filter_map(|(term, texts)| line(term, texts)).collect(),
            points: Vec::new(),
        }
    }

    /// An article as the decision named it: an instrument that is not on file stands there by its name.
    fn cited_by_case(&self, it: &CitedArticle) -> String {
        let known = self.law.instrument(&it.instrument);
        let name = known.map_or(it.instrument.as_str(), |found| found.citation.in_language(self.language));
        format!("{name} {}", it.article).trim().to_owned()
    }
}
