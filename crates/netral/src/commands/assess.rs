//! What the law says of facts: from a file or the input, or asked in the terminal.

use super::law::embedded;
use crate::failure::{During, Failure};
use base::{Date, Language};
use norms::{Answers, Audience, Catalogue, Inquiry, InquiryFault, WrittenInquiry};
use serde::Serialize;
use std::io::{BufRead, Write};
use std::path::Path;

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// One JSON object a line
    Json,
    /// Text for people
    Text,
}

/// What is written of an assessment, and how.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// As JSON or as text.
    pub format: Format,
    /// Whether what follows is left out.
    pub reasons: bool,
    /// In which language.
    pub language: Language,
}

/// Reads facts from a file or the input, one JSON object or one a line, and writes what the law says of each.
///
/// # Errors
/// At the first fault: its line, its field, and how to mend it. What was written before stays.
pub fn run(file: Option<&Path>, today: Date, style: Style) -> Result<(), Failure> {
    let catalogue = embedded()?;
    let stdin = std::io::stdin;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    match file.filter(|file| *file != Path::new("-")) {
        None => assess(&catalogue, &mut stdin().lock(), &mut out, today, style)?,
        Some(file) => {
            let opened = std::fs::File::open(file)
                .map_err(|error| Failure::usage(format!("the file {} cannot be read: {error}", file.display())))?;
            assess(&catalogue, &mut std::io::BufReader::new(opened), &mut out, today, style)?;
        }
    }
    out.flush().during("the result cannot be written")
}

/// The answer to one inquiry, with the writer's own name for it.
#[derive(Serialize)]
struct Answered<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(flatten)]
    explanation: norms::Explanation<'a>,
}

fn assess(
    catalogue: &Catalogue,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
    today: Date,
    style: Style,
) -> Result<(), Failure> {
    let language = style.language;
    let mut entries = Entries { input, line: 0 };
    let mut is_first = true;
    while let Some((line, text)) = entries.next(is_first)? {
        let written: WrittenInquiry = serde_json::from_str(text.trim_end()).map_err(|error| {
            let at = line + error.line().saturating_sub(1);
            Failure::usage(format!("line {at}, column {}: {error}", error.column()))
        })?;
        let id = written.id.clone();
        let fault = |fault: InquiryFault| {
            Failure::usage(format!("line {line}, {}: {}", fault.field(), fault.message(language)))
        };
        let inquiry = written.about(today).map_err(fault)?;
        let assessment = catalogue.assess(&inquiry).map_err(fault)?;
        let explanation = if style.reasons {
            catalogue.reasons(&assessment, language)
        } else {
            catalogue.explain(&assessment, language)
        };
        match style.format {
            Format::Json => {
                let answered = Answered { id: id.as_deref(), explanation };
                serde_json::to_writer(&mut *out, &answered).during("the result cannot be written")?;
                writeln!(out).during("the result cannot be written")?;
            }
            Format::Text => {
                if !is_first {
                    writeln!(out, "\n----").during("the result cannot be written")?;
                }
                let named = id.map(|id| format!("{id}\n")).unwrap_or_default();
                write!(out, "{named}{}", explanation.to_text(language)).during("the result cannot be written")?;
            }
        }
        is_first = false;
    }
    if is_first {
        Err(Failure::usage("there are no facts to assess: give one JSON object, or one a line"))
    } else {
        Ok(())
    }
}

/// The JSON objects of an input: one over several lines, or one a line.
struct Entries<'a> {
    input: &'a mut dyn BufRead,
    line: usize,
}

impl Entries<'_> {
    /// The next object with the number of its first line. The first one may go over several lines when its first line is not
    /// whole by itself.
    fn next(&mut self, is_first: bool) -> Result<Option<(usize, String)>, Failure> {
        let mut text = String::new();
        loop {
            text.clear();
            let read = self.input.read_line(&mut text).during("the facts cannot be read")?;
            if read == 0 {
                return Ok(None);
            }
            self.line += 1;
            if !text.trim().is_empty() {
                break;
            }
        }
        let first = self.line;
        let ends_early = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_err_and(|error| error.is_eof());
        if is_first && ends_early {
            self.input.read_to_string(&mut text).during("the facts cannot be read")?;
            self.line = usize::MAX;
        }
        Ok(Some((first, text)))
    }
}

/// Asks in the terminal, only what still matters, and tells what the law says.
///
/// # Errors
/// When the act does not exist, or the terminal goes away.
pub fn ask(act: Option<&str>, election: Option<String>, on: Date, language: Language) -> Result<(), Failure> {
    let catalogue = embedded()?;
    let (stdin, stdout) = (std::io::stdin(), std::io::stdout());
    let mut terminal = Terminal { input: &mut stdin.lock(), out: &mut stdout.lock(), language };
    interview(&catalogue, &mut terminal, act, election, on)
}

struct Terminal<'a> {
    input: &'a mut dyn BufRead,
    out: &'a mut dyn Write,
    language: Language,
}

impl Terminal<'_> {
    const fn word(&self, indonesian: &'static str, english: &'static str) -> &'static str {
        match self.language {
            Language::Indonesian => indonesian,
            Language::English => english,
        }
    }

    fn write(&mut self, text: &str) -> Result<(), Failure> {
        writeln!(self.out, "{text}").and_then(|()| self.out.flush()).during("the question cannot be written")
    }

    /// The place of the chosen answer; nothing for *I do not know*.
    fn choose(&mut self, question: &str, help: Option<&str>, answers: &[&str]) -> Result<Option<usize>, Failure> {
        self.write(&format!("\n{question}"))?;
        if let Some(help) = help {
            self.write(help)?;
        }
        for (place, answer) in answers.iter().enumerate() {
            self.write(&format!("  {}. {answer}", place + 1))?;
        }
        self.write(&format!("  0. {}", self.word("Saya tidak tahu", "I do not know")))?;
        loop {
            let mut line = String::new();
            if self.input.read_line(&mut line).during("the answer cannot be read")? == 0 {
                return Err(Failure::usage(self.word("Tanya jawab dihentikan.", "The interview was left.")));
            }
            match line.trim().parse::<usize>() {
                Ok(0) => return Ok(None),
                Ok(place) if place <= answers.len() => return Ok(Some(place - 1)),
                _ => {
                    let last = answers.len();
                    let ask = match self.language {
                        Language::Indonesian => format!("Tulis angka 0 sampai {last}."),
                        Language::English => format!("Type a number from 0 to {last}."),
                    };
                    self.write(&ask)?;
                }
            }
        }
    }
}

fn interview(
    catalogue: &Catalogue,
    terminal: &mut Terminal<'_>,
    act: Option<&str>,
    election: Option<String>,
    on: Date,
) -> Result<(), Failure> {
    let language = terminal.language;
    let law = catalogue.law();
    let vocabulary = law.vocabulary();
    let act = match act {
        Some(act) => act.to_owned(),
        None => chosen_act(catalogue, terminal)?,
    };
    let mut inquiry = Inquiry { on, election, acts: vec![act], facts: Answers::default() };
    let mut unknown = Vec::new();
    loop {
        let told = catalogue.told(&inquiry);
        let told = told.map_err(|fault| Failure::usage(format!("{}: {}", fault.field(), fault.message(language))))?;
        let Some(facts) = told.first().map(|facts| vocabulary.planned(*facts)) else { return Ok(()) };
        let Some(next) = law.next_question(&facts, on, Audience::Everyone, &unknown) else { break };
        let Some(element) = vocabulary.element(next) else { break };
        let possible: Vec<_> =
            facts.possible(vocabulary.layout(), next).filter_map(|it| element.answers.get(it as usize)).collect();
        let words: Vec<&str> = possible.iter().map(|answer| answer.label.in_language(language)).collect();
        let help = element.help.as_ref().map(|help| help.in_language(language));
        match terminal.choose(element.question.in_language(language), help, &words)? {
            None => unknown.push(next),
            Some(place) => {
                if let Some(answer) = possible.get(place) {
                    inquiry.facts.0.insert(element.id.clone(), vec![answer.id.clone()]);
                }
            }
        }
    }
    let told = catalogue.told(&inquiry);
    let told = told.map_err(|fault| Failure::usage(format!("{}: {}", fault.field(), fault.message(language))))?;
    let planned: Vec<_> = told.into_iter().map(|facts| vocabulary.planned(facts)).collect();
    let assessment = law.assess_all(&planned, on);
    let text = catalogue.explain(&assessment, language).to_text(language);
    terminal.write(&format!("\n{}", text.trim_end()))
}

fn chosen_act(catalogue: &Catalogue, terminal: &mut Terminal<'_>) -> Result<String, Failure> {
    let vocabulary = catalogue.law().vocabulary();
    let language = terminal.language;
    loop {
        let groups: Vec<&str> = vocabulary.groups().iter().map(|it| it.label.in_language(language)).collect();
        let question = terminal.word("Tentang apa?", "What is it about?");
        let Some(group) = terminal.choose(question, None, &groups)?.and_then(|place| vocabulary.groups().get(place))
        else {
            continue;
        };
        let acts: Vec<_> = vocabulary.acts().iter().filter(|act| act.group == group.id).collect();
        let labels: Vec<&str> = acts.iter().map(|act| act.label.in_language(language)).collect();
        let question = terminal.word("Apa yang dilakukan?", "What is done?");
        if let Some(act) = terminal.choose(question, None, &labels)?.and_then(|place| acts.get(place)) {
            return Ok(act.id.clone());
        }
    }
}

#[cfg(test)]
mod tests;
