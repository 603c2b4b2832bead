//! Where elections stand today.

use i18n::{Language, Messages, format};
use service::StageToday;

/// Name and sentence of each stage, for the component.
pub fn lines(t: &Messages, language: Language, stages: &[StageToday]) -> Vec<(String, String)> {
    let line = |today: &StageToday| {
        let election = today.election.name.in_language(language);
        let name = t.public_stage(today.stage.name.in_language(language), election);
        let mut text = t.public_stage_day(format::number(language, today.day));
        if let Some((next, from)) = &today.next {
            let date = format::weekday_date(language, *from);
            text.push(' ');
            text.push_str(&t.public_stage_next(next.name.in_language(language), date));
        }
        (name, text)
    };
    stages.iter().map(line).collect()
}
