//! A form that was interrupted by the sign-in, sealed for whoever typed it. It travels in that person's own pages and is
//! kept nowhere.

use crate::{App, Fault};
use base::{Instant, Occasion};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::ids::PersonId;
use std::time::Duration;
use store::data::sessions;
use store::{StoreError, Tx, Unit};

/// How long an interrupted form can be sent after all.
pub const KEPT_FORM_LASTS: Duration = Duration::from_secs(2 * 60 * 60);

/// Bytes of the moment in front of a form.
const MOMENT: usize = 8;

/// For whom it is sealed: nobody else's sign-in opens it.
fn place(person: PersonId) -> String {
    format!("form/{person}")
}

impl App {
    /// Whose session a token opens or opened. It may be over: what somebody sends a moment too late is still theirs. Nobody's
    /// are one that was ended by hand, since whoever did so wanted nothing to go on there, and one at a kiosk.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn session_owner(&self, token: &str) -> Result<Option<PersonId>, Fault> {
        let hash = self.keys().hash("session", token.as_bytes());
        Ok(self.store().read(Owner { hash }).await?)
    }

    /// Seals an interrupted form for one person, as text for a page. `occasion` must be drawn for this alone.
    #[must_use]
    pub fn seal_form(&self, person: PersonId, form: &[u8], occasion: Occasion) -> String {
        let dated = [occasion.at.micros().to_be_bytes().as_slice(), form].concat();
        URL_SAFE_NO_PAD.encode(self.keys().seal(&place(person), &dated, &mut occasion.chance()))
    }

    /// Opens what [`App::seal_form`] sealed for this person: when that was, and the form. Nothing for what was sealed for
    /// somebody else, changed on the way, or is older than [`KEPT_FORM_LASTS`].
    #[must_use]
    pub fn open_form(&self, person: PersonId, sealed: &str, now: Instant) -> Option<(Instant, Vec<u8>)> {
        let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let dated = self.keys().open(&place(person), &sealed).ok()?;
        let (moment, form) = dated.split_at_checked(MOMENT)?;
        let typed = Instant::from_micros(i64::from_be_bytes(moment.try_into().ok()?));
        (now.since(typed) < KEPT_FORM_LASTS).then(|| (typed, form.to_vec()))
    }
}

struct Owner {
    hash: [u8; 32],
}

impl Unit for Owner {
    type Out = Option<PersonId>;
    type Error = StoreError;
    const NAME: &'static str = "session/owner";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        let found = sessions::by_token(tx, self.hash).await?;
        Ok(found.filter(|session| session.facts.kiosk.is_none()).map(|session| session.person))
    }
}
