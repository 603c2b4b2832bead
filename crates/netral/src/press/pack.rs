use super::{letter, official};
use base::{Instant, Language};
use documents::{PackPaper, PackPerson, PackPledge, PackQuestion};
use i18n::format;
use norms::{Pledge, Question};
use service::{Fault, PackSheet, PackSheetLine};

/// The sheets of a village pack.
pub(super) fn from(sheet: &PackSheet, at: Instant) -> Result<PackPaper, Fault> {
    let (institution, circular) = (&sheet.letter.institution, &sheet.letter.circular);
    let (t, zone) = (Language::Indonesian, institution.zone);
    Ok(PackPaper {
        imprint: official(institution.example, at, zone),
        letter: letter::from(&sheet.letter, at)?,
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
