use crate::commands::{check_law, migrate};
use crate::failure::Failure;
use crate::serve;
use crate::settings::{Overrides, Settings};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
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
    /// Check a folder of law files
    #[command(
        after_help = "Without a folder, the files that this program carries are checked. Every fault is told with \
                            its file and how to mend it.\n\nExamples:\n  netral check-law\n  netral check-law law"
    )]
    CheckLaw {
        /// The folder, laid out like `law/` of the repository
        folder: Option<PathBuf>,
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
    /// Does what was typed.
    ///
    /// # Errors
    /// Says what went wrong and how to mend it.
    pub async fn run(self) -> Result<(), Failure> {
        match self.command {
            Command::Demo(place) => serve::run(&place.settings()?, Mode::Demo).await,
            Command::Serve(place) => serve::run(&place.settings()?, Mode::Serve).await,
            Command::Migrate(installation) => migrate::run(&installation.settings()?).await,
            Command::CheckLaw { folder } => check_law::run(folder.as_deref()),
        }
    }
}
