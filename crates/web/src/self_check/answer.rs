//! The answer: verdict, one sentence and what to do first; then the law, the reasons, what would change it, the sanction.

use super::change::{self, Change};
use super::sanctions::{Sanctions, sanctions};
use super::told::Told;
use super::view::{self, Said};
use super::{front, library, wrong};
use crate::public::{RuleLink, article_words, provision_link, rule_link};
use crate::{Ask, Page, Site, chrome};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::Method;
use axum::response::Response;
use base::{Date, Language, Zone};
use i18n::{Messages, format};
use norms::{Catalogue, Certainty, ExplainedBasis, ExplainedMatch, Explanation, NormCategory, Part, Verdict};

/// A provision on which the answer rests.
struct Basis {
    link: RuleLink,
    /// What it says, in our words.
    says: String,
    /// How far it was checked, where that is not to the end.
    doubt: String,
}

/// A norm with its provisions.
struct Ground {
    title: String,
    bases: Vec<Basis>,
    note: String,
}

/// A point that is read in different ways.
struct Disputed {
    matter: String,
    /// The reading, who holds it, and what follows from it here.
    readings: Vec<(String, String, String)>,
    treatment: String,
    /// Whether the answer is another one under one of the readings than under another.
    matters: bool,
}

#[derive(Template)]
#[template(path = "self_check/answer.html")]
struct AnswerPage {
    page: Page,
    act: String,
    /// Who and when, in one line.
    line: String,
    verdict: (&'static str, String),
    sentence: String,
    advice: String,
    /// Questions that somebody left open and that decide.
    open: Vec<Said>,
    /// What to do when it was done already.
    mend: Vec<String>,
    /// The address at which that is told; empty where it is shown, or where nothing has to be mended.
    done: String,
    on: String,
    grounds: Vec<Ground>,
    more: Vec<Ground>,
    /// Why a norm does not apply, or that there is none.
    free: Vec<String>,
    because: Vec<String>,
    /// Points on which the answer turns, and those on which it does not.
    disputes: Vec<Disputed>,
    idle_disputes: Vec<Disputed>,
    changes: Vec<Change>,
    more_changes: Vec<Change>,
    sanctions: Sanctions,
    said: Vec<Said>,
    alike: Vec<front::Link>,
    /// The address of this very answer.
    address: String,
    small: String,
    printed: String,
}

/// Most norms, and most changes, that stand open on the page.
const GROUNDS_SHOWN: usize = 2;
const CHANGES_SHOWN: usize = 3;

/// The answer to what the address tells.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    method: Method,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Response {
    let (law, today) = (site.app.law(), site.now().date(Zone::Wib));
    let told = match wrong::read(law, &ask, pairs) {
        Ok((told, _)) => Told { on: told.on.or(Some(today)), ..told },
        Err(response) => return *response,
    };
    let (shown, verdict) = match answer(&site, &ask, &told, today) {
        Ok(answered) => answered,
        Err(wrong) => return wrong::respond(law, &ask, &told, &wrong),
    };
    // Whoever only asks for the headers was shown nothing. An answer that could not be counted is an answer all the same.
    if method == Method::GET
        && let Err(fault) = site.app.count_self_check(ask.caller.occasion, verdict).await
    {
        tracing::warn!(%fault, "an answer of the self-check was not counted");
    }
    view::unlisted(chrome::show(&shown))
}

fn answer(site: &Site, ask: &Ask, told: &Told, today: Date) -> Result<(AnswerPage, Verdict), wrong::Wrong> {
    let law = site.app.law();
    let on = told.on.unwrap_or(today);
    let facts = told.known(law, today)?;
    let assessment = law.law().assess(&facts, on);
    let page = ask.page("");
    let (t, language) = (page.t, page.language);
    let verdict = law.law().verdict(&assessment);
    let explained = law.explain(&assessment, language);
    let against: Vec<&ExplainedMatch<'_>> = counted(&explained, verdict).collect();
    let act = view::act(law, language, told);
    let said = view::said(law, &page, told, &facts);
    let is_barred = matches!(verdict, Verdict::NotAllowed | Verdict::Unsettled);
    let is_done = told.done || on < today;
    let mut grounds: Vec<Ground> = against.iter().map(|it| ground(law, &page, it)).collect();
    let more = grounds.split_off(grounds.len().min(GROUNDS_SHOWN));
    let mut changes = change::changes(law, language, told, today, verdict);
    let more_changes = changes.split_off(changes.len().min(CHANGES_SHOWN));
    let group = told.its_act().and_then(|id| law.law().vocabulary().act(id)).map_or("", |act| act.group.as_str());
    let open: Vec<&str> = against.iter().flat_map(|it| &it.open).map(|fact| fact.element.as_str()).collect();
    let (disputes, idle_disputes) = disputes(t, &against).into_iter().partition(|it| it.matters);
    let title = t.may_title();
    let shown = AnswerPage {
        act: view::capital(act),
        line: line(&page, law, told, &facts, on),
        verdict: view::verdict(t, verdict),
        sentence: sentence((t, language), verdict, &explained, &against, act),
        advice: advice(t, verdict, told, is_done),
        open: if verdict == Verdict::Unsettled {
            let names = told.unknown.iter().filter(|id| open.contains(&id.as_str())).cloned().collect::<Vec<_>>();
            said_of(law, &page, told, &names)
        } else {
            Vec::new()
        },
        mend: if is_barred && is_done { mend(t, group) } else { Vec::new() },
        done: if is_barred && !is_done {
            Told { done: true, ..told.clone() }.address(law, "jawaban")
        } else {
            String::new()
        },
        on: format::date(language, on),
        free: free(t, &explained, verdict, grounds.is_empty()),
        grounds,
        more,
        because: because(&against),
        disputes,
        idle_disputes,
        changes,
        more_changes,
        sanctions: if is_barred { sanctions(law, language, t, &explained, verdict) } else { Sanctions::default() },
        said,
        alike: library::alike(law, told, None).into_iter().map(|it| front::situation(it, language)).collect(),
        address: format!("{}{}", site.app.address(), told.address(law, "jawaban")),
        small: t.may_version(short(explained.law), short(&explained.fingerprint)),
        printed: t.may_printed(format::moment(language, site.now(), page.zone)),
        page: page.titled(title),
    };
    Ok((shown, verdict))
}

/// The norms that the verdict rests on, the surest first.
fn counted<'e, 'a>(explained: &'e Explanation<'a>, verdict: Verdict) -> impl Iterator<Item = &'e ExplainedMatch<'a>> {
    explained.matches.iter().filter(move |it| match verdict {
        Verdict::NotAllowed => !it.kind.allows() && it.holds == "applies",
        Verdict::Unsettled => !it.kind.allows() || it.holds != "open",
        Verdict::WithCare | Verdict::Allowed => it.kind.allows() && it.holds != "open",
    })
}

/// The first words of a hash: enough to compare by eye.
fn short(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}

fn line(page: &Page, law: &Catalogue, told: &Told, facts: &norms::facts::Facts, on: Date) -> String {
    let language = page.language;
    let who = told.facts.get("subject").map(|answers| view::words(law, language, "subject", answers));
    let when = Some(format::date(language, on));
    let election = told.election.as_deref().and_then(|id| law.election(id)).map(|it| it.name.in_language(language));
    let stage = view::stage(law, language, facts);
    let parts = [who, when, election.map(str::to_owned), stage.map(str::to_owned)];
    parts.into_iter().flatten().map(|part| format!("{}.", view::capital(&part))).collect::<Vec<_>>().join(" ")
}

fn sentence(
    (t, language): (&Messages, Language),
    verdict: Verdict,
    explained: &Explanation<'_>,
    against: &[&ExplainedMatch<'_>],
    act: &str,
) -> String {
    let capital = view::capital(act);
    // In English the act begins the sentence: its name there is a gerund.
    let named = if language == Language::Indonesian { act } else { &capital };
    match verdict {
        Verdict::Allowed => t.may_says_allowed(named),
        Verdict::WithCare => t.may_says_with_care(named),
        Verdict::Unsettled if against.iter().any(|it| it.holds == "disputed") => t.may_says_disputed(),
        Verdict::Unsettled if against.iter().any(|it| it.kind.allows()) => t.may_says_both(),
        Verdict::Unsettled => t.may_says_open(),
        Verdict::NotAllowed => match explained.gravest {
            Some(NormCategory::Criminal) => t.may_says_criminal(capital),
            Some(NormCategory::Ethics) => t.may_says_ethics(capital),
            Some(NormCategory::DisciplineLight | NormCategory::DisciplineMedium | NormCategory::DisciplineHeavy) => {
                t.may_says_discipline(capital)
            }
            _ => t.may_says_barred(capital),
        },
    }
}

fn advice(t: &Messages, verdict: Verdict, told: &Told, is_done: bool) -> String {
    // Soldiers and police officers do not vote.
    let votes = told.facts.get("subject").is_none_or(|who| who != &["military_or_police"]);
    match verdict {
        Verdict::Allowed => t.may_do_allowed(),
        Verdict::WithCare => t.may_do_with_care(),
        Verdict::Unsettled if is_done => t.may_do_ask_done(),
        Verdict::Unsettled => t.may_do_ask(),
        Verdict::NotAllowed if is_done => t.may_do_mend(),
        Verdict::NotAllowed if votes && told.its_act() != Some("deny_vote") => t.may_do_not_but_vote(),
        Verdict::NotAllowed => t.may_do_not(),
    }
}

/// Steps for whoever has done it already, by what kind of act it was.
fn mend(t: &Messages, group: &str) -> Vec<String> {
    let first = match group {
        "online" => t.may_mend_online(),
        "photo" => t.may_mend_photo(),
        "money" => t.may_mend_money(),
        "support_letter" | "candidacy" => t.may_mend_withdraw(),
        "material" => t.may_mend_material(),
        _ => t.may_mend_stop(),
    };
    vec![first, t.may_mend_note(), t.may_mend_ask()]
}

fn said_of(law: &Catalogue, page: &Page, told: &Told, names: &[String]) -> Vec<Said> {
    let vocabulary = law.law().vocabulary();
    let element = |name: &String| vocabulary.index(name).and_then(|index| vocabulary.element(index));
    let one = |element: &norms::Element| Said {
        label: element.question.in_language(page.language).to_owned(),
        words: page.t.may_unknown(),
        change: format!("{}&ubah={}", told.address(law, "tanya"), element.id),
    };
    names.iter().filter_map(element).map(one).collect()
}

fn ground(law: &Catalogue, page: &Page, it: &ExplainedMatch<'_>) -> Ground {
    let norm = it.basis.iter().filter(|basis| basis.part == Some(Part::Norm));
    Ground {
        title: view::capital(it.title),
        bases: norm.map(|basis| self::basis(law, page, basis)).collect(),
        note: it.note.map(ToString::to_string).unwrap_or_default(),
    }
}

fn basis(law: &Catalogue, page: &Page, basis: &ExplainedBasis) -> Basis {
    let provision = basis.provision.as_deref().and_then(|id| law.provision(&basis.instrument, id));
    Basis {
        link: link(law, page.language, basis),
        says: provision.map_or_else(String::new, |it| it.text.in_language(page.language).to_owned()),
        doubt: match basis.certainty {
            Some(certainty @ (Certainty::Partial | Certainty::Memory)) => crate::public::certainty(page.t, certainty),
            _ => String::new(),
        },
    }
}

/// The provision as it is cited, leading to its place in the rules.
pub fn link(law: &Catalogue, language: Language, basis: &ExplainedBasis) -> RuleLink {
    let words = article_words(&basis.citation, &basis.article, language);
    match law.instrument(&basis.instrument) {
        None => words,
        Some(instrument) => match basis.provision.as_deref().and_then(|id| instrument.provision(id)) {
            Some(provision) => provision_link(law, language, instrument, provision),
            None => RuleLink { href: rule_link(law, language, instrument).href, ..words },
        },
    }
}

/// Why nothing stands against it.
fn free(t: &Messages, explained: &Explanation<'_>, verdict: Verdict, has_no_ground: bool) -> Vec<String> {
    if !matches!(verdict, Verdict::Allowed | Verdict::WithCare) {
        return Vec::new();
    }
    let mut lines: Vec<String> = Vec::new();
    for exception in &explained.exceptions {
        if !lines.iter().any(|known| known == exception.because) {
            lines.push(exception.because.to_owned());
        }
    }
    if lines.is_empty() && has_no_ground {
        lines.push(t.may_no_norm());
    }
    lines
}

/// The facts on which the first norm rests.
fn because(against: &[&ExplainedMatch<'_>]) -> Vec<String> {
    let facts = against.first().into_iter().flat_map(|it| &it.because);
    // What the answer is about stands in the heading, and what only examiners find out was not asked.
    let facts = facts.filter(|fact| fact.element != "act" && fact.element != "intent");
    facts.map(|fact| format!("{}: {}", fact.label, fact.words.join(", "))).collect()
}

fn disputes(t: &Messages, against: &[&ExplainedMatch<'_>]) -> Vec<Disputed> {
    let mut seen = Vec::new();
    let mut found = Vec::new();
    for dispute in against.iter().flat_map(|it| &it.disputes) {
        if seen.contains(&(dispute.instrument, dispute.dispute)) {
            continue;
        }
        seen.push((dispute.instrument, dispute.dispute));
        let holds = |code: &str| match code {
            "applies" => t.may_reading_applies(),
            "does_not_apply" => t.may_reading_free(),
            _ => t.may_reading_open(),
        };
        let first = dispute.readings.first().map(|it| it.holds);
        let matters = dispute.readings.iter().any(|it| Some(it.holds) != first);
        let readings = dispute.readings.iter().map(|it| (it.text.to_string(), it.support.to_string(), holds(it.holds)));
        found.push(Disputed {
            matter: dispute.matter.to_string(),
            readings: readings.collect(),
            treatment: dispute.treatment.to_string(),
            matters,
        });
    }
    found
}
