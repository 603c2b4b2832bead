//! Pages that exist only in the demo.

mod sign_ins;

pub use sign_ins::{DEMO_PASSWORD, SignIn};

use crate::{Area, Ask, Page, chrome};
use askama::Template;
use axum::response::Response;

/// The routes of this area.
pub fn area() -> Area {
    Area::new().get("/demo", get)
}

#[derive(Template)]
#[template(path = "demo/sign_ins.html")]
struct SignIns {
    page: Page,
    password: &'static str,
    rows: Vec<(String, &'static str, String)>,
}

async fn get(ask: Ask) -> Response {
    let page = ask.page("");
    let title = page.t.demo_title();
    let rows = SignIn::ALL.map(|who| (who.name(page.t), who.number(), who.to_try(page.t))).to_vec();
    chrome::show(&SignIns { page: page.titled(title), password: DEMO_PASSWORD, rows })
}
