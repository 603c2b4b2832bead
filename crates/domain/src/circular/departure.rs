//! Where the text of a circular departs from the law above it, as far as the law files can tell. Warnings for whoever
//! drafts and whoever signs, and never a block: the files do not hold all law, and where they say that sources disagree, a
//! person decides.

mod calendar;
mod dates;
mod reach;
mod spoken_to;
mod stages;
mod ties;

use super::{Addressees, Body};
use crate::category::Category;
use base::Date;
use norms::{Catalogue, Dispute, Instrument, StageKind, Topic};

/// A provision of an instrument, by the ids of the law files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The instrument.
    pub instrument: String,
    /// The provision within it.
    pub provision: String,
}

/// One point in which a circular and the law above it do not fit. Provisions of the circular are named by their place,
/// beginning with one; instruments, elections and sanctions by the ids of the law files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Departure {
    /// The letter cites an instrument that had ended on its date.
    Ended {
        /// The instrument.
        basis: String,
        /// Its last day in force.
        last: Date,
        /// What took its place.
        replaced_by: Vec<String>,
    },
    /// The letter cites an instrument that has not begun on its date.
    NotBegun {
        /// The instrument.
        basis: String,
        /// Its first day in force.
        first: Date,
    },
    /// Sources disagree about an instrument as a whole that the letter cites. A person decides whether to rest on it.
    Disputed {
        /// The instrument.
        basis: String,
        /// The dispute within it.
        dispute: String,
    },
    /// Nothing that the letter cites binds these categories.
    Unbound(Vec<Category>),
    /// Nobody has said what a provision is about, so nothing can be compared.
    Untold {
        /// The provision.
        provision: usize,
    },
    /// A provision says to these categories something on which the letter cites nothing that binds them.
    Wider {
        /// The provision.
        provision: usize,
        /// What it is about.
        topics: Vec<Topic>,
        /// Whom the cited instruments do not bind in this.
        categories: Vec<Category>,
        /// Whether they bind nobody in this to whom it is said: the provision has no legal basis here.
        is_all: bool,
        /// What is on file about it for some of them and is not cited, the highest first.
        could: Vec<Article>,
    },
    /// A provision names a sanction for these categories that no cited provision knows for them.
    Sanction {
        /// The provision.
        provision: usize,
        /// The sanction.
        sanction: String,
        /// For whom.
        categories: Vec<Category>,
        /// What knows it on file; empty for a word that nothing on file uses.
        known_to: Vec<Article>,
    },
    /// A provision names a sanction about which sources disagree. A person decides.
    SanctionDisputed {
        /// The provision.
        provision: usize,
        /// The sanction.
        sanction: String,
        /// What knows it.
        article: Article,
        /// The dispute within the instrument.
        dispute: String,
    },
    /// Every election that the letter names was voted in before its date.
    ElectionOver {
        /// The last of them.
        election: String,
        /// The last day of voting.
        voted: Date,
    },
    /// A provision names a stage and a day that lies outside it.
    OutsideStage {
        /// The provision.
        provision: usize,
        /// The day.
        day: Date,
        /// The election.
        election: String,
        /// The stage.
        stage: StageKind,
        /// First and last day of the stage.
        span: (Date, Date),
    },
    /// A provision names only a part of the time in which norms hold that it repeats: it says less than the law.
    SaysLess {
        /// The provision.
        provision: usize,
        /// The norms, by their ids.
        norms: Vec<String>,
        /// When they hold, too.
        missing: Vec<Time>,
    },
    /// A provision names a time in which none of the norms holds that it repeats: it says more than they do.
    SaysMore {
        /// The provision.
        provision: usize,
        /// The norms.
        norms: Vec<String>,
        /// When none of them holds.
        beyond: Vec<Time>,
    },
    /// A provision speaks to these categories and repeats only norms that do not bind them.
    TiedToOthers {
        /// The provision.
        provision: usize,
        /// The norms.
        norms: Vec<String>,
        /// Whom they do not bind.
        categories: Vec<Category>,
    },
    /// A provision names fewer than a norm binds of those to whom the letter is addressed, and no other provision tells the
    /// rest.
    LeftOut {
        /// The provision.
        provision: usize,
        /// The norm.
        norm: String,
        /// Whom it binds, too.
        categories: Vec<Category>,
    },
    /// A provision repeats a norm that had ended on the date of the letter.
    NormEnded {
        /// The provision.
        provision: usize,
        /// The norm.
        norm: String,
        /// Its last day in force.
        last: Date,
        /// Norms out of what took the place of its instrument that say the like, as far as words tell.
        next: Vec<String>,
        /// The instruments that took its place.
        replaced_by: Vec<String>,
    },
    /// A provision repeats a norm that has not begun on the date of the letter.
    NormNotBegun {
        /// The provision.
        provision: usize,
        /// The norm.
        norm: String,
        /// Its first day in force.
        first: Date,
    },
    /// Readings differ about when a norm applies that a provision repeats. A person decides.
    NormDisputed {
        /// The provision.
        provision: usize,
        /// The norm.
        norm: String,
        /// The disputes: each by its instrument and its id within it.
        disputes: Vec<(String, String)>,
    },
}

/// When something holds, as circulars say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Time {
    /// Before the campaign.
    Before,
    /// During the campaign.
    During,
    /// After it, the quiet period and the day of voting among that.
    After,
}

impl Departure {
    /// The provision it is about, by its place beginning with one; none when it is about the letter as a whole.
    #[must_use]
    pub const fn provision(&self) -> Option<usize> {
        match self {
            Self::Untold { provision }
            | Self::Wider { provision, .. }
            | Self::Sanction { provision, .. }
            | Self::SanctionDisputed { provision, .. }
            | Self::OutsideStage { provision, .. }
            | Self::SaysLess { provision, .. }
            | Self::SaysMore { provision, .. }
            | Self::TiedToOthers { provision, .. }
            | Self::LeftOut { provision, .. }
            | Self::NormEnded { provision, .. }
            | Self::NormNotBegun { provision, .. }
            | Self::NormDisputed { provision, .. } => Some(*provision),
            Self::Ended { .. }
            | Self::NotBegun { .. }
            | Self::Disputed { .. }
            | Self::Unbound(_)
            | Self::ElectionOver { .. } => None,
        }
    }
}

/// Everything in which a letter of `dated` does not fit the law that it cites, or the calendars of the elections it names.
#[must_use]
pub fn departures(law: &Catalogue, body: &Body, to: &Addressees, dated: Date) -> Vec<Departure> {
    let cited: Vec<&Instrument> = law.by_rank(&body.bases).into_iter().filter_map(|id| law.instrument(id)).collect();
    let mut found: Vec<Departure> = cited.iter().filter_map(|it| time(law, it, dated)).collect();
    let in_force: Vec<&Instrument> = cited.into_iter().filter(|it| time(law, it, dated).is_none()).collect();
    let whole = |it: &&Dispute| it.provisions.is_empty();
    found.extend(in_force.iter().flat_map(|it| {
        let disputed = |dispute: &Dispute| Departure::Disputed { basis: it.id.clone(), dispute: dispute.id.clone() };
        it.disputes.iter().filter(whole).map(disputed)
    }));
    found.extend(reach::departures(law, &in_force, body, to, dated));
    found.extend(calendar::departures(law, body, dated));
    let about_norms = ties::departures(law, body, to, dated, &found);
    found.extend(about_norms);
    found
}

/// Whether an instrument had ended or not begun on a day. One whose days are not known fits any day.
fn time(law: &Catalogue, instrument: &Instrument, day: Date) -> Option<Departure> {
    let basis = || instrument.id.clone();
    if let Some(last) = instrument.in_force.to.filter(|last| *last < day) {
        let replaced_by = law.successors(&instrument.id).map(|it| it.id.clone()).collect();
        return Some(Departure::Ended { basis: basis(), last, replaced_by });
    }
    let first = instrument.in_force.from.filter(|first| day < *first)?;
    Some(Departure::NotBegun { basis: basis(), first })
}

#[cfg(test)]
mod tests;
