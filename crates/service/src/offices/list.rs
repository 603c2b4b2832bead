//! The posts of the institution, and where nobody holds one.

use crate::ground::Ground;
use crate::register::in_order;
use crate::trace::Trace;
use crate::{App, Caller, Fault, UnitName};
use domain::appointment::{Appointment, Turn};
use domain::ids::{PostId, UnitId};
use domain::people::search_form;
use domain::policy::{Action, Permit};
use domain::post::{Duty, Post, Tenure};
use std::collections::BTreeMap;
use store::data::appointments::{self, NamedHolder};
use store::{Tx, Unit};

/// Lines on one page.
const PAGE: usize = 50;

/// What somebody looks for among the posts.
#[derive(Debug, Clone, Default)]
pub struct OfficesQuery {
    /// Words in the title, the unit's name or a holder's; empty for all.
    pub words: String,
    /// Only this unit and those under it.
    pub unit: Option<UnitId>,
    /// Only what nobody holds today.
    pub vacant: bool,
    /// Which page, from 1.
    pub page: u32,
}

/// One page of the posts that the caller may see.
#[derive(Debug, Clone)]
pub struct OfficesPage {
    /// The lines, in the order of the units.
    pub lines: Vec<OfficeLine>,
    /// Whether there is a next page.
    pub more: bool,
    /// How many posts and units without a head there are, whatever was looked for.
    pub vacancies: usize,
    /// The units, for the choice of one.
    pub units: Vec<UnitName>,
    /// What waits for a second person.
    pub waiting: Vec<WaitingOffice>,
    /// Whether the caller may record posts.
    pub may_record: bool,
}

/// A post, or a unit that has no post of head, so that its lists reach nobody.
#[derive(Debug, Clone)]
pub struct OfficeLine {
    /// The post, unless the unit lacks that of its head.
    pub post: Option<Post>,
    /// The unit.
    pub unit: UnitId,
    /// Its name.
    pub unit_name: String,
    /// Who holds it today.
    pub holders: Vec<OfficeHolder>,
}

impl OfficeLine {
    /// Whether nobody holds it today who is still in service.
    #[must_use]
    pub fn is_vacant(&self) -> bool {
        self.holders.iter().all(|holder| holder.has_left)
    }
}

/// Who holds a post today.
#[derive(Debug, Clone)]
pub struct OfficeHolder {
    /// The name with titles.
    pub name: String,
    /// How.
    pub tenure: Tenure,
    /// Whether they have left the service while nobody recorded that they left the post.
    pub has_left: bool,
}

/// What waits for a second person.
#[derive(Debug, Clone)]
pub struct WaitingOffice {
    /// About which post.
    pub post: PostId,
    /// Its title.
    pub title: String,
    /// Whom it is about.
    pub name: String,
    /// What becomes of it.
    pub turn: Turn,
}

impl App {
    /// One page of the posts in the units that the caller looks after. Leaves one trace: it names people.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever looks after none.
    pub async fn offices(&self, caller: &Caller, query: OfficesQuery) -> Result<OfficesPage, Fault> {
        let (page, permit) = self.store().read(List { caller: caller.clone(), query }).await?;
        let named = page.lines.iter().map(|line| line.holders.len()).sum::<usize>() + page.waiting.len();
        let (occasion, institution) = (caller.occasion, caller.institution()?);
        self.store().write(Trace { occasion, institution, permit, count: named }).await?;
        Ok(page)
    }
}

struct List {
    caller: Caller,
    query: OfficesQuery,
}

impl List {
    /// Every line, in the order of the units, then of duties and titles.
    fn lines(ground: &Ground, posts: Vec<Post>, holders: Vec<NamedHolder>, units: &[UnitName]) -> Vec<OfficeLine> {
        let mut held: BTreeMap<PostId, Vec<OfficeHolder>> = BTreeMap::new();
        for it in holders {
            let line = OfficeHolder { name: it.name.full(), tenure: it.tenure, has_left: it.has_left };
            held.entry(it.post).or_default().push(line);
        }
        let mut by_unit: BTreeMap<UnitId, Vec<Post>> = BTreeMap::new();
        for post in posts {
            by_unit.entry(post.unit).or_default().push(post);
        }
        let mut lines = Vec::new();
        for unit in units {
            let mut here = by_unit.remove(&unit.id).unwrap_or_default();
            here.sort_by_key(|post| (Duty::ALL.iter().position(|duty| *duty == post.duty), post.title.clone()));
            let lives = ground.lives(unit.id);
            let line =
                |post: Option<Post>, holders| OfficeLine { post, unit: unit.id, unit_name: unit.name.clone(), holders };
            if lives && !here.iter().any(|post| post.duty == Duty::HeadOfUnit) {
                lines.push(line(None, Vec::new()));
            }
            for post in here {
                let holders = held.remove(&post.id).unwrap_or_default();
                // A post of a unit that has ended is told of only while somebody holds it.
                if lives || !holders.is_empty() {
                    lines.push(line(Some(post), holders));
                }
            }
        }
        lines
    }

    fn is_wanted(&self, ground: &Ground, line: &OfficeLine) -> bool {
        if self.query.unit.is_some_and(|unit| !ground.tree.is_within(line.unit, unit)) {
            return false;
        }
        if self.query.vacant { line.is_vacant() } else { line.post.is_some() }
    }

    fn has_words(&self, line: &OfficeLine) -> bool {
        let title = line.post.as_ref().map(|post| post.title.as_str()).unwrap_or_default();
        let names = line.holders.iter().map(|holder| holder.name.as_str());
        let text: Vec<&str> = [title, line.unit_name.as_str()].into_iter().chain(names).collect();
        let text = search_form(&text.join(" "));
        search_form(&self.query.words).split(' ').all(|word| text.contains(word))
    }

    async fn waiting(&self, tx: &mut Tx, ground: &Ground, it: &Appointment) -> Result<Option<WaitingOffice>, Fault> {
        let Some(post) = appointments::post_by_id(tx, &ground.scope, it.post).await? else { return Ok(None) };
        if ground.permit_on_post(&self.caller, Action::ViewPosts, post.unit, Some(post.id)).is_err() {
            return Ok(None);
        }
        let name = ground.name(tx, it.person).await?;
        Ok(Some(WaitingOffice { post: post.id, title: post.title, name, turn: it.turn }))
    }
}

impl Unit for List {
    type Out = (OfficesPage, Permit);
    type Error = Fault;
    const NAME: &'static str = "offices/list";

    async fn run(&self, tx: &mut Tx) -> Result<(OfficesPage, Permit), Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        let (seen, permit) = ground.reach(&self.caller, Action::ViewPosts)?;
        let posts = appointments::posts(tx, &ground.scope).await?;
        let holders = appointments::holders_on(tx, &ground.scope, ground.today).await?;
        let units: Vec<UnitName> = in_order(&ground.tree).into_iter().filter(|it| seen.contains(&it.id)).collect();
        let lines = Self::lines(&ground, posts, holders, &units);
        let vacancies = lines.iter().filter(|line| line.is_vacant()).count();
        let skipped = usize::try_from(self.query.page.saturating_sub(1)).unwrap_or(usize::MAX).saturating_mul(PAGE);
        let wanted = lines.into_iter().filter(|line| self.is_wanted(&ground, line) && self.has_words(line));
        let mut lines: Vec<OfficeLine> = wanted.skip(skipped).take(PAGE + 1).collect();
        let more = lines.len() > PAGE;
        lines.truncate(PAGE);
        let mut waiting = Vec::new();
        for it in appointments::waiting(tx, &ground.scope).await? {
            waiting.extend(self.waiting(tx, &ground, &it).await?);
        }
        let units = units.into_iter().filter(|unit| ground.lives(unit.id)).collect();
        let may_record = self.caller.actor.could(Action::RecordPost);
        Ok((OfficesPage { lines, more, vacancies, units, waiting, may_record }, permit))
    }
}

impl App {
    /// The living units in which the caller may record posts, in the order of the tree.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may in none.
    pub async fn post_units(&self, caller: &Caller) -> Result<Vec<UnitName>, Fault> {
        self.store().read(Units { caller: caller.clone() }).await
    }
}

struct Units {
    caller: Caller,
}

impl Unit for Units {
    type Out = Vec<UnitName>;
    type Error = Fault;
    const NAME: &'static str = "offices/units";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<UnitName>, Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        let (reached, _) = ground.reach(&self.caller, Action::RecordPost)?;
        Ok(in_order(&ground.tree).into_iter().filter(|it| ground.lives(it.id) && reached.contains(&it.id)).collect())
    }
}
