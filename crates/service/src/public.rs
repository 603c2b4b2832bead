//! What everybody may read: institutions, their published circulars, and what the law files report of others.

use crate::circulars::certified_letter;
use crate::{App, Fault};
use base::{Date, Occasion, Zone};
use domain::circular::certified::SignedLetter;
use domain::circular::numbering::GivenNumber;
use domain::circular::on_paper::SignedScan;
use domain::circular::{Circular, State};
use domain::ids::{CircularId, UnitId};
use domain::paper::{Paper, PaperKind};
use domain::policy::{Action, Actor, Target, allow};
use domain::tenancy::{Institution, is_short_name};
use norms::{Catalogue, Election, Instrument, Stage, StageKind};
use store::data::{certified, circulars, issuing, papers, tenancy};
use store::{Scope, Tx, Unit};

/// A government with public pages.
#[derive(Debug, Clone)]
pub enum Government<'a> {
    /// It uses this installation.
    Ours(Box<Institution>),
    /// It is real, known from news articles, and does not use this installation.
    Reported(&'a norms::Institution),
}

/// What the front page shows.
#[derive(Debug)]
pub struct FrontPage<'a> {
    /// The institutions of this installation, by name.
    pub institutions: Vec<Institution>,
    /// The governments of the law files that are not among them.
    pub reported: Vec<&'a norms::Institution>,
    /// Where elections stand today, western time.
    pub stages: Vec<StageToday>,
}

/// A stage that everybody knows, the campaign, the quiet period or the voting, on one of its days.
#[derive(Debug, Clone)]
pub struct StageToday {
    /// Of which election.
    pub election: Election,
    /// Which stage.
    pub stage: Stage,
    /// Which day of it, beginning with one.
    pub day: i64,
    /// The stage of this kind that comes next, with its first day.
    pub next: Option<(Stage, Date)>,
}

/// What the public page of a government shows.
#[derive(Debug)]
pub struct PublicInstitution<'a> {
    /// Whose page it is.
    pub government: Government<'a>,
    /// The circulars it published here, newest first; never a draft.
    pub circulars: Vec<Circular>,
    /// What news articles report that it issued.
    pub reported: Vec<&'a Instrument>,
    /// Where elections stand today.
    pub stages: Vec<StageToday>,
}

/// A circular that everybody may read.
#[derive(Debug)]
pub enum PublicCircular<'a> {
    /// It was published here.
    Published(Box<Published>),
    /// News articles report it.
    Reported {
        /// Of which government.
        government: Government<'a>,
        /// What they report.
        instrument: &'a Instrument,
    },
}

/// A circular that was published here.
#[derive(Debug, Clone)]
pub struct Published {
    /// Whose it is.
    pub institution: Institution,
    /// The circular.
    pub circular: Circular,
    /// The names of the units it binds; empty means every unit.
    pub units: Vec<String>,
    /// The names of the units that are left out.
    pub except: Vec<String>,
    /// Its letter, with the code that verifies it.
    pub letter: Option<Paper>,
    /// The scan with which it was published; none when it was signed in the program.
    pub scan: Option<SignedScan>,
    /// Its letter with the certified signature of its signatory; none when it has none.
    pub certified: Option<SignedLetter>,
    /// The numbers that were entered after it was published, the newest first.
    pub numbers: Vec<GivenNumber>,
}

impl App {
    /// The front page.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn front(&self, occasion: Occasion) -> Result<FrontPage<'_>, Fault> {
        allow(&Actor::Public, Action::ViewPublic, &Target::installation("institution"))?;
        let institutions = self.institutions().await?;
        let is_ours = |short_name: &str| institutions.iter().any(|ours| ours.short_name == short_name);
        let reported = self.law().institutions().iter().filter(|known| !is_ours(&known.short_name)).collect();
        Ok(FrontPage { institutions, reported, stages: stages(self.law(), occasion.at.date(Zone::Wib)) })
    }

    /// The public page of the government with this short name.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when neither this installation nor a law file knows it.
    pub async fn public_institution(
        &self,
        occasion: Occasion,
        short_name: &str,
    ) -> Result<PublicInstitution<'_>, Fault> {
        let (government, circulars) = self.government(short_name).await?;
        let (zone, law) = match &government {
            Government::Ours(institution) => (institution.zone, self.law_of(institution.id).await?),
            Government::Reported(_) => (Zone::Wib, self.law_shared()),
        };
        Ok(PublicInstitution {
            government,
            circulars,
            reported: self.reported_by(short_name),
            stages: stages(&law, occasion.at.date(zone)),
        })
    }

    /// A circular of the government with this short name. `id` is the id of a published circular or of an instrument
    /// of the law files.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is none, when it is a draft, or when somebody else issued it.
    pub async fn public_circular(&self, short_name: &str, id: &str) -> Result<PublicCircular<'_>, Fault> {
        if let Some(instrument) = self.reported_by(short_name).into_iter().find(|known| known.id == id) {
            let (government, _) = self.government(short_name).await?;
            return Ok(PublicCircular::Reported { government, instrument });
        }
        let id = id.parse().map_err(|_| Fault::NotFound)?;
        let published = self.published(short_name, id).await?;
        Ok(PublicCircular::Published(Box::new(published)))
    }

    /// A published circular of an institution of this installation.
    pub(crate) async fn published(&self, short_name: &str, id: CircularId) -> Result<Published, Fault> {
        if !is_short_name(short_name) {
            return Err(Fault::NotFound);
        }
        self.store().read(OneCircular { short_name: short_name.to_owned(), id }).await
    }

    async fn government(&self, short_name: &str) -> Result<(Government<'_>, Vec<Circular>), Fault> {
        // What cannot be a short name is not looked up: scanners ask for many such paths.
        if !is_short_name(short_name) {
            return Err(Fault::NotFound);
        }
        if let Some((institution, circulars)) = self.store().read(Circulars(short_name.to_owned())).await? {
            return Ok((Government::Ours(Box::new(institution)), circulars));
        }
        let known = self.law().institution(short_name).ok_or(Fault::NotFound)?;
        Ok((Government::Reported(known), Vec::new()))
    }

    /// What the law files report of this government, newest first; what has no date comes by its report.
    fn reported_by(&self, short_name: &str) -> Vec<&Instrument> {
        let issued = |instrument: &&Instrument| instrument.issuers.iter().any(|issuer| issuer == short_name);
        // A national body has ids of its own kind and no public page.
        let known = self.law().institution(short_name).is_some();
        let mut found: Vec<_> = self.law().instruments().iter().filter(|it| known && issued(it)).collect();
        found.sort_by_key(|it| std::cmp::Reverse(it.date.or(it.reported_on)));
        found
    }
}

fn stages(law: &Catalogue, today: Date) -> Vec<StageToday> {
    let known = |stage: &Stage| {
        stage.held && matches!(stage.kind, StageKind::Campaign | StageKind::QuietPeriod | StageKind::Voting)
    };
    let on = law.stages_on(today).filter(|(_, stage)| known(stage));
    on.map(|(election, stage)| {
        let coming = election.stages.iter().filter(|stage| known(stage));
        let coming = coming.filter_map(|stage| Some((stage, stage.from?))).filter(|(_, from)| *from > today);
        let next = coming.min_by_key(|(_, from)| *from).map(|(stage, from)| (stage.clone(), from));
        let day = stage.from.map_or(1, |from| (today - from).whole_days() + 1);
        StageToday { election: election.clone(), stage: stage.clone(), day, next }
    })
    .collect()
}

fn is_published(circular: &Circular) -> bool {
    matches!(circular.state, State::Published { .. })
}

struct Circulars(String);

impl Unit for Circulars {
    type Out = Option<(Institution, Vec<Circular>)>;
    type Error = Fault;
    const NAME: &'static str = "public/circulars";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let Some(institution) = tenancy::institution_by_short_name(tx, &self.0).await? else { return Ok(None) };
        allow(&Actor::Public, Action::ViewPublic, &Target::of(institution.id, "circular"))?;
        let mut all = circulars::list(tx, &Scope::Institution(institution.id)).await?;
        all.retain(is_published);
        Ok(Some((institution, all)))
    }
}

struct OneCircular {
    short_name: String,
    id: CircularId,
}

impl Unit for OneCircular {
    type Out = Published;
    type Error = Fault;
    const NAME: &'static str = "public/circular";

    async fn run(&self, tx: &mut Tx) -> Result<Published, Fault> {
        let institution = tenancy::institution_by_short_name(tx, &self.short_name).await?.ok_or(Fault::NotFound)?;
        let target = Target::of(institution.id, "circular").object(*self.id.bytes());
        allow(&Actor::Public, Action::ViewPublic, &target)?;
        let scope = Scope::Institution(institution.id);
        let circular = circulars::by_id(tx, &scope, self.id).await?.filter(is_published).ok_or(Fault::NotFound)?;
        let letter = papers::of_object(tx, &scope, PaperKind::Letter, *self.id.bytes()).await?;
        let units = unit_names(tx, &scope, &circular.addressees.units).await?;
        let except = unit_names(tx, &scope, &circular.addressees.except).await?;
        let scan = issuing::confirmed_scan(tx, &scope, self.id).await?;
        let certified = certified_letter(certified::of_circular(tx, &scope, self.id).await?);
        let numbers = issuing::numbers(tx, &scope, self.id).await?;
        Ok(Published { institution, circular, units, except, letter, scan, certified, numbers })
    }
}

/// The names of units, in their order.
pub(crate) async fn unit_names(tx: &mut Tx, scope: &Scope, units: &[UnitId]) -> Result<Vec<String>, Fault> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let tree = tenancy::units(tx, scope).await?;
    Ok(units.iter().filter_map(|id| tree.get(*id)).map(|unit| unit.name.clone()).collect())
}
