//! Papers as PDF: what the service knows of a paper, set by the templates of `documents`.

mod letter;
mod minutes;
mod pack;
mod pact;
mod record;
mod slips;
mod worksheet;

use base::{Instant, Language, Zone};
use documents::{Imprint, RenderError, Renderer, Verification};
use domain::media::Media;
use domain::paper::Paper;
use norms::Catalogue;
use service::{Fault, LetterSheet, MinutesSheet, PackSheet, PactSheet, Press, RecordSheet, Slip, WorksheetSheet};

/// Sets papers. Clones share fonts and templates.
#[derive(Debug, Clone)]
pub struct Typesetter {
    renderer: Renderer,
    /// The heading of a pact.
    pact_title: String,
    /// The sentence before the points of a pact.
    pact_opening: String,
}

impl Typesetter {
    /// A typesetter that takes the fixed words of the pact from the law files.
    #[must_use]
    pub fn new(law: &Catalogue) -> Self {
        let pact = &law.pledge().pact;
        Self { renderer: Renderer::new(), pact_title: pact.title.id.clone(), pact_opening: pact.opening.id.clone() }
    }
}

impl Press for Typesetter {
    fn letter(&self, sheet: &LetterSheet, at: Instant) -> Result<Vec<u8>, Fault> {
        self.renderer.render_letter(&letter::from(sheet, at)?).map_err(fault)
    }

    fn pact(&self, sheet: &PactSheet) -> Result<Vec<u8>, Fault> {
        self.renderer.render_pact(&pact::from(sheet, &self.pact_title, &self.pact_opening)).map_err(fault)
    }

    fn pages(&self, file: &[u8], media: Media) -> Option<usize> {
        match media {
            Media::Pdf => documents::scan::pages(file),
            Media::Jpeg | Media::Png => Some(1),
        }
    }

    fn picture(&self, file: &[u8], media: Media, page: usize) -> Option<(Media, Vec<u8>)> {
        match media {
            Media::Pdf => documents::scan::picture(file, page).map(|png| (Media::Png, png)),
            Media::Jpeg | Media::Png => (page == 1).then(|| (media, file.to_vec())),
        }
    }

    fn minutes(&self, sheet: &MinutesSheet, at: Instant) -> Result<Vec<u8>, Fault> {
        self.renderer.render_minutes(&minutes::from(sheet, at)).map_err(fault)
    }

    fn pack(&self, sheet: &PackSheet, at: Instant) -> Result<Vec<u8>, Fault> {
        self.renderer.render_pack(&pack::from(sheet, at)?).map_err(fault)
    }

    fn slips(&self, slips: &[Slip], address: &str, zone: Zone, example: bool, at: Instant) -> Result<Vec<u8>, Fault> {
        let (slips, sheet) = slips::from(slips, address, official(example, at, zone));
        self.renderer.render_slips(&slips, &sheet).map_err(fault)
    }

    fn record(&self, sheet: &RecordSheet, language: Language) -> Result<Vec<u8>, Fault> {
        self.renderer.render_person_record(&record::from(sheet, language)).map_err(fault)
    }

    fn worksheet(&self, sheet: &WorksheetSheet) -> Result<Vec<u8>, Fault> {
        self.renderer.render_worksheet(&worksheet::from(sheet)).map_err(fault)
    }
}

/// Papers of an institution are official: in Indonesian, whoever asks for them.
const fn official(example: bool, created: Instant, zone: Zone) -> Imprint {
    Imprint { language: Language::Indonesian, example, created, zone }
}

fn verification(paper: &Paper, url: &str) -> Verification {
    Verification { url: url.to_owned(), code: paper.token.grouped() }
}

/// Paragraphs as people write them: each on a line of its own.
fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn fault(error: RenderError) -> Fault {
    Fault::Unexpected(format!("a paper could not be set: {error}"))
}

#[cfg(test)]
mod tests;
