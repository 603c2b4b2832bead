use crate::caller::Place;
use crate::{App, Caller, Device, Fault};
use domain::ids::PersonId;
use domain::manner::{PEOPLE_PER_DEVICE, Way};
use std::collections::BTreeMap;
use store::data::{people, step_ways};
use store::{Scope, Tx};

/// The names of those who vouch for steps or signatures: operators of kiosks, and who recorded or attests something.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vouchers(BTreeMap<PersonId, String>);

impl Vouchers {
    /// The name of this person, with titles; empty for nobody.
    #[must_use]
    pub fn name(&self, person: Option<PersonId>) -> &str {
        person.and_then(|person| self.0.get(&person)).map_or("", String::as_str)
    }

    /// The names of those who vouch for a step: empty where nobody has to, or one only.
    #[must_use]
    pub fn of_way(&self, way: Way) -> (&str, &str) {
        (self.name(way.named()), self.name(way.also()))
    }

    /// Reads the names of these people.
    pub(crate) async fn of(tx: &mut Tx, scope: &Scope, named: Vec<PersonId>) -> Result<Self, Fault> {
        let mut names = BTreeMap::new();
        for id in named {
            if let Some(person) = people::person(tx, scope, id).await? {
                names.insert(id, person.name.full());
            }
        }
        Ok(Self(names))
    }
}

impl App {
    /// The place that a browser is, by its cookie. Its name is hashed under the installation's key: what is kept tells one
    /// browser from another and cannot be turned back into the cookie.
    #[must_use]
    pub fn browser(&self, device: &Device) -> Place {
        Place::Browser(device.name().map(|name| self.keys().hash("device-place", name.as_bytes())))
    }
}

/// How `person`, who asks as `caller`, pledges or signs now. Whoever is the first to do so in a browser does it on a device
/// of their own, as far as one can know; everybody after does it on a shared one. A browser that does not tell its name is
/// not shown to be anybody's own.
pub(crate) async fn way_of_signing(
    tx: &mut Tx,
    scope: &Scope,
    caller: &Caller,
    person: PersonId,
) -> Result<Way, Fault> {
    let device = match caller.place {
        Place::Kiosk { operator } => return Ok(Way::Kiosk { operator }),
        Place::Browser(None) => return Ok(Way::SharedDevice { device: None }),
        Place::Browser(Some(device)) => device,
    };
    let others = step_ways::others_on_device(tx, scope, device, person).await?;
    let device = Some(device);
    Ok(if others == 0 { Way::OwnDevice { device } } else { Way::SharedDevice { device } })
}

/// Whether so many others have pledged or signed where `way` was taken that somebody has to confirm who it was. A kiosk has
/// its operator, who stands by.
pub(crate) async fn is_crowded(tx: &mut Tx, scope: &Scope, way: Way, person: PersonId) -> Result<bool, Fault> {
    let Some(device) = way.device() else { return Ok(false) };
    Ok(step_ways::others_on_device(tx, scope, device, person).await? >= PEOPLE_PER_DEVICE)
}
