//! A letter signed by hand, published by two people; and the numbers that the register gives.

use crate::journey::{draft, due, everyone, work};
use base::{Date, parse_iso_date};
use domain::circular::numbering::NumberRefusal;
use domain::circular::on_paper::{PaperRefusal, SCAN_BYTES, ScanState};
use domain::circular::{Ending, Signatory, State};
use domain::drive::{Asks, DriveFlaw};
use domain::ids::CircularId;
use domain::media::{Media, UploadFlaw};
use domain::policy::Role;
use service::testing::{PlainPress, World};
use service::{Fault, PaperView, PublicCircular, PublishCommand, Refusal, ScanCommand};

crate::on_both_engines!(
    two_people_publish_a_letter_on_paper,
    a_revision_on_paper_replaces_what_it_revises,
    nobody_confirms_what_they_uploaded,
    a_draft_that_changed_is_not_what_was_signed,
    a_scan_is_sent_back_with_a_reason_and_another_follows,
    what_is_no_letter_is_not_taken,
    a_number_comes_later_and_is_corrected_on_the_record,
    the_same_number_twice_in_a_year_is_asked_about,
);

const SCAN: &[u8] = b"%PDF-1.7 surat yang ditandatangani %%EOF";

fn day(text: &str) -> Date {
    parse_iso_date(text).unwrap()
}

fn command() -> ScanCommand {
    ScanCommand {
        version: 1,
        number: Some("270/343-Huk".to_owned()),
        dated: day("2024-10-11"),
        signatory: Signatory {
            tenure: "Pj.".to_owned(),
            title: "Bupati Sukamaju".to_owned(),
            name: "Rahmat Contoh".to_owned(),
        },
        due: due(),
        know_by: None,
        pass_mark: 4,
        asks: Asks::Check,
        tries: Some(2),
    }
}

async fn send(world: &World, role: Role, id: CircularId, command: ScanCommand, file: &[u8]) -> Result<(), Fault> {
    world.app.submit_scan(&world.caller(&world.town, role), id, command, file.to_vec(), &PlainPress).await
}

async fn look(world: &World, role: Role, id: CircularId) -> PaperView {
    world.app.paper_issue(&world.caller(&world.town, role), id).await.unwrap()
}

async fn confirm(world: &World, role: Role, id: CircularId) -> Result<(), Fault> {
    let scan = look(world, Role::PersonnelOfficer, id).await.scan.unwrap().id;
    world.app.confirm_scan(&world.caller(&world.town, role), id, scan).await
}

pub fn refused(outcome: Result<(), Fault>) -> Refusal {
    match outcome {
        Err(Fault::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

async fn two_people_publish_a_letter_on_paper(world: World) {
    let id = draft(&world, everyone()).await;
    send(&world, Role::LegalOfficer, id, command(), SCAN).await.unwrap();
    // The second tap finds the first.
    let again = refused(send(&world, Role::LegalOfficer, id, command(), SCAN).await);
    assert_eq!(again, Refusal::Paper(PaperRefusal::AnotherWaiting));
    let name = &world.town.institution.short_name;
    assert!(matches!(world.app.public_circular(name, &id.to_string()).await, Err(Fault::NotFound)));
    let view = look(&world, Role::PersonnelOfficer, id).await;
    assert!(view.may_confirm && !view.is_own);
    confirm(&world, Role::PersonnelOfficer, id).await.unwrap();
    assert_eq!(refused(confirm(&world, Role::PersonnelOfficer, id).await), Refusal::Paper(PaperRefusal::NotWaiting));
    work(&world).await;

    let Ok(PublicCircular::Published(found)) = world.app.public_circular(name, &id.to_string()).await else {
        panic!("it is not public");
    };
    let State::Published { signatory, .. } = &found.circular.state else { panic!("it is a draft") };
    assert_eq!(*signatory, command().signatory, "who signed the paper, whoever holds the post in the register");
    assert_eq!((found.circular.dated, found.circular.number.as_deref()), (day("2024-10-11"), Some("270/343-Huk")));
    let scan = found.scan.clone().unwrap();
    let ScanState::Confirmed(by) = &scan.state else { panic!("{:?}", scan.state) };
    let offices = [scan.submitted.office.as_str(), by.office.as_str()];
    assert_eq!(offices, ["Jabatan contoh, Puskesmas Melati (rekaan)"; 2]);
    assert_ne!(scan.submitted.person, by.person);
    assert_eq!(world.app.public_scan(name, id).await.unwrap(), Some((Media::Pdf, SCAN.to_vec())));
    // No letter is rendered beside the one on paper, and everyone bound has the task.
    assert_eq!(world.app.letter_pdf(name, id).await.unwrap(), None);
    let token = found.letter.unwrap().token;
    let verified = world.app.verify(world.caller(&world.town, Role::Employee).occasion, token.as_str()).await;
    assert_eq!(verified.unwrap().unwrap().circular.unwrap().scan, Some(scan));
    let home = world.app.home(&world.caller(&world.town, Role::Employee)).await.unwrap();
    assert_eq!(home.tasks.len(), 1);
}

async fn a_revision_on_paper_replaces_what_it_revises(world: World) {
    let first = publish(&world).await;
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let id = world.app.begin_revision(&officer, first).await.unwrap();
    send(&world, Role::LegalOfficer, id, command(), SCAN).await.unwrap();
    confirm(&world, Role::PersonnelOfficer, id).await.unwrap();
    let old = world.app.draft(&officer, first).await.unwrap().circular;
    assert_eq!(old.end.map(|end| end.how), Some(Ending::Replaced { by: id }));
    let drives = world.app.drives(&officer).await.unwrap();
    let of_revision = drives.iter().find(|it| it.circular.id == id).map(|it| &it.drive).unwrap();
    assert!(of_revision.only_changed);
    assert_eq!((of_revision.asks, of_revision.tries), (Asks::Check, Some(2)));
}

async fn nobody_confirms_what_they_uploaded(world: World) {
    let id = draft(&world, everyone()).await;
    send(&world, Role::PersonnelOfficer, id, command(), SCAN).await.unwrap();
    assert!(!look(&world, Role::PersonnelOfficer, id).await.may_confirm);
    let own = refused(confirm(&world, Role::PersonnelOfficer, id).await);
    assert_eq!(own, Refusal::Paper(PaperRefusal::SamePerson));
    for role in [Role::DecidingAuthority, Role::HeadOfUnit, Role::InstitutionAdministrator, Role::Employee] {
        assert!(matches!(confirm(&world, role, id).await, Err(Fault::Denied(_))), "{}", role.code());
    }
    assert_eq!(
        world.app.draft(&world.caller(&world.town, Role::LegalOfficer), id).await.unwrap().circular.state,
        State::Draft
    );
    confirm(&world, Role::LegalOfficer, id).await.unwrap();
}

async fn a_draft_that_changed_is_not_what_was_signed(world: World) {
    let id = draft(&world, everyone()).await;
    send(&world, Role::LegalOfficer, id, command(), SCAN).await.unwrap();
    let officer = || world.caller(&world.town, Role::PersonnelOfficer);
    let circular = world.app.draft(&officer(), id).await.unwrap().circular;
    world.app.save_draft(&officer(), id, 1, None, circular.body, circular.addressees).await.unwrap();
    let changed = refused(confirm(&world, Role::PersonnelOfficer, id).await);
    assert_eq!(changed, Refusal::Paper(PaperRefusal::DraftChanged));
    // What the head of region publishes in the program meanwhile leaves nothing to confirm.
    let command = PublishCommand::for_pact(2, due(), 4);
    let head = world.caller(&world.town, Role::DecidingAuthority);
    world.app.publish_circular(&head, id, command).await.unwrap();
    let late = refused(confirm(&world, Role::PersonnelOfficer, id).await);
    assert_eq!(late, Refusal::Paper(PaperRefusal::AlreadyPublished));
}

async fn a_scan_is_sent_back_with_a_reason_and_another_follows(world: World) {
    let id = draft(&world, everyone()).await;
    send(&world, Role::LegalOfficer, id, command(), SCAN).await.unwrap();
    let scan = look(&world, Role::LegalOfficer, id).await.scan.unwrap().id;
    let back = |role, reason: &'static str| {
        let (app, caller) = (world.app.clone(), world.caller(&world.town, role));
        async move { app.return_scan(&caller, id, scan, reason).await }
    };
    let silent = refused(back(Role::PersonnelOfficer, "  ").await);
    assert_eq!(silent, Refusal::Paper(PaperRefusal::ReasonMissing));
    assert!(matches!(back(Role::DecidingAuthority, "Beda").await, Err(Fault::Denied(_))));
    back(Role::PersonnelOfficer, "Butir 2 berbeda").await.unwrap();
    let over = refused(back(Role::PersonnelOfficer, "Butir 2 berbeda").await);
    assert_eq!(over, Refusal::Paper(PaperRefusal::NotWaiting));
    let ScanState::Returned(_, reason) = look(&world, Role::LegalOfficer, id).await.scan.unwrap().state else {
        panic!("it was not sent back")
    };
    assert_eq!(reason, "Butir 2 berbeda");
    send(&world, Role::LegalOfficer, id, command(), SCAN).await.unwrap();
    confirm(&world, Role::PersonnelOfficer, id).await.unwrap();
}

async fn what_is_no_letter_is_not_taken(world: World) {
    let id = draft(&world, everyone()).await;
    let huge = [b"%PDF-".to_vec(), vec![b' '; SCAN_BYTES], b"%%EOF".to_vec()].concat();
    for (file, flaw) in
        [(Vec::new(), UploadFlaw::Missing), (b"MZ\x90 surat.pdf".to_vec(), UploadFlaw::Kind), (huge, UploadFlaw::Size)]
    {
        assert_eq!(refused(send(&world, Role::LegalOfficer, id, command(), &file).await), Refusal::Upload(flaw));
    }
    let (tomorrow, yesterday) = (day("2024-10-15"), day("2024-10-13"));
    let nobody = Signatory { tenure: String::new(), title: "Bupati".to_owned(), name: " ".to_owned() };
    for (wrong, refusal) in [
        (ScanCommand { dated: tomorrow, ..command() }, PaperRefusal::DatedLater),
        (ScanCommand { due: yesterday, ..command() }, PaperRefusal::Drive(vec![DriveFlaw::DueBeforeToday])),
        (ScanCommand { pass_mark: 6, ..command() }, PaperRefusal::Drive(vec![DriveFlaw::PassMark])),
        (ScanCommand { number: Some("9".repeat(61)), ..command() }, PaperRefusal::NumberLong),
        (ScanCommand { signatory: nobody, ..command() }, PaperRefusal::SignatoryMissing),
    ] {
        let outcome = send(&world, Role::LegalOfficer, id, wrong, SCAN).await;
        assert_eq!(refused(outcome), Refusal::Paper(refusal));
    }
    let other = ScanCommand { version: 7, ..command() };
    assert!(matches!(send(&world, Role::LegalOfficer, id, other, SCAN).await, Err(Fault::Conflict)));
    assert!(matches!(send(&world, Role::DecidingAuthority, id, command(), SCAN).await, Err(Fault::Denied(_))));
    assert_eq!(look(&world, Role::LegalOfficer, id).await.scan, None, "nothing of it was kept");
}

async fn publish(world: &World) -> CircularId {
    let id = draft(world, everyone()).await;
    let head = world.caller(&world.town, Role::DecidingAuthority);
    let command = PublishCommand::for_pact(1, due(), 4);
    world.app.publish_circular(&head, id, command).await.unwrap();
    work(world).await;
    id
}

async fn give(world: &World, id: CircularId, number: &str, reason: &str, meant: bool) -> Result<(), Fault> {
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    world.app.give_number(&officer, id, number, reason, meant).await
}

async fn a_number_comes_later_and_is_corrected_on_the_record(world: World) {
    let waiting = draft(&world, everyone()).await;
    assert_eq!(refused(give(&world, waiting, "1", "", false).await), Refusal::Number(NumberRefusal::Draft));
    let id = publish(&world).await;
    let name = &world.town.institution.short_name;
    let letter = world.app.letter_pdf(name, id).await.unwrap();
    give(&world, id, " 270/343-Huk ", "tanpa arti", false).await.unwrap();
    for (number, reason, refusal) in [
        ("270/343-Huk", "sama", NumberRefusal::Same),
        ("", "kosong", NumberRefusal::NumberMissing),
        ("270/344-Huk", " ", NumberRefusal::ReasonMissing),
    ] {
        assert_eq!(refused(give(&world, id, number, reason, false).await), Refusal::Number(refusal));
    }
    give(&world, id, "270/344-Huk", "Salah baca buku agenda", false).await.unwrap();
    let Ok(PublicCircular::Published(found)) = world.app.public_circular(name, &id.to_string()).await else {
        panic!("it is not public");
    };
    assert_eq!(found.circular.number.as_deref(), Some("270/344-Huk"));
    assert_eq!(found.letter.unwrap().number.as_deref(), Some("270/344-Huk"));
    let history: Vec<_> = found.numbers.iter().map(|it| (it.number.as_str(), it.reason.as_str())).collect();
    assert_eq!(history, [("270/344-Huk", "Salah baca buku agenda"), ("270/343-Huk", "")]);
    assert_eq!(world.app.letter_pdf(name, id).await.unwrap(), letter, "what people hold stays as it is");
    let legal = world.caller(&world.town, Role::LegalOfficer);
    assert!(matches!(world.app.give_number(&legal, id, "1", "x", false).await, Err(Fault::Denied(_))));
}

async fn the_same_number_twice_in_a_year_is_asked_about(world: World) {
    let officer = || world.caller(&world.town, Role::PersonnelOfficer);
    world.app.set_number_pattern(&officer(), "800/{nomor}/{tahun}").await.unwrap();
    assert!(matches!(
        world.app.set_number_pattern(&officer(), "800/{tahun}").await,
        Err(Fault::Refused(Refusal::Pattern(_)))
    ));
    let (first, second) = (publish(&world).await, publish(&world).await);
    let view = world.app.number_view(&officer(), first).await.unwrap();
    assert_eq!(view.propose(" 343 ").number, "800/343/2024");
    assert_eq!(view.propose("270/9-Huk").number, "270/9-Huk", "a whole number is left as it is");
    give(&world, first, "800/343/2024", "", false).await.unwrap();
    let proposed = world.app.number_view(&officer(), second).await.unwrap().propose("343");
    assert_eq!(proposed.taken_by, ["Netralitas pegawai"]);
    assert_eq!(
        refused(give(&world, second, "800/343/2024", "", false).await),
        Refusal::Number(NumberRefusal::Duplicate)
    );
    give(&world, second, "800/343/2024", "", true).await.unwrap();
}
