use documents::{Imprint, WorksheetEntry, WorksheetPaper, WorksheetPoint, WorksheetReading, WorksheetSection};
use i18n::format;
use service::{ProposalEntry, ProposalLine, ProposalPoint, ProposalReading, ProposalSection, WorksheetSheet};

/// What stands on the page of the assessment, as paper; addresses stay behind.
pub(super) fn from(sheet: &WorksheetSheet) -> WorksheetPaper {
    let WorksheetSheet { institution, proposal, as_of, language } = sheet;
    WorksheetPaper {
        imprint: Imprint { language: *language, example: institution.example, created: *as_of, zone: institution.zone },
        institution: institution.name.clone(),
        as_of: format::moment(*language, *as_of, institution.zone),
        fingerprint: proposal.fingerprint.clone(),
        law: proposal.law.clone(),
        facts: proposal.facts.clone(),
        sections: proposal.sections.iter().map(section).collect(),
    }
}

fn section(it: &ProposalSection) -> WorksheetSection {
    WorksheetSection {
        title: it.title.clone(),
        lead: it.lead.clone(),
        none: it.none.clone(),
        entries: it.entries.iter().map(entry).collect(),
    }
}

fn entry(it: &ProposalEntry) -> WorksheetEntry {
    WorksheetEntry {
        title: it.title.clone(),
        mark: it.mark.clone(),
        lines: it.lines.iter().map(line).collect(),
        points: it.points.iter().map(point).collect(),
    }
}

fn line(it: &ProposalLine) -> (String, Vec<String>) {
    (it.term.clone(), it.texts.iter().map(|text| text.words.clone()).collect())
}

fn point(it: &ProposalPoint) -> WorksheetPoint {
    WorksheetPoint {
        matter: it.matter.clone(),
        weight: it.weight.clone(),
        readings: it.readings.iter().map(reading).collect(),
        adopted: it.adopted.clone(),
    }
}

fn reading(it: &ProposalReading) -> WorksheetReading {
    WorksheetReading {
        name: it.name.clone(),
        text: it.text.clone(),
        support: it.support.clone(),
        under: it.under.clone(),
        is_adopted: it.is_adopted,
    }
}
