//! Words that several pages of this area use.

use crate::Page;
use domain::assembly::Phase;
use i18n::{Messages, format};
use service::Share;

/// Where an assembly stands.
pub fn phase(t: &Messages, phase: Phase) -> String {
    match phase {
        Phase::Planned => t.phase_planned(),
        Phase::Join => t.phase_join(),
        Phase::Read(point) => t.phase_read(point.to_string()),
        Phase::Leaders => t.phase_leaders(),
        Phase::Sign => t.phase_sign(),
        Phase::Done => t.phase_done(),
    }
}

/// *7 dari 40 orang*.
pub fn share(page: &Page, share: Share) -> String {
    let number = |n: i64| format::number(page.language, n);
    page.t.assembly_share(share.owing, number(share.pledged), number(share.owing))
}

/// A count on the screen in the hall: nine or fewer in words, so that no lone large digit stands there.
pub fn people(page: &Page, count: i64) -> String {
    match count {
        0..=9 => page.t.people_in_words(count),
        _ => page.t.hall_people(format::number(page.language, count)),
    }
}
