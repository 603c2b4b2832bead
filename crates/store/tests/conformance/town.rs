//! A made-up institution with something in every table, and the effects that build it.

// long: one town has something in every table, and what is in it refers to one another.

use crate::imports::an_import;
use crate::support::{NOW, after, day};
use base::{Chance, Date, WorkWeek, Zone};
use domain::absence::{Absence, AbsenceCommand, AbsenceEffect, AbsenceKind, DueReason, OwnDue};
use domain::adoption::{Adoption, AdoptionCommand, DisputedPoint};
use domain::appointment::{Appointment, Turn as PostTurn};
use domain::assembly::{Assembly, Attendance, Phase, PictureKind, Plan, SampleCheck, Sheet, Tally, Witness};
use domain::category::Category;
use domain::change::{Activation, Effect, Passkey, RoleGrant, SecondFactor};
use domain::circular::certified::{CertifiedState, CertifiedTry};
use domain::circular::issuing::Issuing;
use domain::circular::numbering::{GivenNumber, NumberPattern};
use domain::circular::on_paper::{Deed, ScanState, SignedScan};
use domain::circular::{Addressees, Before, Body, Circular, End, Ending, Signatory, State};
use domain::consultation::{Consultation, ConsultationEffect, Counted, PublishedAnswer, PublishingState};
use domain::delegation::{Delegation, Letter};
use domain::dispatch::Reminders;
use domain::drive::{Asks, Drive};
use domain::exception::{Exception, ExceptionEffect, ExceptionKind, ExemptReason};
use domain::handover::{HandedRole, Handover};
use domain::ids::AccountId;
use domain::job::Work;
use domain::kiosk::Kiosk;
use domain::knowledge::{Attempt, Pact, PactText, Proof, Step, Task};
use domain::manner::{DeviceMark, Manner, Way};
use domain::media::Media;
use domain::merge::{JoinedTask, Merge, MergeEffect, MergeState, Moves, Times};
use domain::message::{Message, Round};
use domain::own_election::{
    CalendarLetter, ElectionKind, OwnElection, OwnElectionCommand, OwnElectionState, OwnStage, StageKind, Text,
};
use domain::pack::{Keyed, Marks, Pack, PackEffect, PackLine, PackPicture};
use domain::paper::{Paper, PaperKind, PaperState, StoredFile, Token};
use domain::people::{Detail, DetailKind, Engagement, Name, Person};
use domain::policy::Role;
use domain::post::{Duty, Holder, Post, Tenure};
use domain::provision::Provision;
use domain::public_figures::{Cell, Edition, PublicFigures};
use domain::reading::{Hearing, Reading, ReadingCommand, ReadingEffect};
use domain::roster_import::{Import, ImportState};
use domain::seal_key::SealKeyRecord;
use domain::signature::PasskeySignature;
use domain::signature_check::{CheckReason, SignatureCheck, Standing};
use domain::slip_batch::SlipBatch;
use domain::tenancy::{Institution, InstitutionKind, Letterhead, Unit};
use domain::unit_change::{Turn, UnitChange};
use domain::unit_kind::UnitKind;
use store::Scope;

/// The institution and all that it has. Every text of it carries its mark.
#[derive(Debug, Clone)]
pub struct Town {
    pub mark: String,
    pub institution: Institution,
    /// A chain: each lies under the one before.
    pub units: Vec<Unit>,
    /// The second unit was called otherwise until the third of January.
    pub unit_change: UnitChange,
    /// The last two are namesakes.
    pub persons: Vec<Person>,
    /// One NIP for each person, and the contacts of the second.
    pub details: Vec<Detail>,
    /// One for each person.
    pub engagements: Vec<Engagement>,
    pub posts: Vec<Post>,
    pub holders: Vec<Holder>,
    pub grants: Vec<RoleGrant>,
    /// Of the first two persons.
    pub accounts: Vec<AccountId>,
    /// One for each account.
    pub passkeys: Vec<Passkey>,
    /// The first is retired by the second, which is used; the third lives.
    pub activations: Vec<Activation>,
    /// From the first person to the second.
    pub delegation: Delegation,
    /// The first person's holding of the first post ends; waits for the second person's word.
    pub appointment: Appointment,
    pub adoption: Adoption,
    /// Entered by the first person; waits.
    pub own_election: OwnElection,
    pub confirmed_election: OwnElection,
    /// Of the first grant, to the second person; waits.
    pub handover: Handover,
    /// Of the second person into the fifth; confirmed.
    pub merge: Merge,
    /// The second task counts for the fifth and tells it nothing new.
    pub joined: JoinedTask,
    /// Waits for its second person; for the fourth and fifth person.
    pub slip_batch: SlipBatch,
    /// The first is published, the second a draft.
    pub circulars: Vec<Circular>,
    pub drive: Drive,
    /// Of the first five persons: signed, delivered, opened, read, passed. The fourth is due ten days later than the others.
    pub tasks: Vec<Task>,
    /// The first is answered, the second is not.
    pub attempts: Vec<Attempt>,
    pub pact: Pact,
    /// The last task's person refused to sign.
    pub exception: Exception,
    /// The fourth task's person brought the pact of another institution. It stands beside the task, which is as it was.
    pub recognised: Exception,
    /// The first is asked with a name and waits, the second without and waits, the third is answered.
    pub consultations: [Consultation; 3],
    /// Of the third; waits for a second look.
    pub published_answer: PublishedAnswer,
    /// Of the pact; not decided.
    pub check: SignatureCheck,
    /// Open.
    pub kiosk: Kiosk,
    /// People are signing.
    pub assembly: Assembly,
    pub sheet: Sheet,
    pub photo: StoredFile,
    /// The first stands on the sheet, the second joined by phone.
    pub attendances: Vec<Attendance>,
    pub pack: Pack,
    /// The first is on its way, the second keyed.
    pub pack_lines: Vec<PackLine>,
    pub pack_picture: PackPicture,
    /// Of the third person, who is away and nobody knows until when.
    pub absence: Absence,
    /// One that is over; its person owes by the day of the drive.
    pub absence_over: Absence,
    /// At which the fourth task was read.
    pub reading: Reading,
    /// The bytes of its photograph.
    pub reading_photo: StoredFile,
    /// Of the fourth task; drawn, not compared.
    pub hearing: Hearing,
    /// Of the third task; compared and not found.
    pub reversed: Hearing,
    /// The first is rendered, the second is not.
    pub papers: Vec<Paper>,
    pub file: StoredFile,
    /// Of the draft, waiting.
    pub scan: SignedScan,
    /// A certified signature that was asked for and not answered yet.
    pub certified: CertifiedTry,
    /// Of the published circular, after the one it was published with.
    pub number: GivenNumber,
    pub pattern: NumberPattern,
    /// Not ended.
    pub seal_key: SealKeyRecord,
    /// To the second person, that the drive began; not read.
    pub message: Message,
    /// The first is being applied, the second was discarded.
    pub imports: Vec<Import>,
    /// What the parked and the waiting job have to do.
    pub works: [Work; 2],
    pub lease: [u8; 16],
    /// Of the first account.
    pub second_factor: SecondFactor,
    /// Of the second account; none was used.
    pub recovery_codes: Vec<[u8; 32]>,
    /// The token of a session that tests may open.
    pub session: [u8; 32],
    /// On which the first task was signed.
    pub device: DeviceMark,
}

/// What somebody enters about an election of villages, whose letter is of `dated`.
fn a_calendar(dated: Date) -> OwnElectionCommand {
    let text = |words: &str| words.to_owned();
    let named = |words: &str| Text { id: text(words), en: text(words) };
    let stage =
        |kind, first: &str, last: &str| OwnStage { kind, name: named("Tahapan"), from: day(first), to: day(last) };
    OwnElectionCommand {
        name: named("Pemilihan kepala desa serentak"),
        kind: ElectionKind::Village,
        of: None,
        stages: vec![
            stage(StageKind::Campaign, "2025-03-01", "2025-03-03"),
            stage(StageKind::QuietPeriod, "2025-03-04", "2025-03-06"),
            stage(StageKind::Voting, "2025-03-07", "2025-03-07"),
        ],
        letter: CalendarLetter {
            what: text("Keputusan Bupati"),
            number: text("141/22"),
            dated,
            read_at: text("Arsip bagian hukum"),
        },
    }
}

impl Town {
    /// A town with `people` inhabitants, at least six.
    pub fn new(chance: &mut Chance, mark: &str, people: usize) -> Self {
        let mark = format!("{mark}-{:016x}", chance.number());
        let text = |what: &str| format!("{what} {mark}");
        let (since, late) = (day("2024-01-02"), day("2024-12-31"));
        let institution = Institution {
            id: chance.id(),
            short_name: mark.clone(),
            name: text("Kabupaten"),
            kind: InstitutionKind::Regency,
            head_title: text("Bupati"),
            place: text("Kota"),
            zone: Zone::Wita,
            week: WorkWeek::Six,
            letterhead: Letterhead {
                government: text("Pemerintah"),
                office: text("Sekretariat"),
                address: vec![text("Jalan"), text("Telepon")],
            },
            help: text("Bantuan"),
            example: true,
        };
        let mut units: Vec<Unit> = Vec::new();
        for number in 0..3 + people / 4 {
            units.push(Unit {
                id: chance.id(),
                parent: units.last().map(|unit| unit.id),
                kind: UnitKind::ALL[number % UnitKind::ALL.len()],
                code: format!("{number:02}-{mark}"),
                name: text("Dinas"),
                week: [None, Some(WorkWeek::Five)][number % 2],
                since,
                until: None,
            });
        }
        let unit_of = |number: usize| units[number % units.len()].id;
        let persons: Vec<Person> = (0..people)
            .map(|number| Person {
                id: chance.id(),
                name: Name {
                    before: text("dr."),
                    bare: format!("Siti {} {mark}", number.min(people - 2)),
                    after: text("S.H."),
                },
                has_phone: number % 2 == 0,
            })
            .collect();
        let mut details: Vec<Detail> = persons
            .iter()
            .map(|person| Detail {
                id: chance.id(),
                person: person.id,
                kind: DetailKind::Nip,
                index: chance.bytes(),
                sealed: chance.bytes::<40>().to_vec(),
                since,
                until: None,
            })
            .collect();
        for kind in [DetailKind::Email, DetailKind::Phone] {
            let (person, index, sealed) = (persons[1].id, chance.bytes(), chance.bytes::<40>().to_vec());
            details.push(Detail { id: chance.id(), person, kind, index, sealed, since, until: None });
        }
        let engagements = persons
            .iter()
            .enumerate()
            .map(|(number, person)| Engagement {
                id: chance.id(),
                person: person.id,
                unit: unit_of(number),
                category: Category::ALL[number % Category::ALL.len()],
                position: text("Guru"),
                since,
                until: None,
            })
            .collect();
        let duties = [Duty::HeadOfRegion, Duty::HeadOfUnit];
        let posts: Vec<Post> = duties
            .iter()
            .map(|duty| Post { id: chance.id(), unit: units[0].id, title: text("Kepala"), duty: *duty })
            .collect();
        let holder = |chance: &mut Chance, post: usize, person: usize, tenure| Holder {
            id: chance.id(),
            post: posts[post].id,
            person: persons[person].id,
            tenure,
            since,
            until: None,
        };
        let holders = vec![holder(chance, 0, 0, Tenure::Plt), holder(chance, 1, 1, Tenure::Definitive)];
        let grant = |chance: &mut Chance, person: usize, role, unit| RoleGrant {
            id: chance.id(),
            person: persons[person].id,
            role,
            unit,
            since,
            until: None,
        };
        let grants =
            vec![grant(chance, 0, Role::PersonnelOfficer, None), grant(chance, 1, Role::HeadOfUnit, Some(units[1].id))];
        let accounts: Vec<AccountId> = vec![chance.id(), chance.id()];
        let passkeys = accounts
            .iter()
            .map(|account| Passkey {
                id: chance.id(),
                account: *account,
                credential: chance.bytes::<20>().to_vec(),
                data: format!("{{\"{mark}\":1}}"),
                at: NOW,
            })
            .collect();
        let activations = [2, 2, 3].map(|person: usize| Activation {
            code: chance.bytes(),
            person: persons[person].id,
            issued: NOW,
            expires: after(86_400),
        });
        let circular = |chance: &mut Chance| Circular {
            id: chance.id(),
            version: 1,
            number: Some(text("800/1")),
            dated: since,
            body: Body {
                subject: text("Netralitas"),
                election: text("Pilkada"),
                opening: text("Dalam rangka"),
                provisions: vec![
                    Provision { key: "a".to_owned(), ..Provision::proposed(text("Dilarang berkampanye")) },
                    Provision { key: "b".to_owned(), ..Provision::new(text("Wajib")) },
                ],
                closing: text("Demikian"),
                bases: vec!["uu-20-2023".to_owned()],
                copies: vec![text("Gubernur")],
                attachments: Vec::new(),
            },
            addressees: Addressees {
                categories: Category::ALL.to_vec(),
                units: vec![units[0].id],
                ..Addressees::default()
            },
            state: State::Draft,
            revision: None,
            end: None,
        };
        let (first, second) = (circular(chance), circular(chance));
        let signatory = Signatory { tenure: "Plt.".to_owned(), title: text("Bupati"), name: text("Siti") };
        let published = Circular { version: 2, state: State::Published { at: NOW, signatory }, ..first };
        let drive = Drive {
            id: chance.id(),
            circular: published.id,
            name: text("Ikrar"),
            election: text("Pilkada"),
            due: late,
            know_by: Some(day("2024-12-20")),
            pass_mark: 4,
            asks: Asks::Pact,
            tries: Some(3),
            only_changed: false,
            begun: NOW,
            ended: None,
        };
        let tasks: Vec<Task> = (0..5)
            .map(|number: usize| {
                let at = |from: usize| (number == 0 || number >= from).then_some(after(from as u64));
                Task {
                    id: chance.id(),
                    drive: drive.id,
                    person: persons[number].id,
                    unit: unit_of(number),
                    category: Category::Pns,
                    delivered: NOW,
                    opened: at(2),
                    read: at(3),
                    passed: at(4),
                    pledged: at(5),
                    signed: at(6),
                    ended: None,
                    exempt: None,
                    refused: (number == 4).then_some(Step::Signed),
                    due: (number == 3).then_some(OwnDue { on: Some(day("2025-01-10")), why: DueReason::Away }),
                    know: (number == 3).then_some(OwnDue { on: Some(day("2025-01-03")), why: DueReason::Away }),
                }
            })
            .collect();
        let exception = Exception {
            id: chance.id(),
            task: tasks[4].id,
            person: tasks[4].person,
            kind: ExceptionKind::Refused(Step::Signed),
            on: since,
            words: chance.bytes::<50>().to_vec(),
            by: persons[1].id,
            at: after(20),
            answer: None,
            ended: None,
        };
        let recognised = Exception {
            id: chance.id(),
            task: tasks[3].id,
            person: tasks[3].person,
            kind: ExceptionKind::Exempt(ExemptReason::Recognised),
            words: chance.bytes::<40>().to_vec(),
            ..exception.clone()
        };
        let consultation = |chance: &mut Chance, named: bool, answered: bool| Consultation {
            id: chance.id(),
            asked: since,
            due: day("2034-01-01"),
            counted: Counted::Working,
            asker: named.then(|| chance.bytes()),
            code: (!named).then(|| chance.bytes()),
            question: Some(chance.bytes::<60>().to_vec()),
            answer: answered.then(|| (chance.bytes::<50>().to_vec(), day("2024-11-28"))),
            withdrawn: None,
        };
        let consultations = [(true, false), (false, false), (true, true)];
        let consultations = consultations.map(|(named, answered)| consultation(chance, named, answered));
        let published_answer = PublishedAnswer {
            id: chance.id(),
            consultation: consultations[2].id,
            words: chance.bytes::<70>().to_vec(),
            state: PublishingState::Proposed,
            proposed: (persons[0].id, day("2024-11-28")),
            decided: None,
        };
        let attempt = |chance: &mut Chance, task: usize, answers: Option<Vec<u8>>| Attempt {
            id: chance.id(),
            task: tasks[task].id,
            questions: (0..5).map(|number| format!("q{number}-{mark}")).collect(),
            correct: answers.as_ref().map_or(0, |_| 4),
            answered: answers.as_ref().map(|_| after(9)),
            answers,
            asked: after(8),
        };
        let attempts = vec![attempt(chance, 0, Some(vec![0, 1, 2, 3, 0])), attempt(chance, 3, None)];
        let pact = Pact {
            id: chance.id(),
            task: tasks[0].id,
            person: tasks[0].person,
            number: text("PI-2024"),
            text: PactText {
                name: text("Siti"),
                number: "19…".to_owned(),
                position: text("Guru"),
                unit: text("Dinas"),
                election: text("Pilkada"),
                points: vec![text("Netral")],
                statement: text("Saya"),
                circular: text("800/1"),
            },
            manner: Manner::Kiosk { proof: Proof::Passkey, operator: persons[1].id },
            signed: after(6),
            salt: chance.bytes(),
            passkey: Some(PasskeySignature { credential: text("{}"), answer: text("{}") }),
            standing: Standing::Valid,
        };
        let who = (institution.id, persons[1].id);
        let kiosk = Kiosk::open(chance.id(), who, chance.bytes(), NOW);
        let check = SignatureCheck {
            id: chance.id(),
            pact: Some(pact.id),
            attendance: None,
            given: pact.signed,
            task: pact.task,
            person: pact.person,
            reason: CheckReason::NotMe,
            device: None,
            opened: after(7),
            decision: None,
        };
        let assembly = Assembly {
            id: chance.id(),
            version: 1,
            plan: Plan {
                drive: drive.id,
                unit: Some(units[0].id),
                held: NOW,
                place: text("Halaman"),
                leader: text("Bupati"),
                witnesses: vec![Witness { name: text("Ketut"), office: text("Bawaslu") }],
                leaders_first: true,
            },
            phase: Phase::Read(2),
            opened: Some(after(1)),
            signing: None,
            closed: None,
            tally: Some(Tally {
                units: Vec::new(),
                owing: 5,
                pledged: 1,
                by_phone: 0,
                shared: 0,
                by_sheet: 1,
                waiting: 0,
            }),
        };
        let photo = StoredFile { id: chance.id(), address: [u8::MAX; 32], size: 9, at: NOW };
        let sheet = Sheet {
            id: chance.id(),
            assembly: assembly.id,
            file: photo.id,
            kind: PictureKind::Png,
            officer: persons[1].id,
            people: 1,
            at: after(5),
        };
        let attendance = |chance: &mut Chance, task: usize, sheet: Option<&Sheet>| Attendance {
            id: chance.id(),
            version: 1,
            assembly: assembly.id,
            task: tasks[task].id,
            person: tasks[task].person,
            unit: tasks[task].unit,
            joined: after(4),
            pledged: sheet.map(|sheet| sheet.at),
            sheet: sheet.map(|sheet| sheet.id),
            sampled: sheet.is_some(),
            checked: None,
        };
        let attendances = vec![attendance(chance, 0, Some(&sheet)), attendance(chance, 1, None)];
        let said = AbsenceCommand { kind: AbsenceKind::Study, since, until: None, letter: text("800/9") };
        let (person, by) = (persons[2].id, persons[0].id);
        let over = Some(day("2024-11-20"));
        let over = AbsenceCommand { kind: AbsenceKind::Leave, since: day("2024-11-01"), until: over, ..said.clone() };
        let absence = Absence { id: chance.id(), person, said, by, at: after(10), struck: None };
        let absence_over = Absence { id: chance.id(), person: persons[1].id, said: over, ..absence.clone() };
        let reading_photo = StoredFile { id: chance.id(), address: chance.bytes(), size: 9, at: NOW };
        let reading = Reading {
            id: chance.id(),
            command: ReadingCommand {
                drive: drive.id,
                unit: units[0].id,
                held: day("2024-11-27"),
                place: text("Aula"),
                reader: text("Kepala"),
            },
            file: reading_photo.id,
            kind: PictureKind::Jpeg,
            officer: persons[1].id,
            people: 2,
            at: after(3),
        };
        let hearing = |chance: &mut Chance, task: usize| Hearing {
            id: chance.id(),
            reading: reading.id,
            task: tasks[task].id,
            person: tasks[task].person,
            unit: units[0].id,
            sampled: true,
            checked: None,
        };
        let (hearing, reversed) = (hearing(chance, 3), hearing(chance, 2));
        let checked = Some(SampleCheck { at: after(30), by: persons[0].id, agreed: false });
        let reversed = Hearing { checked, ..reversed };
        let file = StoredFile { id: chance.id(), address: chance.bytes(), size: 4_000_000_000, at: NOW };
        let paper = |chance: &mut Chance, kind, object, file| Paper {
            id: chance.id(),
            kind,
            object,
            token: Token::from_random(&chance.bytes()),
            number: Some(text("PI-2024")),
            dated: since,
            initials: "S. R.".to_owned(),
            state: PaperState::Valid,
            file,
        };
        let papers = vec![
            paper(chance, PaperKind::Pact, *pact.id.bytes(), Some(file.id)),
            paper(chance, PaperKind::Letter, *published.id.bytes(), None),
        ];
        let seal_key = SealKeyRecord {
            id: chance.id(),
            certificate: text("Sertifikat").into_bytes(),
            secret: Some(chance.bytes::<72>().to_vec()),
            since: NOW,
            until: None,
        };
        let told = (day("2024-11-20"), NOW);
        let message = Message::published(chance.id(), persons[1].id, drive.id, told);
        let import = |chance: &mut Chance, state| an_import(chance, &mark, &units, persons[0].id, state);
        let imports = vec![import(chance, ImportState::Applying), import(chance, ImportState::Discarded)];
        let deed = || Deed { person: persons[0].id, office: text("Sekretaris"), at: after(3) };
        let scan = SignedScan {
            id: chance.id(),
            circular: second.id,
            version: 1,
            number: Some(text("800/2")),
            dated: since,
            signatory: Signatory { tenure: "Pj.".to_owned(), title: text("Bupati"), name: text("Sari") },
            due: late,
            know_by: Some(day("2024-12-20")),
            pass_mark: 3,
            asks: Asks::Pledge,
            tries: Some(2),
            media: Media::Pdf,
            file: chance.id(),
            submitted: deed(),
            state: ScanState::Waiting,
        };
        let certified = CertifiedTry {
            id: chance.id(),
            circular: published.id,
            turn: 1,
            by: persons[1].id,
            sent: after(4),
            state: CertifiedState::Sent,
        };
        let number = GivenNumber {
            id: chance.id(),
            circular: published.id,
            number: text("800/3"),
            reason: text("Salah ketik"),
            given: deed(),
        };
        let published = Circular { number: Some(number.number.clone()), ..published };
        let mut papers = papers;
        papers[1].number.clone_from(&published.number);
        let pattern = NumberPattern::parse(&format!("{{nomor}}/{mark}")).unwrap();
        let works = [Work::RenderLetter { circular: published.id }, Work::Deliver { drive: drive.id }];
        let delegation = Delegation {
            id: chance.id(),
            from: persons[0].id,
            to: persons[1].id,
            role: Role::HeadOfUnit,
            unit: Some(units[0].id),
            since,
            until: late,
            letter: Letter { number: text("800/7"), dated: since },
            given: NOW,
            ended: None,
        };
        let unit_change = UnitChange {
            id: chance.id(),
            unit: units[1].id,
            day: day("2024-01-03"),
            turn: Turn::Renamed { from: text("Kantor") },
            letter: Letter { number: text("188/1"), dated: since },
            at: NOW,
        };
        let left = (posts[0].id, holders[0].id, persons[0].id);
        let letter = Some(Letter { number: text("821/1"), dated: since });
        let ends = (PostTurn::Ends { until: late }, letter);
        let what = (chance.id(), posts[0].duty);
        let appointment = Appointment::record(what, left, ends, (persons[0].id, after(1)), late).unwrap();
        let said = AdoptionCommand {
            point: DisputedPoint { instrument: text("skb-2022"), dispute: text("d-03-level") },
            reading: Some(text("a")),
            reason: text("Alasan"),
            office: text("Sekretaris Daerah"),
            signatory: text("Nama"),
            decided_on: since,
        };
        let adoption = Adoption::enter(chance.id(), said, persons[0].id, after(1));
        let own_election = OwnElection::enter(chance.id(), None, a_calendar(since), persons[0].id, after(1));
        let confirmed_election = OwnElection::enter(chance.id(), None, a_calendar(since), persons[0].id, after(0));
        let confirmed_election = confirmed_election.confirm(persons[1].id, after(1)).unwrap();
        let handed = HandedRole { grant: grants[0].id, role: grants[0].role, unit: grants[0].unit };
        let (leaving, successor) = (persons[0].id, persons[1].id);
        let handover = Handover::propose(chance.id(), (leaving, successor), vec![handed], (leaving, after(1))).unwrap();
        let merge = Merge::propose(
            chance.id(),
            (persons[4].id, persons[1].id),
            chance.bytes::<40>().to_vec(),
            (persons[2].id, after(1)),
        );
        let merge = merge.unwrap().confirm(persons[0].id, after(2), Moves::default()).unwrap();
        let own = Times::of(&tasks[4]);
        let joined = JoinedTask { merge: merge.id, double: tasks[1].id, survivor: tasks[4].id, own };
        let waiting = vec![persons[3].id, persons[4].id];
        let slip_batch = SlipBatch::order(chance.id(), units[0].id, waiting, persons[0].id, after(1));
        let (lease, device) = (chance.bytes(), chance.bytes());
        let pack = Pack {
            id: chance.id(),
            drive: drive.id,
            unit: units[1].id,
            through: units[0].id,
            due: late,
            by: persons[1].id,
            at: after(7),
            follows: None,
        };
        let line = |chance: &mut Chance, place: u32, task: &Task, keyed| PackLine {
            id: chance.id(),
            pack: pack.id,
            place,
            task: task.id,
            person: task.person,
            code: format!("{place}{mark}"),
            questions: vec![text("q")],
            voided: None,
            keyed,
            reread: None,
            settled: None,
        };
        let marks = Some(Marks { aside: None, read: true, answers: vec![Some(2), None], pledged: false });
        let keyed = Keyed { by: persons[3].id, at: after(8), marks, page: Some(1) };
        let pack_lines = vec![line(chance, 1, &tasks[1], None), line(chance, 2, &tasks[2], Some(keyed))];
        let pack_picture = PackPicture {
            id: chance.id(),
            pack: pack.id,
            file: chance.id(),
            media: Media::Jpeg,
            pages: 1,
            mark: chance.bytes(),
            by: persons[3].id,
            at: after(8),
        };
        let sealed = chance.bytes::<60>().to_vec();
        let second_factor = SecondFactor { account: accounts[0], sealed, step: 5, at: NOW };
        Self {
            mark,
            institution,
            units,
            unit_change,
            persons,
            details,
            engagements,
            posts,
            holders,
            grants,
            accounts,
            passkeys,
            activations: activations.to_vec(),
            delegation,
            appointment,
            adoption,
            own_election,
            confirmed_election,
            handover,
            merge,
            joined,
            slip_batch,
            circulars: vec![published, second],
            drive,
            tasks,
            attempts,
            pact,
            exception,
            recognised,
            consultations,
            published_answer,
            check,
            kiosk,
            assembly,
            sheet,
            photo,
            attendances,
            absence,
            absence_over,
            hearing,
            pack,
            pack_lines,
            pack_picture,
            reading,
            reading_photo,
            reversed,
            papers,
            file,
            scan,
            certified,
            number,
            pattern,
            seal_key,
            message,
            imports,
            works,
            lease,
            second_factor,
            recovery_codes: vec![chance.bytes(), chance.bytes()],
            session: chance.bytes(),
            device,
        }
    }

    /// How the town's published circular would be withdrawn.
    pub fn withdrawal(&self) -> End {
        let (reason, letter) = (format!("Keliru {}", self.mark), String::new());
        End { at: after(9), how: Ending::Withdrawn { reason, letter, before: Some(Before::Restored) } }
    }

    /// The town's order of slips, once the second person has released it.
    pub fn released(&self) -> SlipBatch {
        self.slip_batch.release(self.persons[1].id, after(9)).unwrap()
    }

    /// What was told of the town's drive at the end of its first day.
    pub fn edition(&self) -> Edition {
        let cell = Cell { group: UnitKind::School, category: Category::Pns, people: 50, read: 20, done: 10 };
        let figures = PublicFigures::of(&[cell], None).unwrap();
        Edition { drive: self.drive.id, day: day("2024-11-27"), figures }
    }

    pub fn scope(&self) -> Scope {
        Scope::Institution(self.institution.id)
    }

    /// The effects that build the town, in an order in which they can be recorded; the institution is the first.
    pub fn effects(&self) -> Vec<Effect> {
        let mut all = vec![Effect::InstitutionAdded(Box::new(self.institution.clone()))];
        all.extend(self.units.iter().cloned().map(|unit| Effect::UnitAdded(Box::new(unit))));
        all.push(Effect::UnitChangeNoted(Box::new(self.unit_change.clone())));
        all.extend(self.persons.iter().cloned().map(|person| Effect::PersonAdded(Box::new(person))));
        all.extend(self.details.iter().cloned().map(|detail| Effect::DetailAdded(Box::new(detail))));
        all.extend(self.engagements.iter().cloned().map(|line| Effect::EngagementAdded(Box::new(line))));
        all.extend(self.posts.iter().cloned().map(|post| Effect::PostAdded(Box::new(post))));
        all.extend(self.holders.iter().cloned().map(|holder| Effect::HolderAdded(Box::new(holder))));
        all.extend(self.grants.iter().cloned().map(|grant| Effect::RoleGranted(Box::new(grant))));
        all.push(Effect::Delegated(Box::new(self.delegation.clone())));
        all.push(Effect::AppointmentSaved(Box::new(self.appointment.clone())));
        all.push(Effect::AdoptionSaved(Box::new(self.adoption.clone())));
        all.push(Effect::OwnElectionSaved(Box::new(self.own_election.clone())));
        let confirmed = self.confirmed_election.clone();
        let waiting =
            OwnElection { version: 1, state: OwnElectionState::Waiting, confirmed: None, ..confirmed.clone() };
        all.extend([waiting, confirmed].map(|it| Effect::OwnElectionSaved(Box::new(it))));
        all.push(Effect::HandoverSaved(Box::new(self.handover.clone())));
        for (id, person) in self.accounts.iter().zip(&self.persons) {
            all.push(Effect::AccountAdded { id: *id, person: person.id, at: NOW });
            all.push(Effect::PasswordSet { account: *id, hash: Some(format!("$argon2id${}", self.mark)) });
        }
        all.extend(self.passkeys.iter().cloned().map(|passkey| Effect::PasskeyAdded(Box::new(passkey))));
        all.extend(self.activations.iter().cloned().map(|code| Effect::ActivationIssued(Box::new(code))));
        all.push(Effect::ActivationUsed { code: self.activations[1].code, at: after(1) });
        all.push(Effect::SlipBatchSaved(Box::new(self.slip_batch.clone())));
        all.push(Effect::SecondFactorSet(Box::new(self.second_factor.clone())));
        let (account, codes) = (self.accounts[1], self.recovery_codes.clone());
        all.push(Effect::RecoveryCodesMade { account, codes });
        for circular in &self.circulars {
            let draft = Circular { version: 1, state: State::Draft, ..circular.clone() };
            all.push(Effect::CircularSaved(Box::new(draft)));
        }
        let before = Some(format!("800/1 {}", self.mark));
        all.push(Effect::CircularSaved(Box::new(Circular { number: before.clone(), ..self.circulars[0].clone() })));
        all.push(Effect::DriveBegun(Box::new(self.drive.clone())));
        for task in &self.tasks {
            all.push(Effect::TaskDelivered(Box::new(task.clone())));
            let taken = Step::ALL.into_iter().skip(1).filter_map(|step| Some((step, task.at(step)?)));
            // One device for all: whoever asks who else was on it finds somebody.
            let way = |step| match step {
                Step::Signed => Way::SharedDevice { device: Some(self.device) },
                Step::Read => Way::Reading { recorded_by: self.persons[1].id },
                _ => Way::OWN,
            };
            all.extend(taken.map(|(step, at)| Effect::StepTaken { task: task.id, step, at, way: way(step) }));
        }
        let refused = Some(Step::Signed);
        for it in [&self.exception, &self.recognised] {
            all.push(Effect::Exception(ExceptionEffect::Noted(Box::new(it.clone()))));
        }
        let task = self.exception.task;
        all.push(Effect::Exception(ExceptionEffect::TaskSet { task, exempt: None, refused }));
        all.extend(self.consultation_effects().into_iter().map(Effect::Consultation));
        for attempt in &self.attempts {
            all.push(Effect::AttemptAsked(Box::new(attempt.clone())));
            if let (Some(answers), Some(at)) = (attempt.answers.clone(), attempt.answered) {
                all.push(Effect::AttemptAnswered { id: attempt.id, answers, correct: attempt.correct, at });
            }
        }
        all.push(Effect::PactSigned(Box::new(self.pact.clone())));
        all.push(Effect::SignatureCheckOpened(Box::new(self.check)));
        all.push(Effect::KioskOpened(self.kiosk));
        all.push(Effect::AssemblySaved(Box::new(self.assembly.clone())));
        all.push(Effect::SheetKept { sheet: Box::new(self.sheet.clone()), file: Box::new(self.photo.clone()) });
        all.extend(self.attendances.iter().cloned().map(|it| Effect::AttendanceSaved(Box::new(it))));
        all.extend(self.pack_effects().into_iter().map(Effect::Pack));
        for it in [&self.absence, &self.absence_over] {
            all.push(Effect::Absence(AbsenceEffect::Noted(Box::new(it.clone()))));
        }
        all.extend(self.reading_effects().map(Effect::Reading));
        all.extend(self.papers.iter().cloned().map(|paper| Effect::PaperMade(Box::new(Paper { file: None, ..paper }))));
        all.push(Effect::PaperRendered { paper: self.papers[0].id, file: Box::new(self.file.clone()) });
        all.push(Issuing::NumberGiven { given: self.number.clone(), before }.effect());
        all.push(Issuing::PatternSet(Some(self.pattern.clone())).effect());
        all.push(Issuing::ScanSubmitted(Box::new(self.scan.clone()), self.scanned()).effect());
        all.push(Issuing::CertifiedSent(Box::new(self.certified.clone())).effect());
        let proposed =
            Merge { version: 1, state: MergeState::Proposed, decided: None, moves: None, ..self.merge.clone() };
        all.extend([proposed, self.merge.clone()].map(|it| Effect::Merge(MergeEffect::Saved(Box::new(it)))));
        all.push(Effect::Merge(MergeEffect::TaskJoined(self.joined)));
        all.push(Effect::SealKeyMade(Box::new(self.seal_key.clone())));
        let chosen = Reminders { language: base::Language::English, email: true, whatsapp: true };
        all.push(Effect::RemindersChosen { person: self.message.person, chosen, at: NOW });
        all.push(Effect::MessagePlanned(Box::new(self.message.clone())));
        all.push(Effect::FiguresTold(Box::new(self.edition())));
        all.push(Effect::RoundBegun { drive: self.drive.id, round: Round::Due { days: 7 }, at: NOW });
        for import in &self.imports {
            let staged =
                Import { state: ImportState::Staged, applied: 0, unchanged: 0, decided: None, ..import.clone() };
            all.push(Effect::ImportStaged(Box::new(staged)));
            all.extend((2..6).map(|line| self.import_row(import, line)));
            let Import { id, state, applied, unchanged, .. } = import.clone();
            all.push(Effect::ImportMoved { id, from: ImportState::Staged, state, applied, unchanged });
        }
        all.push(Effect::ImportRowsApplied { import: self.imports[0].id, through: 2 });
        all.push(Effect::ImportRowsErased { import: self.imports[1].id });
        all.extend(self.import_effects().into_iter().map(Effect::Import));
        all
    }

    /// What was asked and answered in the town.
    pub fn consultation_effects(&self) -> Vec<ConsultationEffect> {
        let asked =
            |it: &Consultation| ConsultationEffect::Asked(Box::new(Consultation { answer: None, ..it.clone() }));
        let mut all: Vec<_> = self.consultations.iter().map(asked).collect();
        for it in &self.consultations {
            if let Some((answer, on)) = it.answer.clone() {
                all.push(ConsultationEffect::Answered { id: it.id, answer, on });
            }
        }
        all.push(ConsultationEffect::Proposed(Box::new(self.published_answer.clone())));
        all
    }

    /// How the town's pack went out and came back.
    pub fn pack_effects(&self) -> Vec<PackEffect> {
        let out = self.pack_lines.iter().cloned().map(|line| PackLine { keyed: None, ..line }).collect();
        let (picture, file) = (self.pack_picture.clone(), self.pack_file());
        let mut all = vec![
            PackEffect::Made(Box::new(self.pack.clone()), out),
            PackEffect::PictureKept(Box::new(picture), Box::new(file)),
        ];
        for line in &self.pack_lines {
            if let Some(Keyed { by, at, marks: Some(marks), page }) = line.keyed.clone() {
                all.push(PackEffect::LineKeyed { line: line.id, by, at, marks, page });
            }
        }
        all
    }

    /// The bytes of the pack's picture.
    pub fn pack_file(&self) -> StoredFile {
        let id = self.pack_picture.file;
        StoredFile { id, address: address(id.bytes()), size: 9, at: NOW }
    }

    fn reading_effects(&self) -> impl Iterator<Item = ReadingEffect> {
        let (reading, file) = (Box::new(self.reading.clone()), Box::new(self.reading_photo.clone()));
        let fresh = |hearing: &Hearing| ReadingEffect::Heard(Box::new(Hearing { checked: None, ..hearing.clone() }));
        let compared = |hearing: &Hearing| Some(ReadingEffect::Compared { id: hearing.id, check: hearing.checked? });
        let lines = [&self.hearing, &self.reversed];
        let all = std::iter::once(ReadingEffect::Kept { reading, file }).chain(lines.map(fresh));
        all.chain(lines.into_iter().filter_map(compared)).collect::<Vec<_>>().into_iter()
    }

    /// The bytes of the scan.
    pub fn scanned(&self) -> StoredFile {
        StoredFile { id: self.scan.file, address: address(self.scan.file.bytes()), size: 9, at: NOW }
    }
}

/// An address that no other file has.
fn address(id: &[u8; 16]) -> [u8; 32] {
    let mut address = [7; 32];
    address[..16].copy_from_slice(id);
    address
}
