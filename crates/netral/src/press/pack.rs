use super::{letter, official};
use base::{Instant, Language};
use documents::{PackExplained, PackPaper, PackPerson, PackPledge, PackQuestion};
use domain::pack::SheetCheck;
use i18n::format;
use norms::{Pledge, Question};
use service::{Fault, PackSheet, PackSheetLine};

/// The sheets of a village pack.
pub(super) fn from(sheet: &PackSheet, at: Instant) -> Result<PackPaper, Fault> {
    let (institution, circular) = (&sheet.letter.institution, &sheet.letter.circular);
    let (t, zone) = (Language::Indonesian, institution.zone);
    Ok(PackPaper {
        imprint: official(institution.example, at, zone),
        follows: sheet.pack.follows.is_some(),
        letter: if sheet.brings_letter { Some(letter::from(&sheet.letter, at)?) } else { None },
        institution: institution.name.clone(),
        village: sheet.village.clone(),
        through: sheet.through.clone(),
        circular: match &circular.number {
            Some(number) => format!("{number}, {}", circular.body.subject),
            None => circular.body.subject.clone(),
        },
        election: sheet.drive.election.clone(),
        made: format::date(t, sheet.pack.at.date(zone)),
        due: format::weekday_date(t, sheet.pack.due),
        people: sheet.lines.iter().map(person).collect(),
        pledge: sheet.pledge.as_ref().map(pledge),
    })
}

fn person(line: &PackSheetLine) -> PackPerson {
    PackPerson {
        place: line.place.to_string(),
        name: line.name.clone(),
        post: line.position.clone(),
        code: line.code.clone(),
        reads: line.reads,
        pledges: line.pledges,
        questions: line.questions.iter().map(question).collect(),
        note: line.came.map(note).unwrap_or_default(),
        explained: line.explained.iter().map(explained).collect(),
        held_back: line.held_back,
    }
}

/// Why a sheet was not judged, and what its person does now; nothing of one that was.
fn note(came: SheetCheck) -> String {
    let t = i18n::messages(Language::Indonesian);
    let why = match came {
        SheetCheck::Unreadable => t.pack_note_unreadable(),
        SheetCheck::Missing => t.pack_note_missing(),
        SheetCheck::Differing => t.pack_note_differing(),
        SheetCheck::Incomplete => t.pack_note_incomplete(),
        SheetCheck::Unread => t.pack_note_unread(),
        SheetCheck::Outdated => t.pack_note_outdated(),
        SheetCheck::None | SheetCheck::Failed | SheetCheck::Passed => return String::new(),
    };
    [why, t.pack_note_ways()].join(" ")
}

/// A question with what is right: it was answered, and is asked nobody on these sheets.
fn explained(question: &Question) -> PackExplained {
    PackExplained {
        text: question.text.id.clone(),
        right: question.options.get(question.correct).map(|option| option.id.clone()).unwrap_or_default(),
        why: question.explanation.id.clone(),
    }
}

/// A question without its answer.
fn question(question: &Question) -> PackQuestion {
    PackQuestion {
        text: question.text.id.clone(),
        options: question.options.iter().map(|option| option.id.clone()).collect(),
    }
}

fn pledge(pledge: &Pledge) -> PackPledge {
    PackPledge {
        title: pledge.title.id.clone(),
        opening: pledge.opening.id.clone(),
        points: pledge.points.iter().map(|point| point.text.id.clone()).collect(),
        closing: pledge.closing.id.clone(),
    }
}
