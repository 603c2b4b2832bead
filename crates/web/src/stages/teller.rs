//! Calendars in words.

use base::{Date, Language};
use i18n::{Messages, format};
use norms::{Catalogue, Certainty, Contest, Election, Phase, Stage, StageKind};

/// What words are made with.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    pub law: &'a Catalogue,
    pub t: &'static Messages,
    pub language: Language,
    /// The short name of the institution whose elections are told as well; empty on the pages of the whole country.
    pub place: &'a str,
}

/// The shape of a state and its word; without a shape where nothing sure can be said.
pub type State = (&'static str, String);

impl Teller<'_> {
    pub fn name(&self, election: &Election) -> String {
        election.name.in_language(self.language).to_owned()
    }

    /// Where an election has its page. What an institution recorded itself lies under its own name.
    pub fn href(&self, election: &Election) -> String {
        if election.letter.is_some() && !self.place.is_empty() {
            format!("/{}/tahapan/{}", self.place, election.id)
        } else {
            format!("/tahapan/{}", election.id)
        }
    }

    pub fn stage(&self, stage: &Stage) -> String {
        stage.name.in_language(self.language).to_owned()
    }

    pub fn phase(&self, phase: Phase) -> String {
        self.label("stage", phase.code())
    }

    pub fn contest(&self, contest: Contest) -> String {
        self.label("contest", contest.code())
    }

    /// What the law files call this answer, so that every page has the same word for it.
    fn label(&self, element: &str, answer: &str) -> String {
        let vocabulary = self.law.law().vocabulary();
        let element = vocabulary.index(element).and_then(|index| vocabulary.element(index));
        let found = element.and_then(|element| element.answers.iter().find(|it| it.id == answer));
        found.map_or(answer, |it| it.label.in_language(self.language)).to_owned()
    }

    /// What a phase means for employees.
    pub fn phase_means(&self, phase: Phase) -> String {
        match phase {
            Phase::BeforeNomination => self.t.stages_means_before_nomination(),
            Phase::Nomination => self.means(StageKind::Nomination),
            Phase::BeforeCampaign => self.means(StageKind::Determination),
            Phase::Campaign => self.means(StageKind::Campaign),
            Phase::QuietPeriod => self.means(StageKind::QuietPeriod),
            Phase::Voting => self.means(StageKind::Voting),
            Phase::AfterVoting => self.t.stages_means_after_voting(),
        }
    }

    /// What a stage means for employees.
    pub fn means(&self, kind: StageKind) -> String {
        match kind {
            StageKind::Parties => self.t.stages_means_parties(),
            StageKind::IndependentSupport => self.t.stages_means_independent_support(),
            StageKind::Nomination => self.t.stages_means_nomination(),
            StageKind::Determination => self.t.stages_means_determination(),
            StageKind::Campaign => self.t.stages_means_campaign(),
            StageKind::QuietPeriod => self.t.stages_means_quiet_period(),
            StageKind::Voting => self.t.stages_means_voting(),
            StageKind::Counting => self.t.stages_means_counting(),
            StageKind::Result => self.t.stages_means_result(),
            StageKind::TransferWindow => self.t.stages_means_transfer_window(),
            StageKind::ProgrammeWindow => self.t.stages_means_programme_window(),
            StageKind::Postponement => self.t.stages_means_postponement(),
            StageKind::VotingLimit => self.t.stages_means_voting_limit(),
        }
    }

    /// A mark for what is less than read; empty for what was.
    pub fn mark(&self, certainty: Certainty) -> String {
        match certainty {
            Certainty::Verified => String::new(),
            doubtful => crate::public::certainty(self.t, doubtful),
        }
    }

    pub fn date(&self, date: Date) -> String {
        format::date(self.language, date)
    }

    /// First and last day, as far as they are known.
    pub fn days(&self, stage: &Stage) -> String {
        match (stage.from, stage.to) {
            (Some(from), Some(to)) if from == to => self.date(from),
            (Some(from), Some(to)) => self.t.stages_span(self.date(from), self.date(to)),
            (Some(from), None) => self.t.stages_since(self.date(from)),
            (None, Some(to)) => self.t.stages_until(self.date(to)),
            (None, None) => self.t.stages_undated(),
        }
    }

    /// The first day that another source gives; empty where sources agree.
    pub fn other_day(&self, stage: &Stage) -> String {
        stage.or_from.map_or_else(String::new, |day| self.t.stages_or_from(self.date(day)))
    }

    /// Where an election was held.
    pub fn place(&self, election: &Election) -> String {
        match &election.regions {
            None => self.t.stages_everywhere(),
            Some(regions) if regions.complete => regions.names.join(", "),
            Some(regions) if regions.names.is_empty() => self.t.stages_some_regions(),
            Some(regions) => self.t.stages_some_regions_such_as(regions.names.join(", ")),
        }
    }

    /// When people vote.
    pub fn voting(&self, election: &Election) -> String {
        if let Some((first, last)) = election.span(StageKind::Voting) {
            return if first == last {
                self.date(first)
            } else {
                self.t.stages_span(self.date(first), self.date(last))
            };
        }
        let limit = election.held(StageKind::VotingLimit).filter_map(|stage| stage.to).max();
        limit.map_or_else(|| self.t.stages_undated(), |last| self.t.stages_voting_by(self.date(last)))
    }

    /// How an election stands on a day.
    pub fn election_state(&self, election: &Election, on: Date) -> State {
        let first = || election.stages.iter().filter(|stage| stage.held).filter_map(|stage| stage.from).min();
        match election.runs_on(on) {
            Some(true) => ("dimulai", self.t.stages_state_running()),
            Some(false) if first().is_some_and(|first| on < first) => ("belum", self.t.stages_state_to_come()),
            Some(false) => ("sudah", self.t.stages_state_over()),
            None => ("", self.t.stages_state_unknown()),
        }
    }

    /// How a stage stands on a day.
    pub fn stage_state(&self, election: &Election, stage: &Stage, on: Date) -> State {
        let unknown = || ("", self.t.stages_stage_unknown());
        let Some(from) = stage.from else { return unknown() };
        let (earliest, latest) = stage.or_from.map_or((from, from), |other| (from.min(other), from.max(other)));
        match stage.to {
            Some(to) if to.max(latest) < on => ("sudah", self.t.stages_stage_over()),
            _ if on < earliest => ("belum", self.t.stages_stage_to_come()),
            _ if on < latest || stage.to.is_some_and(|to| to < on) => unknown(),
            // Without a last day it is known to last only as long as the election surely runs.
            None if election.runs_on(on) != Some(true) => unknown(),
            _ => ("dimulai", self.t.stages_stage_now()),
        }
    }
}
