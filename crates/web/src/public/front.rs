//! The front page: the institutions of this installation, and the real examples told apart from them.

use super::{stage, words};
use crate::{Ask, Page, Problem, Site, chrome};
use askama::Template;
use axum::extract::State;
use axum::response::Response;

#[derive(Template)]
#[template(path = "public/front.html")]
struct FrontPage {
    page: Page,
    stages: Vec<(String, String)>,
    /// Address and name of each institution.
    ours: Vec<(String, String)>,
    /// Address and name of each reported government.
    reported: Vec<(String, String)>,
}

pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    let front = site.app.front(ask.caller.occasion).await?;
    let page = ask.page("");
    let title = page.t.public_front_title();
    let ours = front.institutions.iter().map(|it| (format!("/{}", it.short_name), it.name.clone()));
    let reported = front.reported.iter().map(|known| {
        let name = words::place(known.name.in_language(ask.language));
        (format!("/{}", known.short_name), name.to_owned())
    });
    let template = FrontPage {
        stages: stage::lines(page.t, ask.language, &front.stages),
        ours: ours.collect(),
        reported: reported.collect(),
        page: page.titled(title),
    };
    Ok(chrome::show(&template))
}
