//! Letters and sealed pacts, beside WeasyPrint and pyHanko on the same work: the same words on A4 as PDF/A-2a, sealed with
//! the same kind of key.

use crate::people::Town;
use crate::report::Report;
use crate::{Fault, Plan, people, tell};
use base::{Chance, Clock as _, Instant as Moment, Occasion, SystemClock, Zone};
use domain::change::Effect;
use domain::circular::Circular;
use domain::ids::PaperId;
use domain::knowledge::{Pact, PactText, Proof};
use domain::manner::Manner;
use domain::paper::{Paper, PaperKind, PaperState, Token};
use domain::signature_check::Standing;
use domain::tenancy::Institution;
use netral::Typesetter;
use serde_json::json;
use service::{LetterSheet, PactSheet, Press as _, SealKey};
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Papers of each kind by the program, and by the other programs, which take longer.
const OURS: usize = 200;
const THEIRS: usize = 20;

/// Papers a second on one core.
pub struct Rates {
    /// Letters.
    pub letters: f64,
    /// Pacts, sealed.
    pub pacts: f64,
}

/// Measures both, each on one core.
pub fn measure(plan: &Plan, report: &mut Report) -> Result<(), Fault> {
    tell("bench: letters and pacts");
    let papers = Papers::make()?;
    let ours = papers.ours()?;
    let theirs = match &plan.peers {
        Some(python) => Some(papers.theirs(python)?),
        None => None,
    };
    report.papers(&ours, theirs.as_ref());
    Ok(())
}

struct Papers {
    at: Moment,
    institution: Institution,
    circular: Circular,
    law: norms::Catalogue,
    key: SealKey,
    chance: std::cell::RefCell<Chance>,
}

impl Papers {
    fn make() -> Result<Self, Fault> {
        let at = SystemClock.now();
        let mut chance = Occasion::draw(at).chance();
        let since = base::parse_iso_date("2020-01-01")?;
        let town = Town { institution: chance.id(), unit: chance.id(), since, now: at };
        let (effects, _) = people::founded(&town, &mut chance);
        let (mut institution, mut circular) = (None, None);
        for effect in effects {
            match effect {
                Effect::InstitutionAdded(added) => institution = Some(*added),
                Effect::CircularSaved(saved) => circular = Some(*saved),
                _ => {}
            }
        }
        let (institution, circular) = (institution.ok_or("no institution")?, circular.ok_or("no circular")?);
        let law = norms::Catalogue::embedded().map_err(|_| "the law files cannot be read")?;
        let key = SealKey::make(&institution.name, at, &mut chance)?;
        Ok(Self { at, institution, circular, law, key, chance: chance.into() })
    }

    fn letter(&self) -> LetterSheet {
        LetterSheet {
            institution: self.institution.clone(),
            circular: self.circular.clone(),
            bases: vec!["Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara".to_owned()],
            units: vec!["Dinas Contoh (rekaan)".to_owned()],
            except: Vec::new(),
            paper: self.paper(PaperKind::Letter, None),
            url: "http://localhost:8080/periksa/0123".to_owned(),
        }
    }

    fn pact(&self, number: usize) -> PactSheet {
        let number_of_pact = format!("PI-2026-UKUR-{number:04}");
        let points = self.law.pledge().pact.statements.iter().map(|point| point.text.id.clone()).collect();
        let text = PactText {
            name: format!("Warga {number}, S.Sos."),
            number: "•••• 2904".to_owned(),
            position: "Pengadministrasi Perkantoran".to_owned(),
            unit: "Dinas Contoh (rekaan)".to_owned(),
            election: "Pilkada".to_owned(),
            points,
            statement: self.law.pledge().pact.closing.id.clone(),
            circular: "Surat Edaran Bupati tentang netralitas pegawai".to_owned(),
        };
        let mut chance = self.chance.borrow_mut();
        let pact = Pact {
            id: chance.id(),
            task: chance.id(),
            person: chance.id(),
            number: number_of_pact.clone(),
            text,
            manner: Manner::OwnDevice(Proof::Password),
            signed: self.at,
            salt: chance.bytes(),
            passkey: None,
            standing: Standing::Valid,
        };
        drop(chance);
        let paper = self.paper(PaperKind::Pact, Some(number_of_pact));
        let url = "http://localhost:8080/periksa/4567".to_owned();
        PactSheet { institution: self.institution.clone(), pact, voucher: String::new(), paper, url }
    }

    fn paper(&self, kind: PaperKind, number: Option<String>) -> Paper {
        Paper {
            id: PaperId::draw(),
            kind,
            object: [0; 16],
            token: Token::from_random(&self.chance.borrow_mut().bytes()),
            number,
            dated: self.at.date(Zone::Wib),
            initials: String::new(),
            state: PaperState::Valid,
            file: None,
        }
    }

    fn ours(&self) -> Result<Rates, Fault> {
        let press = Typesetter::new(&self.law);
        let letter = self.letter();
        let pacts: Vec<PactSheet> = (0..OURS).map(|number| self.pact(number)).collect();
        // The first paper also reads fonts and templates, on both sides.
        press.letter(&letter, self.at)?;
        let begun = Instant::now();
        for _ in 0..OURS {
            press.letter(&letter, self.at)?;
        }
        let letters = rate(OURS, begun);
        let begun = Instant::now();
        for sheet in &pacts {
            press.seal(&press.pact(sheet)?, &self.key, self.at)?;
        }
        Ok(Rates { letters, pacts: rate(OURS, begun) })
    }

    fn theirs(&self, python: &std::path::Path) -> Result<Rates, Fault> {
        let body = &self.circular.body;
        let letter = json!({
            "head": [self.institution.letterhead.government, self.institution.letterhead.office],
            "title": body.subject,
            "facts": [["Hal", body.subject], ["Yth.", "Para Pegawai Negeri Sipil (PNS) di Dinas Contoh (rekaan)"]],
            "opening": body.opening,
            "points": body.provisions.iter().map(|provision| provision.text.clone()).collect::<Vec<_>>(),
            "closing": body.closing,
        });
        let pacts = (0..THEIRS).map(|number| self.pact(number).pact.text).map(|text| {
            json!({
                "head": [self.institution.letterhead.government],
                "title": self.law.pledge().pact.title.id,
                "facts": [["Nama", text.name], ["Nomor", text.number], ["Jabatan", text.position], ["Unit", text.unit]],
                "opening": self.law.pledge().pact.opening.id,
                "points": text.points,
                "closing": text.statement,
            })
        });
        let work = json!({ "letter": letter, "letters": THEIRS, "pacts": pacts.collect::<Vec<_>>() });
        let mut command = Command::new(python);
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/peers/papers.py"));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        child.stdin.take().ok_or("no way to tell WeasyPrint its work")?.write_all(work.to_string().as_bytes())?;
        let output = child.wait_with_output()?;
        let told: serde_json::Value = serde_json::from_slice(&output.stdout).map_err(|_| "WeasyPrint did not do it")?;
        let told = |name: &str| told.get(name).and_then(serde_json::Value::as_f64).ok_or("WeasyPrint tells no rate");
        Ok(Rates { letters: told("letters")?, pacts: told("pacts")? })
    }
}

#[expect(clippy::cast_precision_loss, reason = "some hundreds")]
fn rate(papers: usize, begun: Instant) -> f64 {
    papers as f64 / begun.elapsed().as_secs_f64()
}
