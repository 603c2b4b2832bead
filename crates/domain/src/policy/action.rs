macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $code:literal),* $(,)?) => {
        /// What can be done. Its code is the action of the audit event.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $($(#[$doc])* $name),* }

        impl Action {
            /// All actions.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The name under which it is audited.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }
        }
    };
}

actions! {
    /// See public pages.
    ViewPublic = "view_public",
    /// Check a paper by its code.
    VerifyPaper = "verify_paper",
    /// Sign in.
    SignIn = "sign_in",
    /// Turn an activation code into an account.
    Activate = "activate",
    /// See one's own tasks and papers.
    ViewOwn = "view_own",
    /// Open a circular and confirm having read it.
    TakeStep = "take_step",
    /// Be asked and answer the check of understanding.
    AnswerCheck = "answer_check",
    /// Take the pledge and sign the integrity pact.
    SignPact = "sign_pact",
    /// Say that one did not sign what is said to be one's own signature.
    DisownSignature = "disown_signature",
    /// Turn a browser into a kiosk, at which one stands by while others sign in.
    OpenKiosk = "open_kiosk",
    /// See and end the kiosks that one has opened.
    EndKiosk = "end_kiosk",
    /// See signatures that somebody has to look at.
    ViewSignatureChecks = "view_signature_checks",
    /// Say whether people signed themselves on a device that many use.
    ConfirmSignature = "confirm_signature",
    /// Decide whether a doubted or disowned signature counts.
    DecideSignature = "decide_signature",
    /// Take part in an assembly at which one stands.
    JoinAssembly = "join_assembly",
    /// Take the pledge at an assembly, and sign the pact there.
    TakePledge = "take_pledge",
    /// See an assembly and its numbers.
    ViewAssembly = "view_assembly",
    /// Plan an assembly and lead it through its phases.
    RunAssembly = "run_assembly",
    /// Record at the desk who signed the sheet of an assembly.
    RecordSheet = "record_sheet",
    /// See and record when people are away, from which their due dates follow.
    ManageAbsences = "manage_absences",
    /// Record who was there when a circular was read out, and see such readings.
    RecordReading = "record_reading",
    /// Compare lines of a sheet with its photograph.
    CheckSheet = "check_sheet",
    /// See a village pack, its lines and its pictures, and print it.
    ViewPack = "view_pack",
    /// Make a village pack; this voids what was printed before for the same people.
    MakePack = "make_pack",
    /// Take pictures of a village pack in and key what stands on it.
    KeyPack = "key_pack",
    /// Compare what somebody else keyed from a village pack, and record it.
    ConfirmPack = "confirm_pack",
    /// Change one's own means of signing in; end one's own sessions.
    ManageOwnAccount = "manage_own_account",
    /// Let somebody else act in a role that one holds.
    Delegate = "delegate",
    /// Take a delegation back, or give it back.
    EndDelegation = "end_delegation",
    /// Leave the roles that somebody holds to a successor.
    HandOver = "hand_over",
    /// Take roles on, or decline them.
    TakeOver = "take_over",
    /// Give the second factor when signing in, or set it up.
    ConfirmSignIn = "confirm_sign_in",
    /// See in numbers how far a drive is.
    ViewCoverage = "view_coverage",
    /// See by name who has not signed in a drive.
    ViewNotYet = "view_not_yet",
    /// Take that list out of the program.
    ExportCoverage = "export_coverage",
    /// See one person's record in a drive.
    ViewPersonRecord = "view_person_record",
    /// Record that somebody is exempt from a drive or refused, or take such a record back.
    NoteException = "note_exception",
    /// Answer what was recorded about oneself, or take part although exempt.
    AnswerException = "answer_exception",
    /// Print an activation slip; this also ends a lost phone's or forgotten password's access.
    IssueActivation = "issue_activation",
    /// Order activation slips for many people, and see such orders.
    OrderSlips = "order_slips",
    /// Release and print slips for many people that somebody else has ordered.
    ReleaseSlips = "release_slips",
    /// End every session of somebody who lost a device, and take back the codes they confirm signing in with.
    SecureAccount = "secure_account",
    /// See the register of people.
    ViewPeople = "view_people",
    /// See an identity number in full.
    UnmaskNumber = "unmask_number",
    /// Upload and apply roster files.
    ImportRoster = "import_roster",
    /// Propose that two records of one person become one, and see such proposals.
    ProposeMerge = "propose_merge",
    /// Decide on such a proposal of somebody else.
    DecideMerge = "decide_merge",
    /// Part two records again that became one.
    UndoMerge = "undo_merge",
    /// See what became of units, and record what becomes of them.
    ManageUnits = "manage_units",
    /// See posts and who holds them.
    ViewPosts = "view_posts",
    /// Record a post, and who holds it from when to when; nothing about oneself.
    RecordPost = "record_post",
    /// Confirm what somebody else proposed about the head of region or the regional secretary.
    ConfirmAppointment = "confirm_appointment",
    /// Take the whole register out of the program, numbers in clear.
    ExportRegister = "export_register",
    /// See a circular that is not published.
    ViewDraft = "view_draft",
    /// Write a circular.
    DraftCircular = "draft_circular",
    /// Publish a circular and begin its drive.
    PublishCircular = "publish_circular",
    /// Have one's own published letter signed with one's certified signature, and see what came of it.
    SignCertified = "sign_certified",
    /// Upload the scan of a letter that was signed by hand, or take it back.
    SubmitScan = "submit_scan",
    /// Compare such a scan with the text and publish the circular with it, or send it back.
    ConfirmScan = "confirm_scan",
    /// Enter the number that the register gave to a published letter, or correct it.
    GiveNumber = "give_number",
    /// Say how the institution writes the numbers of its letters.
    SetNumberPattern = "set_number_pattern",
    /// Withdraw a published circular; whoever is not the head of region records the letter that did.
    WithdrawCircular = "withdraw_circular",
    /// Begin a drive for a circular that was published before.
    BeginDrive = "begin_drive",
    /// Ask what the law says of facts that name nobody, and take the worksheet along.
    AssessFacts = "assess_facts",
    /// Enter what was decided about a disputed point of the law.
    AdoptReading = "adopt_reading",
    /// Confirm such a decision that somebody else has entered, or refuse it.
    ConfirmAdoption = "confirm_adoption",
    /// See the elections that the institution recorded itself, and enter one.
    EnterElection = "enter_election",
    /// Confirm such an election that somebody else has entered, refuse it, or take back a confirmed one.
    ConfirmElection = "confirm_election",
    /// See which questions are not understood, never by whom.
    ViewDifficulty = "view_difficulty",
    /// Give and take roles.
    GrantRole = "grant_role",
    /// See jobs, backups and health.
    ViewSystem = "view_system",
    /// Try a parked job again.
    RetryJob = "retry_job",
    /// Ask the adviser, take the question back, or erase its words. Whoever does so is the public, signed in or not.
    AskAdviser = "ask_adviser",
    /// See questions at the adviser's desk.
    ViewQuestions = "view_questions",
    /// Answer a question.
    AnswerQuestion = "answer_question",
    /// Tell a question and its answer anew, for everybody.
    ProposeAnswer = "propose_answer",
    /// Look whether anybody is recognised in what somebody else told anew, and publish it or send it back.
    ConfirmAnswer = "confirm_answer",
    /// Leave the trace that one was refused something.
    BeDenied = "access_denied",
    /// Set up an installation from the command line.
    SetUp = "set_up",
    /// Lay tasks before people.
    Deliver = "deliver",
    /// Tell everybody how far a drive is.
    TellFigures = "tell_figures",
    /// Plan messages to people.
    PlanMessages = "plan_messages",
    /// Remind everybody who has not signed.
    RemindAll = "remind_all",
    /// Note that one has read what one was told.
    ReadMessages = "read_messages",
    /// Open contacts to send messages to them.
    SendMessages = "send_messages",
    /// See in numbers what was sent and what was not.
    ViewMessages = "view_messages",
    /// Send again what could not be sent.
    ResendMessages = "resend_messages",
    /// Choose how to be reminded oneself.
    ChooseReminders = "choose_reminders",
    /// Stop the reminders by the link in one of them.
    StopReminders = "stop_reminders",
    /// Keep a rendered paper.
    Render = "render",
    /// Make the first seal key of an institution.
    MakeSealKey = "make_seal_key",
    /// Put a new seal key in the place of the old one.
    RotateSealKey = "rotate_seal_key",
    /// Apply rows of a roster file that an officer decided to apply.
    ApplyImport = "apply_import",
}
