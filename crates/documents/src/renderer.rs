use crate::labels::Labels;
use crate::pack::PackWords;
use crate::text::Cleaner;
use crate::worksheet::WorksheetWords;
use crate::world::{Desk, Shared, Template};
use crate::{
    ActivationSlip, CircularLetter, Diagnostic, Imprint, MAX_SLIPS, MinutesPaper, PackPaper, PactPaper, PersonRecord,
    RenderError, SlipSheet, Verification, WorksheetPaper, qr,
};
use serde::Serialize;
use serde_json::{Value, json};
use std::fmt;
use std::sync::Arc;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// Results older than this many renders are dropped from the typesetter's cache. Without it the process
/// grows by about one megabyte per letter; keeping more does not make letters faster.
const CACHE_AGE: usize = 2;

/// The longest title in characters. Longer ones are cut: PDF/A limits the length of metadata strings.
const TITLE_CHARS: usize = 200;

/// Sets documents. Cheap to clone: all clones share fonts and templates.
#[derive(Clone)]
pub struct Renderer {
    shared: Arc<Shared>,
    cleaner: Arc<Cleaner>,
}

impl fmt::Debug for Renderer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Renderer").finish_non_exhaustive()
    }
}

impl Default for Renderer {
    fn default() -> Self {
        Self::new()
    }
}

/// What a template gets to see beside the document itself.
struct Job<'a> {
    template: Template,
    imprint: Imprint,
    title: &'a str,
    verification: Option<&'a Verification>,
}

impl Renderer {
    /// Loads the embedded fonts and the templates; takes some tens of milliseconds, so make one per process.
    #[must_use]
    pub fn new() -> Self {
        let shared = Shared::new();
        let cleaner = Cleaner::new(&shared.coverage());
        Self { shared: Arc::new(shared), cleaner: Arc::new(cleaner) }
    }

    /// Sets a circular as an official letter.
    ///
    /// # Errors
    /// [`RenderError::AddressTooLong`] when the address to check it at does not fit a QR code.
    pub fn render_letter(&self, letter: &CircularLetter) -> Result<Vec<u8>, RenderError> {
        let job = Job {
            template: Template::Letter,
            imprint: letter.imprint,
            title: &letter.subject,
            verification: Some(&letter.verification),
        };
        self.render(&job, letter, &json!({}))
    }

    /// Sets a signed integrity pact.
    ///
    /// # Errors
    /// [`RenderError::AddressTooLong`] when the address to check it at does not fit a QR code.
    pub fn render_pact(&self, pact: &PactPaper) -> Result<Vec<u8>, RenderError> {
        let title = [pact.title.as_str(), pact.pact_number.as_str()].join(" ");
        let job = Job {
            template: Template::Pact,
            imprint: pact.imprint,
            title: &title,
            verification: Some(&pact.verification),
        };
        self.render(&job, pact, &json!({}))
    }

    /// Sets the minutes of an assembly.
    ///
    /// # Errors
    /// [`RenderError::AddressTooLong`] when the address to check it at does not fit a QR code.
    pub fn render_minutes(&self, minutes: &MinutesPaper) -> Result<Vec<u8>, RenderError> {
        let title = [Labels::of(minutes.imprint.language).minutes_title, minutes.place.as_str()].join(", ");
        let job = Job {
            template: Template::Minutes,
            imprint: minutes.imprint,
            title: &title,
            verification: Some(&minutes.verification),
        };
        self.render(&job, minutes, &json!({}))
    }

    /// Sets a village pack. The code on its letter is that of the letter itself.
    ///
    /// # Errors
    /// [`RenderError::AddressTooLong`] when the address to check the letter at does not fit a QR code.
    pub fn render_pack(&self, pack: &PackPaper) -> Result<Vec<u8>, RenderError> {
        let words = PackWords::of(pack.imprint.language);
        let kind = if pack.follows { words.title_follows } else { words.title };
        let title = [kind, pack.village.as_str()].join(" ");
        let job = Job {
            template: Template::Pack,
            imprint: pack.imprint,
            title: &title,
            verification: pack.letter.as_ref().map(|letter| &letter.verification),
        };
        self.render(&job, pack, &serde_json::to_value(words)?)
    }

    /// Sets activation slips, eight to a page with lines to cut along, in the order given.
    ///
    /// The result is secret: it must not be stored.
    ///
    /// # Errors
    /// [`RenderError::TooManySlips`] when there are more than [`MAX_SLIPS`].
    pub fn render_slips(&self, slips: &[ActivationSlip], sheet: &SlipSheet) -> Result<Vec<u8>, RenderError> {
        if slips.len() > MAX_SLIPS {
            return Err(RenderError::TooManySlips { count: slips.len(), limit: MAX_SLIPS });
        }
        let labels = Labels::of(sheet.imprint.language);
        let job =
            Job { template: Template::Slips, imprint: sheet.imprint, title: labels.slips_title, verification: None };
        let pdf = self.render(&job, &slips, &json!({}));
        // Nothing of the codes stays in the typesetter's cache.
        comemo::evict(0);
        pdf
    }

    /// Sets the record of one person.
    ///
    /// # Errors
    /// [`RenderError::AddressTooLong`] when the address to check it at does not fit a QR code.
    pub fn render_person_record(&self, record: &PersonRecord) -> Result<Vec<u8>, RenderError> {
        let language = record.imprint.language;
        let title = [Labels::of(language).record_title, record.name.as_str()].join(": ");
        let job = Job {
            template: Template::Record,
            imprint: record.imprint,
            title: &title,
            verification: record.verification.as_ref(),
        };
        let steps: Vec<Vec<&str>> = record
            .drives
            .iter()
            .map(|drive| drive.entries.iter().map(|entry| entry.milestone.label(language)).collect())
            .collect();
        self.render(&job, record, &json!({ "steps": steps }))
    }

    /// Sets the worksheet of an assessment. It is nobody's decision yet and has no code to check it by.
    ///
    /// # Errors
    /// [`RenderError::Typesetting`] when the template breaks a rule, a defect of this crate.
    pub fn render_worksheet(&self, worksheet: &WorksheetPaper) -> Result<Vec<u8>, RenderError> {
        let words = WorksheetWords::of(worksheet.imprint.language);
        let title = [words.title, worksheet.institution.as_str()].join(", ");
        let job = Job { template: Template::Worksheet, imprint: worksheet.imprint, title: &title, verification: None };
        self.render(&job, worksheet, &serde_json::to_value(words)?)
    }

    fn render(&self, job: &Job<'_>, document: &impl Serialize, words: &Value) -> Result<Vec<u8>, RenderError> {
        let labels = Labels::of(job.imprint.language);
        let mut doc = serde_json::to_value(document)?;
        self.cleaner.clean_all(&mut doc);
        let data = json!({
            "doc": doc,
            "words": words,
            "labels": labels,
            "lang": job.imprint.language.code(),
            "example": job.imprint.example,
            "title": self.title(job),
            "link": job.verification.and_then(|v| link(&v.url)),
            "has_qr": job.verification.is_some(),
        });
        let qr = job.verification.map(|v| qr::svg(&v.url)).transpose()?;
        let desk = Desk::new(&self.shared, job.template, serde_json::to_vec(&data)?, qr);
        let pdf = print(&desk, job.imprint);
        comemo::evict(CACHE_AGE);
        pdf
    }

    /// The title in the metadata; it says `example` to those who cannot see the mark on the pages.
    fn title(&self, job: &Job<'_>) -> String {
        let labels = Labels::of(job.imprint.language);
        let mark = if job.imprint.example { labels.example_title } else { "" };
        let title = self.cleaner.clean(job.title);
        let title = if title.is_empty() { "Netral" } else { &title };
        mark.chars().chain(title.chars()).take(TITLE_CHARS).collect()
    }
}

fn print(desk: &Desk<'_>, imprint: Imprint) -> Result<Vec<u8>, RenderError> {
    let defect = |found: &[SourceDiagnostic]| {
        RenderError::Typesetting(found.iter().map(|one| Diagnostic::read(desk, one)).collect())
    };
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|error| {
        let message = error.message().to_string();
        RenderError::Typesetting(vec![Diagnostic { place: None, message, hints: Vec::new() }])
    })?;
    let document = typst::compile::<PagedDocument>(desk).output.map_err(|found| defect(&found))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Netral".to_owned())),
        timestamp: timestamp(imprint),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|found| defect(&found))
}

fn timestamp(imprint: Imprint) -> Option<Timestamp> {
    let at = imprint.created.local(imprint.zone);
    let moment =
        Datetime::from_ymd_hms(at.year(), u8::from(at.month()), at.day(), at.hour(), at.minute(), at.second())?;
    Timestamp::new_local(moment, i32::from(at.offset().whole_minutes()))
}

/// The address as the target of a link, if it is one that a reader's program can open.
fn link(url: &str) -> Option<&str> {
    let known = url.starts_with("https://") || url.starts_with("http://");
    (known && url.bytes().all(|b| b.is_ascii_graphic())).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(link("https://netral.example/periksa/7KQ2"), Some("https://netral.example/periksa/7KQ2"));
        for other in ["", "javascript:alert(1)", "netral.example", "https://a b", "https://é.example"] {
            assert_eq!(link(other), None, "{other}");
        }
    }
}
