use super::best_number;
use super::mask::masked;
use crate::trace::Trace;
use crate::{App, Caller, Fault};
use base::{Date, Occasion};
use domain::category::Category;
use domain::ids::{InstitutionId, PersonId, UnitId};
use domain::people::{Detail, DetailKind};
use domain::policy::{Action, Actor, Permit, Target, allow};
use domain::tenancy::UnitTree;
use roster::PersonName;
use store::data::people::{RegisterFilter, RegisterLine};
use store::data::{accounts, people, tenancy};
use store::{Scope, Tx, Unit};

/// Lines on one page.
const PAGE: u32 = 50;

/// What somebody looks for in the register.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegisterQuery {
    /// Words in the name, or a whole identity number; empty for everybody.
    pub words: String,
    /// Only this unit and those under it.
    pub unit: Option<UnitId>,
    /// Which page, from 1.
    pub page: u32,
}

/// One page of the register.
#[derive(Debug, Clone)]
pub struct RegisterPage {
    /// The lines, by name. Somebody with two engagements has two.
    pub entries: Vec<RegisterEntry>,
    /// Whether there is a next page.
    pub more: bool,
    /// How many people have an engagement today, whatever was looked for.
    pub people: i64,
    /// All units, in the order of the tree, for the choice of one.
    pub units: Vec<UnitName>,
}

/// One engagement that holds today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterEntry {
    /// Who.
    pub person: PersonId,
    /// The name with titles.
    pub name: String,
    /// The kind of the best known number, and the number masked.
    pub number: Option<(DetailKind, String)>,
    /// The unit's name.
    pub unit: String,
    /// As what.
    pub category: Category,
    /// The position in words.
    pub position: String,
    /// Whether the person can sign in.
    pub has_account: bool,
}

/// A unit in the order of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitName {
    /// Its id.
    pub id: UnitId,
    /// Its name.
    pub name: String,
    /// How many units stand above it.
    pub depth: usize,
}

impl App {
    /// A page of the register, numbers masked.
    ///
    /// # Errors
    /// [`Fault::Denied`] when the caller may not see the register, or not that of the asked unit.
    pub async fn register(&self, caller: &Caller, query: RegisterQuery) -> Result<RegisterPage, Fault> {
        let institution = caller.institution()?;
        let indexes = number_of(&query.words).map(|number| self.keys().blind_index(&number));
        let look = Look { actor: caller.actor.clone(), occasion: caller.occasion, institution, query, number: indexes };
        let found = self.store().read(look).await?;
        let mut entries = Vec::new();
        for (line, details, has_account) in found.lines {
            let number = match best_number(&details) {
                None => None,
                Some(detail) => Some((detail.kind, masked(detail.kind, &self.open_detail(detail)?))),
            };
            entries.push(RegisterEntry {
                person: line.person.id,
                name: line.person.name.full(),
                number,
                unit: found.tree.get(line.unit).map(|unit| unit.name.clone()).unwrap_or_default(),
                category: line.category,
                position: line.position,
                has_account,
            });
        }
        let count = entries.len();
        self.store().write(Trace { occasion: caller.occasion, institution, permit: found.permit, count }).await?;
        Ok(RegisterPage { entries, more: found.more, people: found.people, units: in_order(&found.tree) })
    }
}

/// The identity number that somebody typed in place of a name.
pub(crate) fn number_of(words: &str) -> Option<String> {
    let digits: String = words.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-')).collect();
    (matches!(digits.len(), 16 | 18) && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

/// The name that somebody typed, without its titles: lists show names with them, and the register keeps both apart.
pub(crate) fn name_of(words: &str) -> String {
    let name = PersonName::split(words, "", "");
    if name.bare.is_empty() { words.to_owned() } else { name.bare }
}

/// The units as the tree orders them: each directly before those under it, siblings by code.
pub(crate) fn in_order(tree: &UnitTree) -> Vec<UnitName> {
    let mut units: Vec<(Vec<&str>, UnitName)> = tree
        .iter()
        .map(|unit| {
            let path = tree.path(unit.id);
            let mut codes: Vec<&str> = path.iter().filter_map(|id| Some(tree.get(*id)?.code.as_str())).collect();
            codes.reverse();
            let depth = codes.len().saturating_sub(1);
            (codes, UnitName { id: unit.id, name: unit.name.clone(), depth })
        })
        .collect();
    units.sort_by(|(a, x), (b, y)| (a, x.id).cmp(&(b, y.id)));
    units.into_iter().map(|(_, unit)| unit).collect()
}

struct Found {
    permit: Permit,
    tree: UnitTree,
    lines: Vec<(RegisterLine, Vec<Detail>, bool)>,
    more: bool,
    people: i64,
}

struct Look {
    actor: Actor,
    occasion: Occasion,
    institution: InstitutionId,
    query: RegisterQuery,
    number: Option<[u8; 32]>,
}

impl Look {
    async fn lines(&self, tx: &mut Tx, scope: &Scope, day: Date) -> Result<Vec<RegisterLine>, Fault> {
        let Some(number) = self.number else {
            let filter = RegisterFilter {
                day,
                words: name_of(&self.query.words),
                unit: self.query.unit,
                limit: PAGE + 1,
                offset: self.query.page.saturating_sub(1).saturating_mul(PAGE),
            };
            return Ok(people::register(tx, scope, &filter).await?);
        };
        let mut lines = Vec::new();
        for id in people::persons_with(tx, scope, number).await? {
            let Some(person) = people::person(tx, scope, id).await? else { continue };
            for engagement in people::engagements_of(tx, scope, id).await? {
                if engagement.holds_on(day) {
                    let (unit, category, position) = (engagement.unit, engagement.category, engagement.position);
                    lines.push(RegisterLine { person: person.clone(), unit, category, position });
                }
            }
        }
        Ok(lines)
    }
}

/// The people of a unit and of all under it, or of the whole institution, as what somebody looks through.
pub(crate) fn people_of(institution: InstitutionId, tree: &UnitTree, unit: Option<UnitId>) -> Target {
    let target = Target::of(institution, "register");
    match unit {
        Some(unit) => target.object(*unit.bytes()).units(tree.path(unit)),
        None => target,
    }
}

impl Unit for Look {
    type Out = Found;
    type Error = Fault;
    const NAME: &'static str = "register/look";

    async fn run(&self, tx: &mut Tx) -> Result<Found, Fault> {
        let scope = Scope::Institution(self.institution);
        let institution = tenancy::institution_by_id(tx, self.institution).await?.ok_or(Fault::NotFound)?;
        let tree = tenancy::units(tx, &scope).await?;
        let permit = allow(&self.actor, Action::ViewPeople, &people_of(self.institution, &tree, self.query.unit))?;
        let day = self.occasion.at.date(institution.zone);
        let mut found = self.lines(tx, &scope, day).await?;
        if let Some(unit) = self.query.unit.filter(|_| self.number.is_some()) {
            found.retain(|line| tree.is_within(line.unit, unit));
        }
        let more = found.len() > PAGE as usize;
        found.truncate(PAGE as usize);
        let mut lines = Vec::new();
        for line in found {
            let details = people::details_of(tx, &scope, line.person.id).await?;
            let account = accounts::of_person(tx, &scope, line.person.id).await?;
            lines.push((line, details, account.is_some()));
        }
        let people = people::count(tx, &scope, day).await?;
        Ok(Found { permit, tree, lines, more, people })
    }
}
