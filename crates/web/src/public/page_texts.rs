//! Help, privacy, accessibility: pages of words.

use crate::{Ask, Page, Problem, Site, chrome};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use i18n::Messages;

#[derive(Template)]
#[template(path = "public/help.html")]
struct HelpPage {
    page: Page,
    /// Name of each institution and whom to ask there.
    contacts: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "public/texts.html")]
struct TextsPage {
    page: Page,
    lead: String,
    sections: Vec<Section>,
}

/// A heading with a text, a list, or both.
struct Section {
    title: String,
    text: String,
    items: Vec<String>,
}

impl Section {
    fn text(title: String, text: String) -> Self {
        Self { title, text, items: Vec::new() }
    }

    fn list(title: String, items: Vec<String>) -> Self {
        Self { title, text: String::new(), items }
    }
}

pub async fn help(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    let front = site.app.front(ask.caller.occasion).await?;
    let contacts = front.institutions.into_iter().map(|it| (it.name, it.help)).collect();
    let page = ask.page("");
    let title = page.t.public_help_title();
    Ok(chrome::show(&HelpPage { page: page.titled(title), contacts }))
}

pub async fn privacy(ask: Ask) -> Response {
    let page = ask.page("");
    let (title, lead) = (page.t.public_privacy_title(), page.t.public_privacy_lead());
    let sections = privacy_sections(page.t);
    chrome::show(&TextsPage { page: page.titled(title), lead, sections })
}

fn privacy_sections(t: &Messages) -> Vec<Section> {
    let kept = vec![
        t.public_privacy_kept_name(),
        t.public_privacy_kept_number(),
        t.public_privacy_kept_steps(),
        t.public_privacy_kept_pact(),
        t.public_privacy_kept_access(),
        t.public_privacy_kept_trail(),
    ];
    let not = vec![t.public_privacy_not_watch(), t.public_privacy_not_decide(), t.public_privacy_not_count()];
    let long = vec![
        t.public_privacy_long_session(),
        t.public_privacy_long_slip(),
        t.public_privacy_long_cookie(),
        t.public_privacy_long_rest(),
    ];
    let rights = vec![
        t.public_privacy_right_know(),
        t.public_privacy_right_mend(),
        t.public_privacy_right_copy(),
        t.public_privacy_right_end(),
        t.public_privacy_right_sue(),
    ];
    vec![
        Section::list(t.public_privacy_kept(), kept),
        Section::list(t.public_privacy_not(), not),
        Section::text(t.public_privacy_why(), t.public_privacy_why_text()),
        Section::list(t.public_privacy_long(), long),
        Section::text(t.public_privacy_public(), t.public_privacy_public_text()),
        Section::text(t.public_privacy_cookies(), t.public_privacy_cookies_text()),
        Section { title: t.public_privacy_rights(), text: t.public_privacy_rights_text(), items: rights },
        Section::text(t.public_privacy_ask(), t.public_privacy_ask_text()),
    ]
}

pub async fn accessibility(ask: Ask) -> Response {
    let page = ask.page("");
    let t = page.t;
    let works = vec![
        t.public_access_works_axe(),
        t.public_access_works_keys(),
        t.public_access_works_script(),
        t.public_access_works_pdf(),
    ];
    let open = vec![t.public_access_open_reader(), t.public_access_open_people(), t.public_access_open_phone()];
    let sections = vec![
        Section::text(t.public_access_goal(), t.public_access_goal_text()),
        Section::list(t.public_access_works(), works),
        Section::list(t.public_access_open(), open),
        Section::text(t.public_access_tell(), t.public_access_tell_text()),
    ];
    let (title, lead) = (t.public_access_title(), t.public_access_lead());
    chrome::show(&TextsPage { page: page.titled(title), lead, sections })
}
