//! All law files together, checked against each other.

use crate::{
    check,
    decided::DecidedCase,
    election::{Election, Stage, StageKind},
    error::{LoadError, LoadErrors},
    explain::Words,
    fingerprint::fingerprint,
    holiday::{HolidayYear, WorkCalendar},
    institution::{Body, Institution},
    instrument::{Dispute, Instrument, Provision},
    language::Text,
    law::Law,
    line,
    pledge::PledgeTexts,
    question::{Question, QuestionId},
    read::{Filed, Files, Singles},
    relation::Relation,
    sanction::Sanction,
    search::{Roots, ties::Sayings},
    situation::Situation,
    template::Template,
};
use base::{Date, Language};
use std::{
    collections::HashMap,
    sync::{Arc, OnceLock},
};

const EMBEDDED: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/law_files.rs"));

/// The law as data. Once loaded, every reference within it leads somewhere.
///
/// Clones share all that never differs between institutions, so that one with elections and circulars of its own costs little.
#[derive(Debug, Clone)]
pub struct Catalogue {
    files: Arc<Filings>,
    elections: Vec<Election>,
    /// Circulars of an institution, the newest first.
    circulars: Vec<Instrument>,
    /// The name of this version: the hash of everything on which assessments rest.
    fingerprint: String,
}

/// What the files hold beside the calendars.
#[derive(Debug)]
struct Filings {
    institutions: Vec<Institution>,
    bodies: Vec<Body>,
    instruments: Vec<Instrument>,
    holidays: Vec<HolidayYear>,
    questions: Vec<Question>,
    templates: Vec<Template>,
    sanctions: Vec<Sanction>,
    pledge: PledgeTexts,
    calendar: WorkCalendar,
    law: Law,
    situations: Vec<Situation>,
    cases: Vec<DecidedCase>,
    places: HashMap<String, Place>,
    /// What the search looks in, made when somebody first asks.
    roots: OnceLock<Roots>,
    /// What norms say, made when somebody first asks which a provision repeats.
    sayings: OnceLock<Sayings>,
    /// What answers repeat, by language, made when somebody is first answered in it.
    words: [OnceLock<Words>; 2],
}

/// Where an instrument stands, and each of its provisions within it.
#[derive(Debug, Clone)]
struct Place {
    instrument: usize,
    provisions: HashMap<String, usize>,
}

fn places(instruments: &[Instrument]) -> HashMap<String, Place> {
    let each = instruments.iter().enumerate().map(|(at, instrument)| {
        let provisions = instrument.provisions.iter().enumerate().map(|(at, it)| (it.id.clone(), at)).collect();
        (instrument.id.clone(), Place { instrument: at, provisions })
    });
    each.collect()
}

impl Catalogue {
    /// The law files that were compiled in, read once for the whole process.
    ///
    /// # Errors
    /// [`LoadErrors`] when they contradict each other; the tests of this crate keep that from being released.
    pub fn embedded() -> Result<Self, LoadErrors> {
        static READ: OnceLock<Result<Catalogue, LoadErrors>> = OnceLock::new();
        READ.get_or_init(|| Self::from_files(EMBEDDED.iter().copied())).clone()
    }

    /// The paths within `law/` and the texts of the files that were compiled in.
    #[must_use]
    pub fn embedded_files() -> &'static [(&'static str, &'static str)] {
        EMBEDDED
    }

    /// Loads and checks a set of law files, given as paths within `law/` (with `/` between folders) and texts.
    ///
    /// # Errors
    /// [`LoadErrors`] with every mistake that was found, by file and key. Files that could not be read are left out
    /// of the comparison with others, which is then not made.
    pub fn from_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, LoadErrors> {
        let files: Vec<(&str, &str)> = files.into_iter().collect();
        let located = |errors: Vec<LoadError>| LoadErrors(sorted(line::located(errors, &files)));
        let mut read = Files::default();
        let mut errors = Vec::new();
        for (file, text) in &files {
            if let Err(found) = read.read(file, text) {
                errors.extend(found);
            }
        }
        if !errors.is_empty() {
            return Err(located(errors));
        }
        let Singles { pledge, elements, acts, consequences } = read.singles().map_err(located)?;
        let vocabulary = check::vocabulary(elements, acts).map_err(located)?;
        let errors = check::all(&read, &pledge, &consequences, &vocabulary);
        if !errors.is_empty() {
            return Err(located(errors));
        }
        let norms = std::mem::take(&mut read.norms);
        let law = Law::new(vocabulary, norms, consequences).map_err(located)?;
        let errors = check::examples(&law, &read.situations);
        if !errors.is_empty() {
            return Err(located(errors));
        }
        let holidays = unfile(read.holidays, |year| year.year);
        let instruments = unfile(read.instruments, |instrument| instrument.id.clone());
        let elections = unfile(read.elections, |election| election.id.clone());
        let filings = Filings {
            calendar: WorkCalendar::new(&holidays),
            institutions: unfile(read.institutions, |institution| institution.short_name.clone()),
            bodies: unfile(read.bodies, |body| body.id.clone()),
            places: places(&instruments),
            instruments,
            questions: unfile(read.questions, |question| question.id.clone()),
            sanctions: read.sanctions.into_iter().map(|filed| filed.entry).collect(),
            templates: unfile(read.templates, |template| (template.order, template.id.clone())),
            pledge: pledge.entry,
            holidays,
            situations: read.situations.into_iter().map(|filed| filed.entry).collect(),
            cases: read.cases.into_iter().map(|filed| filed.entry).collect(),
            law,
            roots: OnceLock::new(),
            sayings: OnceLock::new(),
            words: Default::default(),
        };
        let fingerprint = fingerprint(&files);
        Ok(Self { files: Arc::new(filings), elections, circulars: Vec::new(), fingerprint })
    }

    /// The real governments, by short name.
    #[must_use]
    pub fn institutions(&self) -> &[Institution] {
        &self.files.institutions
    }

    /// The government with this short name.
    #[must_use]
    pub fn institution(&self, short_name: &str) -> Option<&Institution> {
        self.files.institutions.iter().find(|institution| institution.short_name == short_name)
    }

    /// The name of an issuer: an institution or a national body.
    #[must_use]
    pub fn issuer_name(&self, issuer: &str) -> Option<&Text> {
        let body = || self.files.bodies.iter().find(|body| body.id == issuer).map(|body| &body.name);
        self.institution(issuer).map(|institution| &institution.name).or_else(body)
    }

    /// All instruments, by id.
    #[must_use]
    pub fn instruments(&self) -> &[Instrument] {
        &self.files.instruments
    }

    /// The instrument with this id.
    #[must_use]
    pub fn instrument(&self, id: &str) -> Option<&Instrument> {
        self.files.places.get(id).and_then(|place| self.files.instruments.get(place.instrument))
    }

    /// The ids of instruments in the order in which a letter lists them: the highest rank first, the older first among
    /// equals. What the files do not know comes last, in the order given.
    #[must_use]
    pub fn by_rank<'a>(&self, ids: &'a [String]) -> Vec<&'a String> {
        let mut sorted: Vec<&String> = ids.iter().collect();
        sorted.sort_by_key(|id| self.instrument(id).map_or((true, None), |it| (false, Some(it.rank()))));
        sorted
    }

    /// The instruments that this institution or body issued, alone or with others.
    pub fn issued_by<'a>(&'a self, issuer: &'a str) -> impl Iterator<Item = &'a Instrument> + 'a {
        self.files.instruments.iter().filter(move |instrument| instrument.issuers.iter().any(|name| name == issuer))
    }

    /// What other instruments do to this one, in the order of their ids.
    pub fn relations_to<'a>(&'a self, id: &'a str) -> impl Iterator<Item = (&'a Instrument, Relation<'a>)> + 'a {
        let each = |it: &'a Instrument| it.relations().map(move |(_, relation)| (it, relation));
        self.files.instruments.iter().flat_map(each).filter(move |(_, relation)| relation.instrument() == id)
    }

    /// What took the place of this instrument, in the order of their ids.
    pub fn successors<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Instrument> + 'a {
        self.relations_to(id).filter(|(_, relation)| matches!(relation, Relation::Replaces(_))).map(|(it, _)| it)
    }

    /// A provision of an instrument.
    #[must_use]
    pub fn provision(&self, instrument: &str, provision: &str) -> Option<&Provision> {
        let place = self.files.places.get(instrument)?;
        self.files.instruments.get(place.instrument)?.provisions.get(*place.provisions.get(provision)?)
    }

    /// A disputed point of an instrument.
    #[must_use]
    pub fn dispute(&self, instrument: &str, dispute: &str) -> Option<&Dispute> {
        self.instrument(instrument)?.disputes.iter().find(|it| it.id == dispute)
    }

    /// All elections, by id.
    #[must_use]
    pub fn elections(&self) -> &[Election] {
        &self.elections
    }

    /// The elections that a text names by the names of their calendars.
    pub fn elections_named(&self, text: &str) -> impl Iterator<Item = &Election> {
        let words = text.to_lowercase();
        self.elections.iter().filter(move |it| words.contains(&it.name.id.to_lowercase()))
    }

    /// The last day of voting in the elections that a text names; nothing where no calendar of them is on file.
    #[must_use]
    pub fn last_voting_named(&self, text: &str) -> Option<Date> {
        self.elections_named(text).filter_map(|it| it.span(StageKind::Voting)).map(|(_, last)| last).max()
    }

    /// The election with this id.
    #[must_use]
    pub fn election(&self, id: &str) -> Option<&Election> {
        self.elections.iter().find(|election| election.id == id)
    }

    /// Every stage of every election that `date` lies in.
    pub fn stages_on(&self, date: Date) -> impl Iterator<Item = (&Election, &Stage)> {
        self.elections.iter().flat_map(move |election| election.stages_on(date).map(move |stage| (election, stage)))
    }

    /// The holidays as they stand in the files, by year.
    #[must_use]
    pub fn holiday_years(&self) -> &[HolidayYear] {
        &self.files.holidays
    }

    /// The calendar for counting working days.
    #[must_use]
    pub fn calendar(&self) -> &WorkCalendar {
        &self.files.calendar
    }

    /// All questions, by id.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.files.questions
    }

    /// The question with this id.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.files.questions.iter().find(|question| question.id == *id)
    }

    /// The texts from which a draft can begin; the first is proposed.
    #[must_use]
    pub fn templates(&self) -> &[Template] {
        &self.files.templates
    }

    /// What sanctions are called and which provisions know them, in the order of the file.
    #[must_use]
    pub fn sanctions(&self) -> &[Sanction] {
        &self.files.sanctions
    }

    /// The norms, and what follows from breaking them.
    #[must_use]
    pub fn law(&self) -> &Law {
        &self.files.law
    }

    /// The name of this version: the hash of everything on which assessments rest, what an institution laid over it as well.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The circulars of the institution whose law this is, the newest first; none where it is the law of the files alone.
    #[must_use]
    pub fn circulars(&self) -> &[Instrument] {
        &self.circulars
    }

    /// The same with these elections, by id, and these circulars, the newest first, and this fingerprint; whoever calls it
    /// has checked them.
    pub(crate) fn holding(&self, elections: Vec<Election>, circulars: Vec<Instrument>, fingerprint: String) -> Self {
        Self { files: Arc::clone(&self.files), elections, circulars, fingerprint }
    }

    /// What the search looks in.
    pub(crate) fn roots(&self) -> &OnceLock<Roots> {
        &self.files.roots
    }

    pub(crate) fn sayings(&self) -> &OnceLock<Sayings> {
        &self.files.sayings
    }

    /// What answers in this language repeat.
    pub(crate) fn words(&self, language: Language) -> &Words {
        let [indonesian, english] = &self.files.words;
        let kept = match language {
            Language::Indonesian => indonesian,
            Language::English => english,
        };
        kept.get_or_init(|| Words::new(self, language))
    }

    /// Everyday situations with their answers, in the order of the files.
    #[must_use]
    pub fn situations(&self) -> &[Situation] {
        &self.files.situations
    }

    /// The situation with this id.
    #[must_use]
    pub fn situation(&self, id: &str) -> Option<&Situation> {
        self.files.situations.iter().find(|situation| situation.id == id)
    }

    /// Cases that were decided, in the order of the file.
    #[must_use]
    pub fn cases(&self) -> &[DecidedCase] {
        &self.files.cases
    }

    /// The pledge and the integrity pact.
    #[must_use]
    pub fn pledge(&self) -> &PledgeTexts {
        &self.files.pledge
    }

    /// What a question rests on, in words: instrument and article, or the point of the pledge.
    #[must_use]
    pub fn cite(&self, basis: &crate::Basis, language: Language) -> String {
        match basis {
            crate::Basis::Provision { instrument, provision } => {
                let citation = self.instrument(instrument).map_or("", |found| found.citation.in_language(language));
                let number = self.provision(instrument, provision).map_or("", |found| found.number.as_str());
                format!("{citation} {number}").trim().to_owned()
            }
            crate::Basis::PledgePoint { pledge_point } => match language {
                Language::Indonesian => format!("Ikrar netralitas, butir {pledge_point}"),
                Language::English => format!("Neutrality pledge, point {pledge_point}"),
            },
        }
    }
}

fn unfile<T, K: Ord>(entries: Vec<Filed<T>>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut entries: Vec<T> = entries.into_iter().map(|filed| filed.entry).collect();
    entries.sort_by_key(key);
    entries
}

fn sorted(mut errors: Vec<LoadError>) -> Vec<LoadError> {
    errors.sort_by(|a, b| (&a.file, &a.key).cmp(&(&b.file, &b.key)));
    errors
}
