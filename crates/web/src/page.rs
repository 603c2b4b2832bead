use crate::onward::in_query;
use base::{Language, Zone};
use domain::policy::{Action, Actor, Role};
use domain::tenancy::Institution;
use i18n::Messages;

/// How wide a page is: reading width for everybody, a wider one for officers' tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// 960 px at most.
    #[default]
    Reading,
    /// 1180 px at most.
    Wide,
}

/// What stands around the content of every page. Every template has one in its field `page` and
/// extends `layout.html`.
#[derive(Clone)]
pub struct Page {
    /// The language.
    pub language: Language,
    /// All messages in it.
    pub t: &'static Messages,
    /// The title of the document, without the name of the program.
    pub title: String,
    /// The institution's name under the mark; empty where there is none.
    pub place: String,
    /// Where the mark leads.
    pub home: String,
    /// Whom to ask, at the foot.
    pub help: String,
    /// Whether the page says that everything is made up.
    pub example: bool,
    demo: bool,
    /// Whether somebody is signed in.
    pub signed_in: bool,
    /// The menu: address, name, whether it is where we are.
    pub menu: Vec<(&'static str, String, bool)>,
    /// The role shown above the menu; empty for employees, who have no menu.
    pub acting: String,
    /// How wide.
    pub style: Style,
    /// The bar of a kiosk, which names its operator; empty elsewhere.
    pub kiosk: String,
    /// Where the page asks after a while whether anybody is still there; empty where it does not.
    pub still: String,
    /// Where the assets are.
    pub assets: &'static str,
    /// The zone in which times are written.
    pub zone: Zone,
    /// Path of this page.
    pub path: String,
    /// Path and query of this page, for the form that changes the language; empty where there is none.
    pub here: String,
}

impl Page {
    /// A page for `actor`, who may belong to an institution.
    #[must_use]
    pub fn new(language: Language, actor: &Actor, institution: Option<&Institution>, path: &str) -> Self {
        let t = i18n::messages(language);
        let signed_in = actor.person().is_some();
        let mut page = Self {
            language,
            t,
            title: String::new(),
            place: institution.map(|i| i.name.clone()).unwrap_or_default(),
            home: if signed_in { "/beranda".to_owned() } else { "/".to_owned() },
            help: institution.map(|i| i.help.clone()).unwrap_or_else(|| t.footer_no_institution()),
            example: institution.is_some_and(|i| i.example),
            demo: false,
            signed_in,
            menu: Vec::new(),
            acting: String::new(),
            style: Style::Reading,
            kiosk: String::new(),
            still: String::new(),
            assets: crate::assets::base(),
            zone: institution.map_or(Zone::Wib, |i| i.zone),
            path: path.to_owned(),
            here: path.to_owned(),
        };
        page.menu = page.menu_for(actor);
        page.acting = acting(t, actor);
        page
    }

    /// With this title.
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// As a page of a kiosk of this operator. `half` says that somebody has given their password and still lacks a code.
    #[must_use]
    pub fn at_kiosk(mut self, operator: String, half: bool) -> Self {
        self.kiosk = self.t.kiosk_bar(operator);
        self.home = if self.signed_in { "/beranda".to_owned() } else { "/kios".to_owned() };
        // Between two people there is nobody to ask, and nothing of anybody.
        if self.signed_in || half || self.path != "/kios" {
            self.still = format!("/kios/masih?ke={}", in_query(&self.here));
        }
        self
    }

    /// As what the browser may keep what is typed: nothing at a kiosk.
    #[must_use]
    pub fn kept_as(&self, kind: &'static str) -> &'static str {
        if self.kiosk.is_empty() { kind } else { "off" }
    }

    /// As a page that carries something typed, which a change of the language would lose.
    #[must_use]
    pub fn carrying(mut self) -> Self {
        self.here.clear();
        self
    }

    /// As wide as officers' tables.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.style = Style::Wide;
        self
    }

    /// As a page of the demo: an example, whatever it shows.
    #[must_use]
    pub fn in_demo(mut self) -> Self {
        (self.demo, self.example) = (true, true);
        self
    }

    /// As a public page of `institution`, whoever looks at it.
    #[must_use]
    pub fn at(mut self, institution: &Institution) -> Self {
        self.place = institution.name.clone();
        self.help = institution.help.clone();
        self.example = self.demo || institution.example;
        self.zone = institution.zone;
        self
    }

    fn menu_for(&self, actor: &Actor) -> Vec<(&'static str, String, bool)> {
        let t = self.t;
        let entries = [
            (actor.holds(Role::HeadOfUnit), "/unit", t.nav_units()),
            (self.overview(actor), "/ikhtisar", t.nav_coverage()),
            (actor.could(Action::ViewSignatureChecks), "/tanda-tangan", t.nav_signatures()),
            (actor.could(Action::OpenKiosk), "/kios", t.nav_kiosks()),
            (actor.could(Action::ViewQuestions), "/tanya/meja", t.nav_desk()),
            (actor.could(Action::ViewPeople), "/pegawai", t.nav_people()),
            (actor.could(Action::ViewPosts), "/jabatan", t.nav_offices()),
            (actor.could(Action::ViewAssembly), "/ikrar", t.nav_assemblies()),
            (actor.could(Action::ViewPack), "/desa", t.nav_packs()),
            (actor.could(Action::ViewDraft), "/edaran", t.nav_circulars()),
            (actor.could(Action::AssessFacts), "/penilaian", t.nav_assessment()),
            (actor.could(Action::AssessFacts), "/kelola/tafsir", t.nav_adoptions()),
            (actor.could(Action::EnterElection), "/kelola/pemilihan", t.nav_own_elections()),
            (actor.could(Action::ViewMessages), "/kelola/pesan", t.nav_sent()),
            (actor.could(Action::ViewSystem), "/kelola", t.nav_system()),
            (actor.could(Action::GrantRole), "/kelola/peran", t.nav_roles()),
        ];
        let shown = entries.into_iter().filter(|(shown, _, _)| *shown);
        // The longest entry that the path begins with is where we are.
        let here = shown
            .clone()
            .map(|(_, href, _)| href)
            .filter(|href| self.path == *href || self.path.starts_with(&format!("{href}/")))
            .max_by_key(|href| href.len());
        shown.map(|(_, href, name)| (href, name, here == Some(href))).collect()
    }

    fn overview(&self, actor: &Actor) -> bool {
        [Role::PersonnelOfficer, Role::Inspector, Role::DecidingAuthority].into_iter().any(|role| actor.holds(role))
    }
}

fn acting(t: &Messages, actor: &Actor) -> String {
    let Actor::Person { roles, .. } = actor else { return String::new() };
    let mut names: Vec<String> = Vec::new();
    for held in roles.iter().filter(|held| held.role != Role::Employee) {
        let name = i18n::role(t, held.role.code());
        let name = if held.behalf.is_some() { t.acting_for(name) } else { name };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}
