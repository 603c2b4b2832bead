use crate::{App, Caller, Fault};
use domain::change::{Change, Effect};
use domain::dispatch::{Channel, Reminders, SendingRules};
use domain::policy::{Action, Target, allow};
use store::data::{dispatches, people, record, tenancy};
use store::{Tx, Unit};

/// How somebody is reminded, and what there is to choose.
#[derive(Debug, Clone)]
pub struct ReminderChoice {
    /// What they have chosen.
    pub chosen: Reminders,
    /// The open channels, and whether the register knows a contact of theirs for each.
    pub channels: Vec<(Channel, bool)>,
    /// What holds for everybody.
    pub rules: SendingRules,
}

impl App {
    /// How the caller is reminded.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when nobody is signed in.
    pub async fn own_reminders(&self, caller: &Caller) -> Result<ReminderChoice, Fault> {
        self.store().read(Look { caller: caller.clone(), rules: self.sending_rules().clone() }).await
    }

    /// Changes how the caller is reminded.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when nobody is signed in.
    pub async fn choose_reminders(&self, caller: &Caller, chosen: Reminders) -> Result<(), Fault> {
        self.store().write(Choose { caller: caller.clone(), chosen }).await
    }
}

struct Look {
    caller: Caller,
    rules: SendingRules,
}

impl Unit for Look {
    type Out = ReminderChoice;
    type Error = Fault;
    const NAME: &'static str = "messages/own_reminders";

    async fn run(&self, tx: &mut Tx) -> Result<ReminderChoice, Fault> {
        let (scope, me) = (self.caller.scope()?, self.caller.person()?);
        allow(&self.caller.actor, Action::ViewOwn, &Target::of(self.caller.institution()?, "person").person(me))?;
        let institution = tenancy::institution_by_id(tx, self.caller.institution()?).await?.ok_or(Fault::NotFound)?;
        let today = self.caller.occasion.at.date(institution.zone);
        let details = people::details_of(tx, &scope, me).await?;
        let known = |channel: Channel| {
            let holds = |since, until: Option<base::Date>| since <= today && until.is_none_or(|until| today <= until);
            details.iter().any(|it| it.kind == channel.contact() && holds(it.since, it.until))
        };
        let channels = self.rules.channels.iter().map(|channel| (*channel, known(*channel))).collect();
        let chosen = dispatches::reminders(tx, &scope, me).await?;
        Ok(ReminderChoice { chosen, channels, rules: self.rules.clone() })
    }
}

struct Choose {
    caller: Caller,
    chosen: Reminders,
}

impl Unit for Choose {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "messages/choose_reminders";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (scope, person) = (self.caller.scope()?, self.caller.person()?);
        let target = Target::of(self.caller.institution()?, "person").object(*person.bytes()).person(person);
        let permit = allow(&self.caller.actor, Action::ChooseReminders, &target)?;
        let at = self.caller.occasion.at;
        let chosen = self.chosen;
        let change = Change::new(permit)
            .say_code("language", chosen.language.code())
            .say("email", chosen.email.into())
            .say("whatsapp", chosen.whatsapp.into())
            .with(Effect::RemindersChosen { person, chosen, at });
        record(tx, &scope, &change, at, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}
