// long: every command stands here with its help, in the order in which people read them.
use crate::commands::{assess, backup, institution, law, migrate, roster, seal, units, user, verify};
use crate::failure::Failure;
use crate::serve;
use crate::settings::{Overrides, Settings};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use web::Mode;

/// Netral keeps civil servants neutral in elections: circulars reach everybody they bind, are read, understood and
/// signed, and the agency sees who has not.
#[derive(Debug, Parser)]
#[command(
    name = "netral",
    version,
    max_term_width = 100,
    after_help = "Try it with made-up data:\n  netral demo\n\nRun it for real:\n  netral serve --config \
                  /etc/netral.toml\n\nEvery command explains itself: netral COMMAND --help. All settings: \
                  docs/guide/settings.md"
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start with made-up data, to try everything out
    #[command(
        after_help = "The first start makes the Kabupaten Sukamaju (rekaan) with 6,000 invented people and takes \
                            some seconds. The address and the sign-ins are printed. Removing the folder begins \
                            afresh.\n\nExamples:\n  netral demo\n  netral demo --listen localhost:9000 --data \
                            /tmp/netral-demo"
    )]
    Demo(Place),
    /// Serve an institution
    #[command(
        after_help = "Migrates the store if it must, then serves until it is told to stop (Ctrl-C or SIGTERM). An \
                            empty settings file, or none, will do for a first look.\n\nExamples:\n  netral serve\n  \
                            netral serve --config /etc/netral.toml\n  NETRAL_STORE='postgres:///netral?host=/run/\
                            postgresql' netral serve --data /var/lib/netral"
    )]
    Serve(Place),
    /// Bring the schema of the store up to this program, without serving
    #[command(after_help = "`netral serve` does the same at its start. Make a backup first: a migration cannot be \
                            undone.\n\nExample:\n  netral migrate --config /etc/netral.toml")]
    Migrate(Installation),
    /// Institutions of this installation
    #[command(subcommand)]
    Institution(InstitutionCommand),
    /// People who run it: the first administrator, roles, activation codes
    #[command(subcommand)]
    User(UserCommand),
    /// The register of people: check, import and export spreadsheets
    #[command(subcommand)]
    Roster(RosterCommand),
    /// Write everything but the master key into one file, while the program goes on serving
    #[command(after_help = "The backup is read once more before it gets its name. The master key is never in it: \
                            without a copy of it, kept apart, no identity number, contact or paper in the backup can \
                            be opened.\n\nExample:\n  netral backup --config /etc/netral.toml \
                            /mnt/backup/netral-2026-11-22.zip")]
    Backup {
        #[command(flatten)]
        installation: Installation,
        /// The file to write; it must not exist
        file: PathBuf,
    },
    /// Take a backup into a new, empty installation, or only rehearse it
    #[command(after_help = "Put the master key in place first: DATA/keys/master.key, or NETRAL_MASTER_KEY in the \
                            environment. The store may be of the other kind: a backup from SQLite goes into PostgreSQL \
                            and back.\n\nExamples:\n  netral restore --check /mnt/backup/netral.zip --config \
                            /etc/netral.toml\n  netral restore /mnt/backup/netral.zip --data /var/lib/netral-new")]
    Restore {
        #[command(flatten)]
        installation: Installation,
        /// The backup
        file: PathBuf,
        /// Read everything, open every file, and write nothing
        #[arg(long)]
        check: bool,
    },
    /// The keys with which institutions seal their letters and pacts
    #[command(subcommand)]
    Seal(SealCommand),
    /// Check the seal of a letter or pact, without a network and without an installation
    #[command(
        after_help = "Take segel.pem from the institution's page, or from somebody who had it before you. Without \
                            it, the paper is held against the key in it, and the fingerprint is yours to compare.\n\nEnds \
                            with 0 only when the paper is as it was sealed by a key you gave; with 3 when you gave none \
                            and it is whole by its own; with 1 otherwise.\n\nExamples:\n  netral verify surat.pdf --key \
                            segel.pem\n  netral verify pakta.pdf\n  netral verify pakta.pdf \
                            --key segel.pem --passkey bukti-kunci-masuk.json"
    )]
    Verify {
        /// The PDF file
        file: PathBuf,
        /// A file with certificates (PEM) that you trust; may be given several times
        #[arg(long, value_name = "FILE")]
        key: Vec<PathBuf>,
        /// The file bukti-kunci-masuk.json of whoever signed the pact with a passkey: is it of this paper, and did the passkey
        /// sign its text?
        #[arg(long, value_name = "FILE")]
        passkey: Option<PathBuf>,
    },
    /// What the law files say
    #[command(subcommand)]
    Law(LawCommand),
    /// Tell what the law says of facts: which norms apply, why, what is disputed, and what follows
    #[command(after_help = "The facts are one JSON object, or one a line:\n  {\"on\": \"2024-10-10\", \"election\": \
                            \"pilkada-2024\", \"acts\": [\"attend\"], \"facts\": {\"subject\": \"pns\", \"manner\": \
                            \"active\"}}\nWhat is not said stays unknown, and the answer says what still decides. Ids: \
                            `netral law acts`, `netral law elements`; the form: docs/guide/assessing.md\n\nEnds with 2 \
                            when the facts cannot be read, naming line and field. It proposes; people \
                            decide.\n\nExamples:\n  netral assess facts.json\n  netral assess - --format json < \
                            facts.jsonl")]
    Assess {
        /// The file; `-` or nothing for the standard input
        file: Option<PathBuf>,
        /// The day of acts that name none; today when absent
        #[arg(long, value_name = "DATE", value_parser = base::parse_iso_date)]
        on: Option<base::Date>,
        /// How to write the results
        #[arg(long, value_enum, default_value = "text")]
        format: assess::Format,
        /// Leave out what follows: sanctions, authorities, procedures
        #[arg(long)]
        reasons: bool,
        #[command(flatten)]
        spoken: Spoken,
    },
    /// Ask in the terminal what still matters, and tell what the law says
    #[command(after_help = "Answer with numbers; 0 is *I do not know*. Nothing is stored.\n\nExamples:\n  netral \
                            ask\n  netral ask --act like --election pilkada-2024 --on 2024-10-10")]
    Ask {
        /// The id of the act; asked when absent
        #[arg(long)]
        act: Option<String>,
        /// The id of the election; the stage is asked when absent
        #[arg(long)]
        election: Option<String>,
        /// The day of the act; today when absent
        #[arg(long, value_name = "DATE", value_parser = base::parse_iso_date)]
        on: Option<base::Date>,
        #[command(flatten)]
        spoken: Spoken,
    },
}

/// In which language results are written.
#[derive(Debug, Clone, Copy, Args)]
struct Spoken {
    /// The language of the result: id or en
    #[arg(long, default_value = "id", value_parser = language)]
    language: base::Language,
}

fn language(code: &str) -> Result<base::Language, String> {
    match code {
        "id" => Ok(base::Language::Indonesian),
        "en" => Ok(base::Language::English),
        _ => Err("use id or en".to_owned()),
    }
}

#[derive(Debug, Subcommand)]
enum LawCommand {
    /// Check a folder of law files
    #[command(
        after_help = "Without a folder, the files that this program carries are checked. Every fault is told with \
                            its file, its line and how to mend it.\n\nExamples:\n  netral law check\n  netral law check \
                            law"
    )]
    Check {
        /// The folder, laid out like `law/` of the repository
        folder: Option<PathBuf>,
    },
    /// Show a norm with its sources, facts, readings and examples
    #[command(after_help = "Example:\n  netral law show PP94-5N1")]
    Show {
        /// The id of the norm
        id: String,
        #[command(flatten)]
        spoken: Spoken,
    },
    /// List all norms with their ids
    Norms {
        #[command(flatten)]
        spoken: Spoken,
    },
    /// List what changed between two days, both included
    #[command(after_help = "Example:\n  netral law changes --from 2023-10-01 --to 2026-12-31")]
    Changes {
        /// The first day
        #[arg(long, value_name = "DATE", value_parser = base::parse_iso_date)]
        from: base::Date,
        /// The last day
        #[arg(long, value_name = "DATE", value_parser = base::parse_iso_date)]
        to: base::Date,
        #[command(flatten)]
        spoken: Spoken,
    },
    /// List the acts with their ids
    Acts {
        #[command(flatten)]
        spoken: Spoken,
    },
    /// Print the JSON Schema of a kind of law file, or of the facts for `netral assess`
    #[command(after_help = "Example:\n  netral law schema facts")]
    Schema {
        /// The kind of file
        #[arg(value_parser = clap::builder::PossibleValuesParser::new(norms::SCHEMAS))]
        kind: String,
    },
    /// List the questions of fact and their answers with their ids
    Elements {
        #[command(flatten)]
        spoken: Spoken,
    },
}

#[derive(Debug, Subcommand)]
enum InstitutionCommand {
    /// Add an institution
    #[command(after_help = "Example:\n  netral institution add --short-name kabupaten-sukamaju --name 'Pemerintah \
                            Kabupaten Sukamaju' --kind regency --head-title 'Bupati Sukamaju' --place Sukamaju --zone \
                            WIB --help-text 'Hubungi BKPSDM, telepon (000) 000-000.'")]
    Add {
        #[command(flatten)]
        installation: Installation,
        #[command(flatten)]
        new: institution::New,
    },
    /// Correct what was typed when it was added, or has changed since
    #[command(
        after_help = "Only what is given changes. Letters that are out keep the letterhead and the title of their \
                            day. The kind and the zone stay: dates were counted by them.\n\nExample:\n  netral \
                            institution set kabupaten-sukamaju --help-text 'Hubungi BKPSDM, telepon (000) 000-111.'"
    )]
    Set {
        #[command(flatten)]
        installation: Installation,
        /// The short name of the institution
        institution: String,
        #[command(flatten)]
        changed: institution::Changed,
    },
}

#[derive(Debug, Subcommand)]
enum SealCommand {
    /// Seal with a new key from now on; the old one is erased and its certificate stays listed
    #[command(after_help = "Do this when somebody may have got hold of the key: of the master key and the database \
                            together. Papers that were sealed before stay as they are. Make the new fingerprint \
                            known.\n\nExample:\n  netral seal rotate kabupaten-sukamaju")]
    Rotate {
        #[command(flatten)]
        installation: Installation,
        /// The short name of the institution
        institution: String,
    },
    /// Write the certificates as PEM, the one that seals now first
    #[command(
        after_help = "They are public. The page of the institution offers the same file.\n\nExample:\n  netral seal \
                            export kabupaten-sukamaju > segel.pem"
    )]
    Export {
        #[command(flatten)]
        installation: Installation,
        /// The short name of the institution
        institution: String,
    },
}

#[derive(Debug, Subcommand)]
enum UserCommand {
    /// Add a person who is not in the register yet, and print an activation code once
    #[command(after_help = "Example, the first administrator of an institution:\n  netral user add --institution \
                            kabupaten-sukamaju --number '19800101 200501 1 001' --name 'Budi Santoso' --role \
                            institution_administrator")]
    Add {
        #[command(flatten)]
        installation: Installation,
        #[command(flatten)]
        new: user::New,
    },
    /// Give somebody of the register a role from today on
    #[command(after_help = "Example:\n  netral user role --institution kabupaten-sukamaju --number \
                            198001012005011001 --role personnel_officer")]
    Role {
        #[command(flatten)]
        installation: Installation,
        #[command(flatten)]
        grant: user::Grant,
    },
    /// Print a new activation code once; the person's password and passkeys end
    Slip {
        #[command(flatten)]
        installation: Installation,
        #[command(flatten)]
        who: user::Who,
    },
    /// List who holds which role
    List {
        #[command(flatten)]
        installation: Installation,
        /// The short name of the institution
        #[arg(long)]
        institution: String,
    },
}

#[derive(Debug, Subcommand)]
enum RosterCommand {
    /// Add the units of a sheet, all or none
    #[command(after_help = "A new institution needs its units before its people.\n\nExample:\n  netral roster units \
                            --institution kabupaten-sukamaju unit.xlsx")]
    Units {
        #[command(flatten)]
        installation: Installation,
        #[command(flatten)]
        roster: roster::Roster,
    },
    /// Read a file and tell every fault and what it would change, writing nothing
    #[command(after_help = "Example:\n  netral roster check --institution kabupaten-sukamaju pegawai.xlsx")]
    Check {
        #[command(flatten)]
        installation: Installation,
        #[command(flatten)]
        roster: roster::Roster,
    },
    /// Take in a file: stage it for a personnel officer, or apply its good rows at once
    #[command(
        after_help = "Nobody who is missing in the file is taken to have left: a personnel officer decides about \
                            them in the browser.\n\nExample:\n  netral roster import --institution \
                            kabupaten-sukamaju --apply pegawai.xlsx"
    )]
    Import {
        #[command(flatten)]
        installation: Installation,
        #[command(flatten)]
        roster: roster::Roster,
        /// Apply the good rows at once
        #[arg(long)]
        apply: bool,
    },
    /// Write the register into a workbook, with identity numbers in clear
    #[command(after_help = "Example:\n  netral roster export --institution kabupaten-sukamaju pegawai.xlsx")]
    Export {
        #[command(flatten)]
        installation: Installation,
        #[command(flatten)]
        roster: roster::Roster,
    },
}

/// Which installation, and where it listens.
#[derive(Debug, Args)]
struct Place {
    #[command(flatten)]
    installation: Installation,
    /// Where to wait for browsers: HOST:PORT, port 0 for any free one
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
}

/// Which installation.
#[derive(Debug, Args)]
pub(crate) struct Installation {
    /// The settings file (TOML)
    #[arg(long, value_name = "FILE", env = "NETRAL_CONFIG")]
    config: Option<PathBuf>,
    /// The folder of the installation's data
    #[arg(long, value_name = "DIR")]
    data: Option<String>,
}

impl Installation {
    /// The settings of this installation.
    pub(crate) fn settings(&self) -> Result<Settings, Failure> {
        self.with(None)
    }

    fn with(&self, listen: Option<String>) -> Result<Settings, Failure> {
        Settings::load(&Overrides { file: self.config.clone(), listen, data: self.data.clone() })
    }
}

impl Place {
    fn settings(&self) -> Result<Settings, Failure> {
        self.installation.with(self.listen.clone())
    }
}

impl Cli {
    /// Does what was typed, and tells how the program ends.
    ///
    /// # Errors
    /// Says what went wrong and how to mend it.
    pub async fn run(self) -> Result<ExitCode, Failure> {
        let done = match self.command {
            Command::Verify { file, key, passkey } => return verify::run(&file, &key, passkey.as_deref()),
            Command::Demo(place) => serve::run(&place.settings()?, Mode::Demo).await,
            Command::Serve(place) => serve::run(&place.settings()?, Mode::Serve).await,
            Command::Migrate(installation) => migrate::run(&installation.settings()?).await,
            Command::Institution(command) => command.run().await,
            Command::User(command) => command.run().await,
            Command::Roster(command) => command.run().await,
            Command::Backup { installation, file } => backup::make(&installation.settings()?, &file).await,
            Command::Restore { installation, file, check: true } => backup::check(&installation.settings()?, &file),
            Command::Restore { installation, file, check: false } => {
                backup::restore(&installation.settings()?, &file).await
            }
            Command::Seal(command) => command.run().await,
            Command::Law(command) => command.run(),
            Command::Assess { file, on, format, reasons, spoken } => {
                let style = assess::Style { format, reasons, language: spoken.language };
                assess::run(file.as_deref(), on.unwrap_or_else(today), style)
            }
            Command::Ask { act, election, on, spoken } => {
                assess::ask(act.as_deref(), election, on.unwrap_or_else(today), spoken.language)
            }
        };
        done.map(|()| ExitCode::SUCCESS)
    }
}

/// Today in western time, which is what most of the country's offices have.
fn today() -> base::Date {
    base::Clock::now(&base::SystemClock).date(base::Zone::Wib)
}

impl LawCommand {
    fn run(self) -> Result<(), Failure> {
        match self {
            Self::Check { folder } => law::check(folder.as_deref()),
            Self::Show { id, spoken } => law::show(&id, spoken.language),
            Self::Norms { spoken } => law::norms(spoken.language),
            Self::Changes { from, to, spoken } => law::changes(from, to, spoken.language),
            Self::Acts { spoken } => law::acts(spoken.language),
            Self::Schema { kind } => law::schema(&kind),
            Self::Elements { spoken } => law::elements(spoken.language),
        }
    }
}

impl InstitutionCommand {
    async fn run(self) -> Result<(), Failure> {
        match self {
            Self::Add { installation, new } => institution::add(&installation.settings()?, new).await,
            Self::Set { installation, institution, changed } => {
                institution::set(&installation.settings()?, &institution, changed).await
            }
        }
    }
}

impl SealCommand {
    async fn run(self) -> Result<(), Failure> {
        match self {
            Self::Rotate { installation, institution } => seal::rotate(&installation.settings()?, &institution).await,
            Self::Export { installation, institution } => seal::export(&installation.settings()?, &institution).await,
        }
    }
}

impl UserCommand {
    async fn run(self) -> Result<(), Failure> {
        match self {
            Self::Add { installation, new } => user::add(&installation.settings()?, new).await,
            Self::Role { installation, grant } => user::role(&installation.settings()?, grant).await,
            Self::Slip { installation, who } => user::slip(&installation.settings()?, who).await,
            Self::List { installation, institution } => user::list(&installation.settings()?, &institution).await,
        }
    }
}

impl RosterCommand {
    async fn run(self) -> Result<(), Failure> {
        match self {
            Self::Units { installation, roster } => units::import(&installation.settings()?, roster).await,
            Self::Check { installation, roster } => roster::check(&installation.settings()?, roster).await,
            Self::Import { installation, roster, apply } => {
                roster::import(&installation.settings()?, roster, apply).await
            }
            Self::Export { installation, roster } => roster::export(&installation.settings()?, roster).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_says_what_it_does() {
        fn visit(command: &clap::Command) {
            assert!(command.get_about().is_some(), "`{}` does not say what it does", command.get_name());
            command.get_subcommands().for_each(visit);
        }
        visit(&Cli::command());
    }
}
