use base::{Date, Instant, Language};
use i18n::{Messages, format, messages};

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// A circular was published.
    Published,
    /// The due date comes near.
    DueSoon,
    /// The due date has passed.
    Late,
    /// Somebody who may asked for it.
    Asked,
    /// People of the head's unit are late.
    LateCount,
    /// An activation slip was printed.
    Slip,
    /// Something was signed in the person's name.
    Signed,
    /// Something was recorded about the person: that they are exempt, or that they refused.
    Excepted,
    /// Roles of the person, or roles for them, are being handed over.
    Handover,
    /// The pledge was recorded in the person's name.
    Pledged,
    /// The day for reading and the check comes near.
    KnowSoon,
    /// It was recorded that the person took or left a post.
    Appointed,
    /// A question waits at the adviser's desk.
    Question,
    /// The adviser has answered. Neither subject nor text says so: a mail is read over shoulders.
    Replied,
    /// An answer told anew waits for a second look.
    SecondLook,
}

impl Topic {
    /// All topics.
    pub const ALL: [Self; 15] = [
        Self::Published,
        Self::DueSoon,
        Self::Late,
        Self::Asked,
        Self::LateCount,
        Self::Slip,
        Self::Signed,
        Self::Excepted,
        Self::Handover,
        Self::Pledged,
        Self::KnowSoon,
        Self::Appointed,
        Self::Question,
        Self::Replied,
        Self::SecondLook,
    ];
}

/// All that a message says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub topic: Topic,
    /// The due date, a calendar day; none where it is only known once the person is back.
    pub due: Option<Date>,
    /// Today, a calendar day.
    pub today: Date,
    /// In which language.
    pub language: Language,
    /// The institution's name.
    pub institution: String,
    /// Whether the institution is made up.
    pub example: bool,
    /// Where it leads.
    pub link: String,
    /// Where one stops such messages.
    pub stop: String,
    /// The same for every copy of one message: letters and digits.
    pub id: String,
    /// When it is sent.
    pub at: Instant,
}

impl Note {
    fn t(&self) -> &'static Messages {
        messages(self.language)
    }

    /// What stands in the list of mails.
    pub(crate) fn subject(&self) -> String {
        let t = self.t();
        match self.topic {
            Topic::Published => t.mail_subject_published(),
            Topic::DueSoon => t.mail_subject_due_soon(),
            Topic::KnowSoon => t.mail_subject_know_soon(),
            // Nothing has passed for whoever is away until nobody knows when.
            Topic::Late if self.due.is_none() => t.mail_subject_due_soon(),
            Topic::Late => t.mail_subject_late(),
            Topic::Asked => t.mail_subject_asked(),
            Topic::LateCount => t.mail_subject_late_count(),
            Topic::Slip => t.mail_subject_slip(),
            Topic::Signed => t.mail_subject_signed(),
            Topic::Excepted => t.mail_subject_excepted(),
            Topic::Handover => t.mail_subject_handover(),
            Topic::Pledged => t.mail_subject_pledged(),
            Topic::Appointed => t.mail_subject_appointed(),
            Topic::Question => t.mail_subject_question(),
            Topic::Replied => t.mail_subject_replied(),
            Topic::SecondLook => t.mail_subject_second_look(),
        }
    }

    /// The one thing it says.
    pub(crate) fn sentence(&self) -> String {
        let t = self.t();
        // No-break spaces would make a plain mail unreadable in some programs.
        let date = |due: Date| format::date(self.language, due).replace('\u{a0}', " ");
        match (self.topic, self.due) {
            (Topic::Published, Some(due)) => t.mail_published(date(due)),
            (Topic::DueSoon, Some(due)) => {
                let left = (due - self.today).whole_days().max(0);
                t.mail_due_soon(left, date(due), format::number(self.language, left))
            }
            (Topic::KnowSoon, Some(due)) => t.mail_know_soon(date(due)),
            (Topic::Late, Some(due)) => t.mail_late(date(due)),
            (Topic::Asked, Some(due)) => t.mail_asked(date(due)),
            (Topic::LateCount, Some(due)) => t.mail_late_count(date(due)),
            (Topic::Published, None) => t.later_published(),
            (Topic::DueSoon | Topic::Late | Topic::KnowSoon, None) => t.later_waiting(),
            (Topic::Asked, None) => t.later_asked(),
            // A drive always has its day; without one the subject says enough.
            (Topic::LateCount, None) => t.mail_subject_late_count(),
            (Topic::Slip, _) => t.mail_slip(),
            (Topic::Signed, _) => t.mail_signed(),
            (Topic::Excepted, _) => t.mail_excepted(),
            (Topic::Handover, _) => t.mail_handover(),
            (Topic::Pledged, _) => t.mail_pledged(),
            (Topic::Appointed, _) => t.mail_appointed(),
            (Topic::Question, _) => t.mail_question(),
            (Topic::Replied, _) => t.mail_replied(),
            (Topic::SecondLook, _) => t.mail_second_look(),
        }
    }

    /// The text of a mail.
    pub(crate) fn text(&self) -> String {
        let t = self.t();
        let example = if self.example { format!("{}\n", t.mail_example()) } else { String::new() };
        let (greeting, sentence, open) = (t.mail_greeting(), self.sentence(), t.mail_open());
        let (link, foot) = (&self.link, t.mail_foot(&self.institution));
        let (stop, to_stop) = (&self.stop, t.mail_stop());
        format!("{greeting}\n\n{sentence}\n\n{open}\n{link}\n\n-- \n{foot}\n{example}{to_stop}\n{stop}\n")
    }
}
