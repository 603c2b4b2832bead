//! What a use case does to the state, together with the permit that allowed it and the event that tells of it.

// long: every effect stands in one enum, so that what can be written is read in one place.

use crate::absence::AbsenceEffect;
use crate::adoption::Adoption;
use crate::appointment::Appointment;
use crate::assembly::{Assembly, Attendance, Sheet};
use crate::circular::issuing::Issuing;
use crate::circular::{Circular, End};
use crate::consultation::ConsultationEffect;
use crate::delegation::Delegation;
use crate::dispatch::{Channel, DispatchState, Reminders};
use crate::drive::Drive;
use crate::exception::ExceptionEffect;
use crate::handover::Handover;
use crate::ids::{
    AccountId, AttemptId, CircularId, DelegationId, DetailId, DriveId, EngagementId, GrantId, HolderId, ImportId,
    KioskId, MessageId, PactId, PaperId, PasskeyId, PersonId, SealKeyId, SignatureCheckId, TaskId, UnitId,
};
use crate::job::Work;
use crate::kiosk::Kiosk;
use crate::knowledge::{Attempt, Pact, Step, Task};
use crate::manner::Way;
use crate::merge::MergeEffect;
use crate::message::{Message, Round};
use crate::own_election::OwnElection;
use crate::pack::PackEffect;
use crate::paper::{Paper, PaperKind, PaperState, StoredFile};
use crate::people::{Detail, Engagement, Person};
use crate::policy::{Permit, Role};
use crate::post::{Holder, Post};
use crate::public_figures::Edition;
use crate::reading::ReadingEffect;
use crate::roster_import::{Import, ImportEffect, ImportState};
use crate::seal_key::SealKeyRecord;
use crate::signature_check::{CheckDecision, SignatureCheck, Standing};
use crate::slip_batch::SlipBatch;
use crate::tenancy::{Institution, Unit};
use crate::unit_change::UnitChange;
use base::{Chance, Date, Instant};
use ledger::{Commitment, Event, Salt, Value};

/// One write of domain state. The store knows one statement for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// A new institution.
    InstitutionAdded(Box<Institution>),
    /// Its name, titles, place, week, letterhead or help were corrected. Kind, zone and short name stay as they are.
    InstitutionSaved(Box<Institution>),
    /// A new unit.
    UnitAdded(Box<Unit>),
    /// A unit's name, place or last day changed.
    UnitSaved(Box<Unit>),
    /// What became of a unit, with what was before.
    UnitChangeNoted(Box<UnitChange>),
    /// A new person.
    PersonAdded(Box<Person>),
    /// A person's name or phone changed.
    PersonChanged(Box<Person>),
    /// A new number or contact.
    DetailAdded(Box<Detail>),
    /// A number or contact no longer holds. Like every ending it may come earlier than was known, never later: an
    /// ending that was recorded before is not undone by one who did not know of it.
    DetailEnded {
        /// Which.
        id: DetailId,
        /// Last day.
        until: Date,
    },
    /// A new engagement.
    EngagementAdded(Box<Engagement>),
    /// An engagement ended, at the latest on the day that was known.
    EngagementEnded {
        /// Which.
        id: EngagementId,
        /// Last day.
        until: Date,
    },
    /// First and last day of an engagement were recorded wrongly.
    EngagementDated {
        /// Which.
        id: EngagementId,
        /// First day.
        since: Date,
        /// Last day.
        until: Option<Date>,
    },
    /// A new post.
    PostAdded(Box<Post>),
    /// The title of a post was corrected.
    PostSaved(Box<Post>),
    /// What was recorded about a holding, or what became of such a proposal; the stored version must be the one before.
    AppointmentSaved(Box<Appointment>),
    /// What was decided about a disputed point of the law, or what became of it; the stored version must be the one before.
    AdoptionSaved(Box<Adoption>),
    /// An election that the institution recorded itself, or what became of it; the stored version must be the one before.
    OwnElectionSaved(Box<OwnElection>),
    /// Somebody holds a post.
    HolderAdded(Box<Holder>),
    /// Somebody holds a post no longer, at the latest from the day that was known.
    HolderEnded {
        /// Which holding.
        id: HolderId,
        /// Last day.
        until: Date,
    },
    /// A role was given.
    RoleGranted(Box<RoleGrant>),
    /// A role was taken back, at the latest on the day that was known.
    RoleEnded {
        /// Which.
        id: GrantId,
        /// Last day.
        until: Date,
    },
    /// A holder of a role lets another person act in it.
    Delegated(Box<Delegation>),
    /// A delegation was taken or given back; it must not have been before.
    DelegationEnded {
        /// Which.
        id: DelegationId,
        /// When.
        at: Instant,
    },
    /// A person may sign in.
    AccountAdded {
        /// The account.
        id: AccountId,
        /// Whose.
        person: PersonId,
        /// When.
        at: Instant,
    },
    /// A password was set or removed.
    PasswordSet {
        /// Whose account.
        account: AccountId,
        /// The Argon2id string; none removes the password.
        hash: Option<String>,
    },
    /// A passkey was added.
    PasskeyAdded(Box<Passkey>),
    /// All passkeys of an account were removed.
    PasskeysRemoved {
        /// Whose account.
        account: AccountId,
    },
    /// An activation code was issued; earlier unused ones of the person die.
    ActivationIssued(Box<Activation>),
    /// An activation code was used.
    ActivationUsed {
        /// Hash of the code.
        code: [u8; 32],
        /// When.
        at: Instant,
    },
    /// Slips for many people were ordered, released, printed or called off; the stored version must be the one before.
    SlipBatchSaved(Box<SlipBatch>),
    /// Roles were proposed to be handed over, or something became of it; the stored version must be the one before.
    HandoverSaved(Box<Handover>),
    /// Every session of an account ends.
    SessionsEnded {
        /// Whose account.
        account: AccountId,
    },
    /// One session of an account ends; nothing happens if it has ended before.
    SessionEnded {
        /// Whose account.
        account: AccountId,
        /// Hash of its token.
        token: [u8; 32],
    },
    /// An account got a second factor; it must have had none.
    SecondFactorSet(Box<SecondFactor>),
    /// An account has no second factor any more, and no recovery codes.
    SecondFactorRemoved {
        /// Which account.
        account: AccountId,
    },
    /// A code of the app was taken; codes of this step and before it are not taken again.
    CodeTaken {
        /// Of which account.
        account: AccountId,
        /// The step of the code.
        step: i64,
    },
    /// An account got new recovery codes in the place of those it had.
    RecoveryCodesMade {
        /// Which account.
        account: AccountId,
        /// Their hashes under the installation's key.
        codes: Vec<[u8; 32]>,
    },
    /// A recovery code was used; it must not have been.
    RecoveryCodeUsed {
        /// Of which account.
        account: AccountId,
        /// Its hash.
        code: [u8; 32],
        /// When.
        at: Instant,
    },
    /// A circular was drafted, edited or published; the stored version must be the one before.
    CircularSaved(Box<Circular>),
    /// Something on the way from a draft to an official letter.
    Issuing(Box<Issuing>),
    /// A published circular holds no longer; it must have held until now.
    CircularEnded {
        /// Which.
        id: CircularId,
        /// When and how.
        end: Box<End>,
    },
    /// A circular that a revision had replaced is in force again, since that was withdrawn; it must not have ended otherwise.
    CircularRestored {
        /// Which.
        id: CircularId,
        /// When it had been replaced.
        ended: Instant,
    },
    /// A drive began.
    DriveBegun(Box<Drive>),
    /// Every drive of a circular ended.
    DrivesEnded {
        /// Which circular.
        circular: CircularId,
        /// When.
        at: Instant,
    },
    /// A task ended undone, if it had not ended before: its person was asked anew.
    TaskEnded {
        /// Which.
        task: TaskId,
        /// When.
        at: Instant,
    },
    /// A task that had ended undone is owed again, if it had: what its person was asked instead was withdrawn.
    TaskReopened {
        /// Which.
        task: TaskId,
    },
    /// A task was laid before a person; nothing happens if it was before.
    TaskDelivered(Box<Task>),
    /// A step was taken for the first time; later times change nothing.
    StepTaken {
        /// Whose task.
        task: TaskId,
        /// Which step.
        step: Step,
        /// When.
        at: Instant,
        /// How.
        way: Way,
    },
    /// What happens to the exceptions of a drive.
    Exception(ExceptionEffect),
    /// What happens to questions to the adviser.
    Consultation(ConsultationEffect),
    /// Questions were put.
    AttemptAsked(Box<Attempt>),
    /// Questions were answered.
    AttemptAnswered {
        /// Which attempt.
        id: AttemptId,
        /// The chosen options.
        answers: Vec<u8>,
        /// How many were right.
        correct: u32,
        /// When.
        at: Instant,
    },
    /// An assembly was planned or moved on; the stored version must be the one before.
    AssemblySaved(Box<Assembly>),
    /// Somebody's part in an assembly began or changed; the stored version must be the one before.
    AttendanceSaved(Box<Attendance>),
    /// A signed sheet was photographed.
    SheetKept {
        /// What is known of it.
        sheet: Box<Sheet>,
        /// Its bytes.
        file: Box<StoredFile>,
    },
    /// A pledge recorded from a sheet was not found on it: it counts no more.
    PledgeReversed {
        /// Whose task.
        task: TaskId,
        /// When the pledge had been recorded; one recorded at another moment stays.
        pledged: Instant,
    },
    /// What happens to village packs.
    Pack(PackEffect),
    /// What happens to the periods in which people are away.
    Absence(AbsenceEffect),
    /// What happens to readings of a circular to a unit.
    Reading(ReadingEffect),
    /// What happens to two records of one person.
    Merge(MergeEffect),
    /// A pact was signed.
    PactSigned(Box<Pact>),
    /// A pact counts, or does not any more; it must still stand where it stood.
    PactMoved {
        /// Which.
        pact: PactId,
        /// Where from.
        from: Standing,
        /// Where to.
        to: Standing,
    },
    /// A signature that never was the person's is taken back, and the pledge that was taken with it.
    SignatureUndone {
        /// Whose task.
        task: TaskId,
        /// When it was signed.
        signed: Instant,
    },
    /// A signature is looked at; nobody may be looking at it for the same reason.
    SignatureCheckOpened(Box<SignatureCheck>),
    /// Somebody turned a browser into a kiosk.
    KioskOpened(Kiosk),
    /// Its operator ended a kiosk; it must be open.
    KioskEnded {
        /// Which.
        id: KioskId,
        /// When.
        at: Instant,
    },
    /// Somebody decided about a signature; nobody may have before.
    SignatureCheckDecided {
        /// Which check.
        id: SignatureCheckId,
        /// What came of it.
        decision: CheckDecision,
    },
    /// A paper exists.
    PaperMade(Box<Paper>),
    /// A paper that counted counts no longer.
    PaperMarked {
        /// What it is.
        kind: PaperKind,
        /// What it puts on paper.
        object: [u8; 16],
        /// What became of it.
        state: PaperState,
    },
    /// A paper that another one had replaced counts again; it must not have been withdrawn.
    PaperRestored {
        /// What it is.
        kind: PaperKind,
        /// What it puts on paper.
        object: [u8; 16],
    },
    /// A paper's bytes were rendered.
    PaperRendered {
        /// Which paper.
        paper: PaperId,
        /// The bytes.
        file: Box<StoredFile>,
    },
    /// An institution got a key to seal with; it must have had none that has not ended.
    SealKeyMade(Box<SealKeyRecord>),
    /// A seal key ended: its secret is erased, its certificate stays.
    SealKeyEnded {
        /// Which.
        id: SealKeyId,
        /// When.
        until: Instant,
    },
    /// A person is told something; nothing happens if they were told before.
    MessagePlanned(Box<Message>),
    /// A person has read what they were told.
    MessagesRead {
        /// Who.
        person: PersonId,
        /// Everything that was planned until then.
        until: Instant,
        /// When.
        at: Instant,
    },
    /// Figures of a drive at the end of a day were told to everybody; nothing happens if they were told before.
    FiguresTold(Box<Edition>),
    /// A round of reminding began; it must not have begun before.
    RoundBegun {
        /// In which drive.
        drive: DriveId,
        /// Which round.
        round: Round,
        /// When.
        at: Instant,
    },
    /// A dispatch that came to rest is tried again from the beginning; nothing happens if somebody else was faster.
    DispatchResent {
        /// Of which message.
        message: MessageId,
        /// By which channel.
        channel: Channel,
        /// In which state it rests.
        from: DispatchState,
        /// When.
        at: Instant,
    },
    /// A person has chosen how to be reminded.
    RemindersChosen {
        /// Who.
        person: PersonId,
        /// What they chose.
        chosen: Reminders,
        /// When.
        at: Instant,
    },
    /// A roster file was read.
    ImportStaged(Box<Import>),
    /// Some rows of a roster file, sealed.
    ImportRowStaged {
        /// Which import.
        import: ImportId,
        /// Line in the file.
        line: u32,
        /// Whether the row can be applied.
        good: bool,
        /// The row, encrypted.
        sealed: Vec<u8>,
    },
    /// Good rows of a roster file were applied: their sealed copies are not needed any more.
    ImportRowsApplied {
        /// Which import.
        import: ImportId,
        /// The last line that was applied.
        through: u32,
    },
    /// Every row of a roster file that is still kept is erased.
    ImportRowsErased {
        /// Which import.
        import: ImportId,
    },
    /// What else happens to an import.
    Import(ImportEffect),
    /// A parked job is tried again from the beginning.
    JobRetried {
        /// Which job.
        id: crate::ids::JobId,
        /// When.
        at: Instant,
    },
    /// An import moved on; it must still stand where it stood.
    ImportMoved {
        /// Which.
        id: ImportId,
        /// Where from.
        from: ImportState,
        /// Where to.
        state: ImportState,
        /// Rows applied so far.
        applied: u32,
        /// Of these, how many changed nothing.
        unchanged: u32,
    },
}

/// A role given to a person from a day on, over the institution or over a unit and all under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleGrant {
    /// Its id.
    pub id: GrantId,
    /// To whom.
    pub person: PersonId,
    /// Which role.
    pub role: Role,
    /// Over which unit; none means the whole institution.
    pub unit: Option<UnitId>,
    /// First day.
    pub since: Date,
    /// Last day.
    pub until: Option<Date>,
}

/// A passkey, as the WebAuthn library serialises it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// Its id.
    pub id: PasskeyId,
    /// Whose account.
    pub account: AccountId,
    /// The credential's own id.
    pub credential: Vec<u8>,
    /// Public key and counters, as JSON.
    pub data: String,
    /// When it was added.
    pub at: Instant,
}

/// The second factor of an account: what an authenticator app shares with us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondFactor {
    /// Whose account.
    pub account: AccountId,
    /// The secret, encrypted.
    pub sealed: Vec<u8>,
    /// The step of thirty seconds whose code was taken last.
    pub step: i64,
    /// When it was set up.
    pub at: Instant,
}

/// An activation code, of which only the hash is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activation {
    /// Hash of the code under the installation's key.
    pub code: [u8; 32],
    /// For whom.
    pub person: PersonId,
    /// When it was issued.
    pub issued: Instant,
    /// When it dies.
    pub expires: Instant,
}

/// The state to write, the event that tells of it and the work that follows from it: all or nothing.
#[derive(Debug)]
pub struct Change {
    permit: Permit,
    effects: Vec<Effect>,
    said: Vec<(&'static str, Value)>,
    personal: Vec<(&'static str, String)>,
    jobs: Vec<Work>,
}

impl Change {
    /// A change that, so far, only leaves its trace.
    #[must_use]
    pub fn new(permit: Permit) -> Self {
        Self { permit, effects: Vec::new(), said: Vec::new(), personal: Vec::new(), jobs: Vec::new() }
    }

    /// Adds a write.
    #[must_use]
    pub fn with(mut self, effect: Effect) -> Self {
        self.effects.push(effect);
        self
    }

    /// Adds several writes.
    #[must_use]
    pub fn with_all(mut self, effects: impl IntoIterator<Item = Effect>) -> Self {
        self.effects.extend(effects);
        self
    }

    /// Says a number in the event.
    #[must_use]
    pub fn say(mut self, name: &'static str, value: i64) -> Self {
        self.said.push((name, Value::Int(value)));
        self
    }

    /// Says a word of the program's own in the event. Never something a person typed.
    #[must_use]
    pub fn say_code(mut self, name: &'static str, value: &str) -> Self {
        self.said.push((name, Value::Code(value.to_owned())));
        self
    }

    /// Says an id in the event.
    #[must_use]
    pub fn say_id(mut self, name: &'static str, id: [u8; 16]) -> Self {
        self.said.push((name, Value::Id(id)));
        self
    }

    /// Commits the event to a personal value, under a salt that can be erased.
    #[must_use]
    pub fn commit(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.personal.push((name, value.into()));
        self
    }

    /// Says a commitment whose salt is kept with the object itself.
    #[must_use]
    pub fn say_commitment(mut self, name: &'static str, commitment: Commitment) -> Self {
        self.said.push((name, Value::Personal(commitment)));
        self
    }

    /// Enqueues follow-up work.
    #[must_use]
    pub fn job(mut self, work: Work) -> Self {
        self.jobs.push(work);
        self
    }

    /// What allowed it.
    #[must_use]
    pub fn permit(&self) -> &Permit {
        &self.permit
    }

    /// The writes.
    #[must_use]
    pub fn effects(&self) -> &[Effect] {
        &self.effects
    }

    /// The follow-up work.
    #[must_use]
    pub fn jobs(&self) -> &[Work] {
        &self.jobs
    }

    /// The audit event of this change, and the salts of its commitments by field.
    #[must_use]
    pub fn event(&self, at: Instant, chance: &mut Chance) -> (Event, Vec<(&'static str, Salt)>) {
        let mut event = self.permit.event(*chance.id::<base::kind::Event>().bytes(), at);
        for (name, value) in &self.said {
            event.say(name, value.clone());
        }
        let mut salts = Vec::new();
        for (name, value) in &self.personal {
            let salt = Salt(chance.bytes());
            event.commit(name, &salt, value);
            salts.push((*name, salt));
        }
        (event, salts)
    }
}
