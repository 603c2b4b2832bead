//! An assessment in the words of the page and of the worksheet.

use super::words;
use crate::public::provision_link;
use domain::adoption::{Adoption, DisputedPoint, standing};
use i18n::{Messages, format};
use norms::{
    Catalogue, DisputeAt, ExplainedBasis, ExplainedCategory, ExplainedCircular, ExplainedDispute, ExplainedFact,
    ExplainedMatch, ExplainedPenalty, Explanation, Inquiry, NormCategory,
};
use service::{Proposal, ProposalEntry, ProposalLine, ProposalPoint, ProposalReading, ProposalSection, ProposalText};
use std::collections::BTreeMap;

/// Tells in one language.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    pub law: &'a Catalogue,
    pub t: &'a Messages,
    pub language: base::Language,
    /// What the institution has decided about disputed points.
    pub adopted: &'a [Adoption],
}

/// A paragraph that leads nowhere.
pub fn plain(words: String) -> ProposalText {
    ProposalText { words, href: String::new() }
}

/// A line, unless there is nothing to say.
pub fn line(term: String, texts: Vec<ProposalText>) -> Option<ProposalLine> {
    (!texts.is_empty()).then_some(ProposalLine { term, texts })
}

fn lines<const N: usize>(all: [(String, Vec<ProposalText>); N]) -> Vec<ProposalLine> {
    all.into_iter().filter_map(|(term, texts)| line(term, texts)).collect()
}

impl<'a> Teller<'a> {
    /// Everything, in the order in which it is read: what applies, what is not settled, what follows, what was decided before.
    pub fn proposal(&self, inquiry: &Inquiry, it: &'a Explanation<'a>) -> Proposal {
        let t = self.t;
        let against = |holds: &str| {
            let all = it.matches.iter().filter(|one| one.holds == holds && !one.kind.allows());
            all.map(|one| self.matched(one)).collect::<Vec<_>>()
        };
        let permits = it.matches.iter().filter(|one| one.kind.allows()).map(|one| self.matched(one)).collect();
        let section = |anchor, title, lead, none, entries| ProposalSection { anchor, title, lead, none, entries };
        let sections = vec![
            section(
                "berlaku",
                t.assessment_applies(),
                t.assessment_applies_lead(),
                t.assessment_applies_none(),
                against("applies"),
            ),
            section(
                "tafsir",
                t.assessment_disputed(),
                t.assessment_disputed_lead(),
                t.assessment_disputed_none(),
                against("disputed"),
            ),
            section("fakta", t.assessment_open(), t.assessment_open_lead(), t.assessment_open_none(), against("open")),
            section(
                "kebolehan",
                t.assessment_permits(),
                t.assessment_permits_lead(),
                t.assessment_permits_none(),
                permits,
            ),
            section(
                "akibat",
                t.assessment_consequences(),
                t.assessment_consequences_lead(),
                t.assessment_consequences_none(),
                it.consequences.iter().map(|one| self.category(one)).collect(),
            ),
            section(
                "keadaan",
                t.assessment_circumstances(),
                t.assessment_circumstances_lead(),
                t.assessment_circumstances_none(),
                self.circumstances(it),
            ),
            section("nyaris", t.assessment_near(), t.assessment_near_lead(), t.assessment_near_none(), self.near(it)),
            section(
                "pengecualian",
                t.assessment_exceptions(),
                t.assessment_exceptions_lead(),
                t.assessment_exceptions_none(),
                self.exceptions(it),
            ),
            self.precedents(inquiry),
        ];
        Proposal {
            facts: self.facts(inquiry, it),
            fingerprint: it.fingerprint.clone(),
            law: it.law.to_owned(),
            sections,
        }
    }

    /// The day, the election, and what is known of every element, in the order of the law files.
    fn facts(&self, inquiry: &Inquiry, it: &Explanation<'_>) -> Vec<(String, String)> {
        let mut facts = vec![(self.t.assessment_day(), format::weekday_date(self.language, inquiry.on))];
        let election = inquiry.election.as_ref().and_then(|id| self.law.election(id));
        let name = election.map(|it| it.name.in_language(self.language).to_owned());
        facts.push((self.t.assessment_election(), name.unwrap_or_else(|| self.t.assessment_unknown())));
        for element in self.law.law().vocabulary().elements() {
            let Some(answers) = it.facts.get(element.id.as_str()) else { continue };
            let known = element.answers.iter().filter(|one| answers.contains(&one.id.as_str()));
            let known: Vec<&str> = known.map(|one| one.label.in_language(self.language)).collect();
            facts.push((element.label.in_language(self.language).to_owned(), known.join("; ")));
        }
        facts
    }

    /// The gravest category that applies under every reading.
    pub fn gravest(&self, it: &Explanation<'_>) -> String {
        it.gravest.map_or_else(|| self.t.assessment_gravest_none(), |category| self.category_name(category))
    }

    fn category_name(&self, category: NormCategory) -> String {
        let entry = self.law.law().consequences().category(category);
        entry.map_or("", |entry| entry.name.in_language(self.language)).to_owned()
    }

    fn matched(&self, it: &'a ExplainedMatch<'a>) -> ProposalEntry {
        let t = self.t;
        let categories = it.categories.iter().map(|category| plain(self.category_name(*category)));
        let missing: Vec<&str> = it.open.iter().map(|fact| fact.label.as_str()).collect();
        let missing = (!missing.is_empty()).then(|| plain(missing.join("; ")));
        ProposalEntry {
            title: it.title.to_string(),
            mark: it.norm.to_owned(),
            lines: lines([
                (t.assessment_category(), categories.collect()),
                (t.assessment_basis(), it.basis.iter().map(|basis| self.basis(basis)).collect()),
                (t.assessment_says(), it.says.iter().map(|says| plain(says.clone())).collect()),
                (t.assessment_because(), it.because.iter().map(|fact| plain(fact_words(fact))).collect()),
                (t.assessment_missing(), missing.into_iter().collect()),
                (t.assessment_circulars(), self.circulars(&it.circulars)),
                (t.assessment_own_penalties(), it.penalties.iter().map(|one| plain(self.penalty(one))).collect()),
                (t.assessment_checked(), vec![plain(words::certainty(t, it.certainty))]),
                (t.assessment_note(), it.note.iter().map(|note| plain(note.to_string())).collect()),
            ]),
            points: it.disputes.iter().map(|dispute| self.dispute(dispute)).collect(),
        }
    }

    /// A provision, with what it is the basis of and how far it was checked.
    fn basis(&self, it: &ExplainedBasis) -> ProposalText {
        let t = self.t;
        let said = [it.part.map(|part| words::part(t, part)), it.certainty.map(|sure| words::certainty(t, sure))];
        let said: Vec<String> = said.into_iter().flatten().collect();
        let cited = format!("{} {}", it.citation, it.article);
        let words = if said.is_empty() { cited } else { format!("{} ({})", cited.trim(), said.join("; ")) };
        let found = self.law.instrument(&it.instrument).zip(it.provision.as_deref());
        let found = found.and_then(|(instrument, id)| Some((instrument, instrument.provision(id)?)));
        let link = found.map(|(instrument, it)| provision_link(self.law, self.language, instrument, it).href);
        ProposalText { words: crate::public::tied(words.trim()), href: link.unwrap_or_default() }
    }

    /// Each circular of the institution once, leading to it, and below it the provisions that repeat the norm.
    fn circulars(&self, all: &[ExplainedCircular<'_>]) -> Vec<ProposalText> {
        let mut texts = Vec::new();
        let mut told = "";
        for one in all {
            if one.circular != told {
                told = one.circular;
                let found = self.law.circulars().iter().find(|circular| circular.id == one.circular);
                let issuer = found.and_then(|circular| circular.issuers.first());
                let href = issuer.map(|place| format!("/{place}/edaran/{}", one.circular)).unwrap_or_default();
                texts.push(ProposalText { words: one.citation.to_owned(), href });
            }
            texts.push(plain(self.t.assessment_circular_provision(one.provision, one.text)));
        }
        texts
    }

    /// Provisions in one line, as they stand behind a sentence.
    fn cited(&self, all: &[ExplainedBasis]) -> String {
        let each = all.iter().map(|it| crate::public::tied(format!("{} {}", it.citation, it.article).trim()));
        let each: Vec<String> = each.collect();
        if each.is_empty() { String::new() } else { format!(" ({})", each.join("; ")) }
    }

    fn dispute(&self, it: &'a ExplainedDispute<'a>) -> ProposalPoint {
        let t = self.t;
        let point = DisputedPoint { instrument: it.instrument.to_owned(), dispute: it.dispute.to_owned() };
        let adopted = standing(self.adopted, &point);
        let reading = |one: &norms::ExplainedReading<'_>| {
            let category = one.category.map(|it| t.assessment_reading_category(self.category_name(it)));
            let under: Vec<String> = [words::under(t, one.holds)].into_iter().chain(category).collect();
            self.reading(one.reading, (one.text, one.support), under.join(" "), adopted)
        };
        ProposalPoint {
            matter: it.matter.to_string(),
            decides: it.decides,
            weight: if it.decides { t.assessment_decides() } else { t.assessment_decides_not() },
            readings: it.readings.iter().map(reading).collect(),
            adopted: self.adopted(adopted),
        }
    }

    fn reading(
        &self,
        letter: &str,
        (text, support): (&str, &str),
        under: String,
        adopted: Option<&Adoption>,
    ) -> ProposalReading {
        let t = self.t;
        ProposalReading {
            name: t.assessment_reading(letter.to_uppercase()),
            text: text.to_owned(),
            support: t.assessment_reading_support(support),
            under,
            is_adopted: adopted.and_then(|it| it.said.reading.as_deref()) == Some(letter),
        }
    }

    /// What the institution has decided about a point, in words.
    pub fn adopted(&self, it: Option<&Adoption>) -> String {
        let t = self.t;
        let Some(said) = it.map(|it| &it.said) else { return t.assessment_adopted_none() };
        let stop = if said.reason.ends_with(['.', '?', '!']) { "" } else { "." };
        let (reason, day) = (format!("{}{stop}", said.reason), format::date(self.language, said.decided_on));
        match &said.reading {
            Some(letter) => {
                let reading = t.assessment_reading(letter.to_uppercase());
                t.assessment_adopted(reading, reason, &said.signatory, &said.office, day)
            }
            None => t.assessment_adopted_open(reason, &said.signatory, &said.office, day),
        }
    }

    fn category(&self, it: &'a ExplainedCategory<'a>) -> ProposalEntry {
        let t = self.t;
        let (now, later): (Vec<_>, Vec<_>) = it.penalties.iter().partition(|penalty| penalty.available);
        let perhaps = |sure: bool| if sure { String::new() } else { format!(" – {}", t.assessment_perhaps()) };
        let authority = |one: &norms::ExplainedAuthority<'_>| {
            let only: Vec<&str> = one.penalties.iter().filter_map(|id| self.penalty_name(id)).collect();
            let only =
                if only.is_empty() { String::new() } else { format!(", {}", t.assessment_only_for(only.join(", "))) };
            let note = one.note.map(|note| format!(" {note}")).unwrap_or_default();
            plain(format!("{}{only}{}{}.{note}", one.who, perhaps(one.sure), self.cited(one.basis)))
        };
        let track = |one: &norms::ExplainedTrack<'_>| {
            let clock = one.clock.map(|clock| format!(" {}", t.assessment_clock(clock))).unwrap_or_default();
            let beside = one.beside.map(|beside| format!(" {beside}")).unwrap_or_default();
            let basis = self.cited(one.basis);
            plain(format!("{}{}: {}{clock}{beside}{basis}", one.name, perhaps(one.sure), one.says))
        };
        let mut points: Vec<ProposalPoint> = Vec::new();
        for point in it.penalties.iter().filter_map(|penalty| self.penalty_point(penalty)) {
            if !points.contains(&point) {
                points.push(point);
            }
        }
        ProposalEntry {
            title: it.name.to_owned(),
            mark: words::holds(t, it.holds),
            lines: lines([
                (t.assessment_from(), vec![plain(it.norms.join(", "))]),
                (t.assessment_penalties(), now.into_iter().map(|one| plain(self.penalty(one))).collect()),
                (t.assessment_penalties_not(), later.into_iter().map(|one| plain(self.penalty(one))).collect()),
                (t.assessment_authorities(), it.authorities.iter().map(authority).collect()),
                (t.assessment_tracks(), it.tracks.iter().map(track).collect()),
                (t.assessment_otherwise(), it.otherwise.iter().map(|it| plain((*it).to_owned())).collect()),
            ]),
            points,
        }
    }

    fn penalty_name(&self, id: &str) -> Option<&'a str> {
        Some(self.law.law().consequences().penalty(id)?.name.in_language(self.language))
    }

    fn penalty(&self, it: &ExplainedPenalty<'_>) -> String {
        let more: String = [it.says, it.awaits].into_iter().flatten().map(|more| format!(" {more}")).collect();
        format!("{}{}.{more}", it.name, self.cited(it.basis))
    }

    /// The dispute that touches a sanction: it decides whether the sanction is there, not whether a norm applies.
    fn penalty_point(&self, it: &ExplainedPenalty<'_>) -> Option<ProposalPoint> {
        let at: &DisputeAt = self.law.law().consequences().penalty(it.penalty)?.dispute.as_ref()?;
        let shown = it.dispute.as_ref()?;
        let point = DisputedPoint { instrument: at.instrument.clone(), dispute: at.dispute.clone() };
        let adopted = standing(self.adopted, &point);
        let letters = ('a'..='z').map(|letter| letter.to_string());
        let readings = letters.zip(&shown.readings);
        Some(ProposalPoint {
            matter: shown.matter.clone(),
            decides: true,
            weight: self.t.assessment_decides_penalty(),
            readings: readings
                .map(|(letter, (text, support))| self.reading(&letter, (text, support), String::new(), adopted))
                .collect(),
            adopted: self.adopted(adopted),
        })
    }

    fn circumstances(&self, it: &Explanation<'_>) -> Vec<ProposalEntry> {
        let t = self.t;
        let each = it.circumstances.iter().map(|one| ProposalEntry {
            title: one.name.to_owned(),
            mark: words::effect(t, one.effect),
            lines: lines([
                (t.assessment_what(), vec![plain(one.says.to_owned())]),
                (t.assessment_basis(), one.basis.iter().map(|basis| self.basis(basis)).collect()),
            ]),
            points: Vec::new(),
        });
        each.collect()
    }

    /// Norms that nearly apply, each once, with all the facts that would make the difference.
    fn near(&self, it: &Explanation<'_>) -> Vec<ProposalEntry> {
        let t = self.t;
        let mut order: Vec<&str> = Vec::new();
        let mut all: BTreeMap<&str, ProposalEntry> = BTreeMap::new();
        for one in &it.near {
            let entry = all.entry(&one.norm).or_insert_with(|| {
                order.push(&one.norm);
                let category = one.category.map(|category| plain(self.category_name(category)));
                ProposalEntry {
                    title: one.title.clone(),
                    mark: one.norm.clone(),
                    lines: lines([(t.assessment_category(), category.into_iter().collect())]),
                    points: Vec::new(),
                }
            });
            let with = plain(fact_words(&one.with));
            match entry.lines.iter_mut().find(|line| line.term == t.assessment_near_with()) {
                Some(line) if line.texts.contains(&with) => {}
                Some(line) => line.texts.push(with),
                None => entry.lines.insert(0, ProposalLine { term: t.assessment_near_with(), texts: vec![with] }),
            }
        }
        order.into_iter().filter_map(|norm| all.remove(norm)).collect()
    }

    fn exceptions(&self, it: &Explanation<'_>) -> Vec<ProposalEntry> {
        let mut found: Vec<ProposalEntry> = Vec::new();
        for one in &it.exceptions {
            let entry = ProposalEntry {
                title: one.title.to_string(),
                mark: one.norm.to_owned(),
                lines: lines([(self.t.assessment_exceptions_because(), vec![plain(one.because.to_owned())])]),
                points: Vec::new(),
            };
            if !found.contains(&entry) {
                found.push(entry);
            }
        }
        found
    }
}

/// *Status: PNS*, or what is still possible of it.
fn fact_words(it: &ExplainedFact) -> String {
    format!("{}: {}", it.label, it.words.join(" / "))
}
