//! What somebody typed about a circular is never lost, and what lies behind a link is there.

use crate::Stage;
use crate::access::steps::{pact, publish, read, sign, task};
use base::{Date, parse_iso_date};
use domain::policy::Role;
use service::PublishCommand;
use service::testing::papers::keep_draft;
use std::time::Duration;

const DRAFT: [(&str, &str); 5] = [
    ("versi", "1"),
    ("perihal", "Netralitas pegawai"),
    ("pemilihan", "Pilkada 2024"),
    ("dasar", "pp-2021-94"),
    ("kategori", "pns"),
];

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_overtaken_keeps_what_they_wrote() {
    let stage = Stage::new().await;
    let id = keep_draft(&stage.world, &stage.world.town).await.id;
    let path = format!("/edaran/{id}/susun");
    let mut first = stage.browser_of(Role::PersonnelOfficer).await;
    let mut second = stage.browser_of(Role::LegalOfficer).await;
    let form = |text| DRAFT.into_iter().chain([("butir-1", text)]).collect::<Vec<_>>();
    assert_eq!(first.post(&path, &form("Butir yang pertama.")).await.status, 303);

    let overtaken = second.post(&path, &form("Butir yang kedua.")).await;
    assert_eq!(overtaken.status, 409);
    assert!(overtaken.body.contains("Butir yang kedua."), "what was typed stays");
    assert!(overtaken.body.contains("Orang lain menyimpan naskah ini"));
    assert!(overtaken.body.contains(r##"href="#naskah-tersimpan""##));
    assert!(overtaken.body.contains(r#"name="versi" value="2""#), "saving again is possible, knowingly");
    assert!(first.get(&path).await.body.contains("Butir yang pertama."), "nothing was written over");

    let mut again = form("Butir yang kedua.");
    again[0] = ("versi", "2");
    assert_eq!(second.post(&path, &again).await.status, 303);
    assert!(first.get(&path).await.body.contains("Butir yang kedua."));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_edits_what_was_published_meanwhile_can_still_copy_their_words() {
    let stage = Stage::new().await;
    let id = publish(&stage.world, &stage.world.town, "Netralitas").await;
    let mut officer = stage.browser_of(Role::PersonnelOfficer).await;
    let form: Vec<_> = DRAFT.into_iter().chain([("butir-1", "Terlambat.")]).collect();
    let answer = officer.post(&format!("/edaran/{id}/susun"), &form).await;
    assert_eq!(answer.status, 409);
    assert!(answer.body.contains("Terlambat.") && answer.body.contains("terbit sesudah Anda membukanya"));
}

#[tokio::test(flavor = "multi_thread")]
async fn posts_are_picked_by_their_titles_and_told_everywhere() {
    let stage = Stage::new().await;
    let id = keep_draft(&stage.world, &stage.world.town).await.id;
    let path = format!("/edaran/{id}/susun");
    let mut officer = stage.browser_of(Role::PersonnelOfficer).await;
    let form = |more: &[(&'static str, &'static str)]| {
        DRAFT.into_iter().chain([("butir-1", "Menjaga netralitas.")]).chain(more.iter().copied()).collect::<Vec<_>>()
    };
    let found = officer.post(&path, &form(&[("aksi", "cari"), ("cari", "KEPALA  pus")])).await;
    assert_eq!(found.status, 200);
    for part in ["Menjaga netralitas.", r#"value="Kepala Puskesmas Melati""#, "Dipegang 1 orang hari ini"] {
        assert!(found.body.contains(part), "{part}");
    }
    let all = officer.post(&path, &form(&[("aksi", "semua"), ("dicari", "kepala pus"), ("cari", "bupati")])).await;
    assert!(all.body.contains(r#"value="Kepala Puskesmas Melati" checked"#) && !all.body.contains("Bupati Sukamaju"));
    let nothing = officer.post(&path, &form(&[("aksi", "cari"), ("cari", "gubernur")])).await;
    assert!(nothing.body.contains("Tidak ada jabatan lain yang cocok"));
    let titles: [&str; 201] = std::array::from_fn(|n| &*format!("Jabatan {n}").leak());
    let many: Vec<_> = titles.iter().map(|title| ("jabatan-daftar", *title)).collect();
    let many = officer.post(&path, &form(&many)).await;
    assert!(many.status == 422 && many.body.contains(r##"href="#jabatan-daftar""##), "{}", many.status);

    let chosen = [("jabatan-daftar", "Kepala Puskesmas Melati"), ("jabatan-daftar", "Lurah Rawa")];
    assert_eq!(officer.post(&path, &form(&chosen)).await.status, 303);
    let told = "tidak ada yang memegang jabatan ini: Lurah Rawa.";
    for page in [&path, &format!("/edaran/{id}/terbit")] {
        assert!(officer.get(page).await.body.contains(told), "{page}");
    }
    let head = stage.world.caller(&stage.world.town, Role::DecidingAuthority);
    let command = PublishCommand::for_pact(2, parse_iso_date("2024-10-18").unwrap(), 4);
    stage.world.app.publish_circular(&head, id, command).await.unwrap();
    for page in ["/edaran/{id}/terbit", "/kabupaten-sukamaju/edaran/{id}", "/gerakan/baru?edaran={id}"] {
        let shown = officer.get(&page.replace("{id}", &id.to_string())).await.body;
        assert!(shown.contains("Kepala Puskesmas Melati; Lurah Rawa"), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pact_whose_copy_is_in_the_making_is_no_page_that_does_not_exist() {
    let stage = Stage::new().await;
    let (world, town) = (&stage.world, &stage.world.town);
    publish(world, town, "Netralitas").await;
    crate::access::steps::work(world).await;
    sign(world, town, Role::Employee).await;
    let pact = pact(world, town, Role::Employee).await;
    let mut employee = stage.browser_of(Role::Employee).await;
    let path = format!("/dokumen/{pact}/pakta.pdf");
    let answer = employee.get(&path).await;
    assert_eq!(answer.status, 303);
    let page = employee.get(answer.location()).await;
    assert!(page.status == 200 && page.body.contains("Salinan sedang dibuat"), "{}", answer.location());
    crate::access::steps::work(world).await;
    assert_eq!(employee.get(&path).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_head_of_region_sees_numbers_and_no_way_to_names() {
    let stage = Stage::new().await;
    publish(&stage.world, &stage.world.town, "Netralitas").await;
    crate::access::steps::work(&stage.world).await;
    let link = "/ikhtisar/belum?gerakan=";
    let mut authority = stage.browser_of(Role::DecidingAuthority).await;
    let page = authority.get("/ikhtisar").await;
    assert!(page.status == 200 && !page.body.contains(link));
    let mut inspector = stage.browser_of(Role::Inspector).await;
    assert!(inspector.get("/ikhtisar").await.body.contains(link));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_without_work_is_not_called_the_last_working_day() {
    let stage = Stage::new().await;
    let (world, town) = (&stage.world, &stage.world.town);
    let sunday: Date = parse_iso_date("2024-10-20").unwrap();
    let id = keep_draft(world, town).await.id;
    let command = PublishCommand::for_pact(1, sunday, 4);
    world.app.publish_circular(&world.caller(town, Role::DecidingAuthority), id, command).await.unwrap();
    crate::access::steps::work(world).await;
    for (days, words) in [(4, "Hari ini hari kerja terakhir."), (5, "Tidak ada hari kerja lagi")] {
        stage.clock.set(world.now.plus(Duration::from_secs(days * 24 * 60 * 60)));
        let page = stage.browser_of(Role::Employee).await.get("/beranda").await.body;
        assert!(page.contains(words), "{days} days after Monday: {page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_tells_which_circular_was_read_and_nothing_of_failed_tries() {
    let stage = Stage::new().await;
    let (world, town) = (&stage.world, &stage.world.town);
    let circular = publish(world, town, "Netralitas").await;
    crate::access::steps::work(world).await;
    let task = task(world, town, Role::Employee, circular).await;
    read(world, town, Role::Employee, task).await;
    let caller = || world.caller(town, Role::Employee);
    for right in [false, true] {
        let check = world.app.check(&caller(), task).await.unwrap();
        let answer = |question: &norms::Question| u8::try_from(question.correct + usize::from(!right)).unwrap() % 3;
        let answers = check.questions.iter().map(|question| Some(answer(question))).collect();
        world.app.answer_check(&caller(), task, check.attempt, answers).await.unwrap();
    }
    let person = town.person(Role::Employee).person;
    let page = stage.browser_of(Role::HeadOfUnit).await.get(&format!("/pegawai/{person}/pengetahuan")).await.body;
    assert!(page.contains("Belum ada nomor") && page.contains("Tanggal</dt>"), "{page}");
    assert!(!page.contains("Percobaan") && !page.contains("Versi"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_server_of_certified_signatures_says_is_shown_and_nothing_that_was_typed() {
    let mut stage = Stage::new().await;
    let id = publish(&stage.world, &stage.world.town, "Netralitas").await;
    crate::access::steps::work(&stage.world).await;
    let path = format!("/edaran/{id}/tersertifikasi");
    let mut head = stage.browser_of(Role::DecidingAuthority).await;
    assert_eq!(head.get(&path).await.status, 404, "without a server there is nothing of it");
    assert!(!head.get(&format!("/edaran/{id}/terbit")).await.body.contains(&path));

    stage.site.app = stage.site.app.clone().signing_through(std::sync::Arc::new(crate::press::Refusing));
    let mut head = stage.browser_of(Role::DecidingAuthority).await;
    assert!(head.get(&format!("/edaran/{id}/terbit")).await.body.contains(&path));
    let page = head.get(&path).await;
    assert!(page.body.contains("esign.example") && page.body.contains("belum pernah dicoba"), "{}", page.body);
    let (nik, passphrase) = ("3399025203900777", "frasa sandi rahasia");
    let wrong = head.post(&path, &[("kali", "0"), ("nik", "33990252039007"), ("passphrase", passphrase)]).await;
    assert!(wrong.status == 422 && wrong.body.contains("NIK terdiri atas 16 angka"), "{}", wrong.body);
    // As it stands on the card, in groups.
    let sent = [("kali", "0"), ("nik", "3399 0252 0390 0777"), ("passphrase", passphrase)];
    let answer = head.post(&path, &sent).await;
    assert_eq!((answer.status, answer.location()), (303, path.as_str()));
    let told = head.get(&path).await;
    assert!(told.body.contains("Passphrase Anda tidak diterima"), "{}", told.body);
    assert!(told.body.contains("&#60;b&#62;Passphrase&#60;/b&#62; anda salah"), "shown as text: {}", told.body);
    assert!(told.body.contains(r#"name="kali" value="1""#));
    assert_eq!(head.post(&path, &sent).await.status, 303, "a second tap finds what came of the first");
    let again = head.get(&path).await;
    assert!(again.body.contains(r#"name="kali" value="1""#), "and sends nothing");
    // Where a proof comes first, a form of which nothing but secrets was typed does not come back empty.
    stage.wait(stage.world.now, 6);
    let asked = head.post(&path, &sent).await;
    let on = url::form_urlencoded::byte_serialize(path.as_bytes()).collect::<String>();
    assert_eq!((asked.status, asked.location()), (303, format!("/akun/konfirmasi?ke={on}").as_str()));
    for page in [wrong, told, again] {
        assert!(![nik, "33990252039007", passphrase].iter().any(|typed| page.body.contains(typed)), "{}", page.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_provision_has_its_address_and_reading_is_confirmed_after_the_last() {
    let stage = Stage::new().await;
    let (world, town) = (&stage.world, &stage.world.town);
    let id = keep_draft(world, town).await.id;
    let command = PublishCommand::for_pact(1, parse_iso_date("2024-10-18").unwrap(), 4);
    world.app.publish_circular(&world.caller(town, Role::DecidingAuthority), id, command).await.unwrap();
    crate::access::steps::work(world).await;
    let task = task(world, town, Role::Employee, id).await;
    let path = format!("/tugas/{task}/baca");
    let at = |body: &str, what: &str| body.find(what).unwrap_or_else(|| panic!("{what} is not in {body}"));

    let public = stage.browser().get(&format!("/{}/edaran/{id}", town.institution.short_name)).await.body;
    let mut employee = stage.browser_of(Role::Employee).await;
    let page = employee.get(&path).await.body;
    for body in [&public, &page] {
        assert!(at(body, r#"id="butir-1""#) < at(body, r#"id="butir-2""#) && !body.contains(r#"id="butir-3""#));
    }
    let (last, confirm) = (at(&page, "Tidak memakai kendaraan dinas."), at(&page, "Sudah saya baca, lanjut"));
    assert!(last < confirm && page.matches("Sudah saya baca").count() == 1, "{page}");

    // The page was open while a revision took the circular's place: it confirms nothing any more.
    let legal = || world.caller(town, Role::LegalOfficer);
    let revision = world.app.begin_revision(&legal(), id).await.unwrap();
    let draft = world.app.draft(&legal(), revision).await.unwrap().circular;
    let mut body = draft.body.clone();
    body.provisions[1].text = "Tidak memakai kendaraan dinas dan rumah dinas.".to_owned();
    world.app.save_draft(&legal(), revision, draft.version, None, body, draft.addressees.clone()).await.unwrap();
    let published = PublishCommand::for_pact(2, parse_iso_date("2024-10-18").unwrap(), 4);
    world.app.publish_circular(&world.caller(town, Role::DecidingAuthority), revision, published).await.unwrap();
    crate::access::steps::work(world).await;
    employee.post(&path, &[]).await;
    let caller = world.caller(town, Role::Employee);
    let old = world.app.own_task(&caller, task).await.unwrap().task;
    assert_eq!((old.read, old.ended.is_some()), (None, true));
    assert!(!employee.get(&path).await.body.contains("Sudah saya baca, lanjut"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_merely_looks_at_a_link_opens_nothing() {
    let stage = Stage::new().await;
    let (world, town) = (&stage.world, &stage.world.town);
    let id = publish(world, town, "Netralitas").await;
    crate::access::steps::work(world).await;
    let task = task(world, town, Role::Employee, id).await;
    let path = format!("/tugas/{task}/baca");
    let opened = async || world.app.own_task(&world.caller(town, Role::Employee), task).await.unwrap().task.opened;
    let events = world.events().await;
    // A program that shows what is behind a link has no session; one in the browser may have, and looks at the head.
    let mut previewer = stage.browser();
    assert_eq!((previewer.get(&path).await.status, previewer.head(&path).await.status), (303, 303));
    assert_eq!((opened().await, world.events().await), (None, events));
    let mut employee = stage.browser_of(Role::Employee).await;
    assert_eq!((employee.head(&path).await.status, opened().await), (200, None));
    assert_eq!(employee.get(&path).await.status, 200);
    assert!(opened().await.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provision_is_tied_to_norms_and_held_against_them() {
    let stage = Stage::new().await;
    let id = keep_draft(&stage.world, &stage.world.town).await.id;
    let path = format!("/edaran/{id}/susun");
    let mut officer = stage.browser_of(Role::LegalOfficer).await;
    let text = "PNS tidak membuat keputusan yang menguntungkan salah satu calon selama masa kampanye.";
    let form = |version: &'static str, more: &[(&'static str, &'static str)]| {
        let mut all: Vec<_> = DRAFT.into_iter().chain([("butir-1", text), ("kunci-1", "a")]).collect();
        all[0] = ("versi", version);
        all.push(("topik-1", "decisions"));
        all.extend(more);
        all
    };
    assert_eq!(officer.post(&path, &form("1", &[])).await.status, 303);
    let proposed = officer.get(&path).await.body;
    assert!(proposed.contains("Belum terkait norma, usulan:"), "{proposed}");
    assert!(proposed.contains(r#"name="norma-1" value="PP94-5N5">"#), "proposed and not ticked");
    assert!(proposed.contains(r#"href="/aturan/norma/PP94-5N5""#));
    assert!(!proposed.contains("membatasi waktunya"), "nobody tied it yet");

    // A code that nobody knows is refused, and what was typed stays.
    let refused = officer.post(&path, &form("2", &[("norma-1", "PP94-5N5"), ("norma-lain-1", "PP94-99")])).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("Butir 1: norma dengan kode PP94-99 tidak ada."));
    assert!(refused.body.contains(r##"href="#norma-lain-1""##) && refused.body.contains(r#"value="PP94-99""#));
    assert!(refused.body.contains(r#"name="norma-1" value="PP94-5N5" checked"#));

    // By its code, in whichever letters; what is ticked twice is tied once.
    let typed = form("2", &[("norma-1", "PP94-5N5"), ("norma-lain-1", "pp94-5n5, skb-d-12")]);
    assert_eq!(officer.post(&path, &typed).await.status, 303);
    let kept = officer.get(&path).await.body;
    for norm in ["PP94-5N5", "SKB-D-12"] {
        assert_eq!(kept.matches(&format!(r#"name="norma-1" value="{norm}" checked"#)).count(), 1, "{norm}");
    }
    for page in [&path, &format!("/edaran/{id}/terbit")] {
        let shown = officer.get(page).await.body;
        let told = "Butir 1 membatasi waktunya. Norma yang terkait juga berlaku sebelum dan sesudah masa kampanye.";
        assert!(shown.contains(told), "{page}");
    }

    // A warning forbids nothing, and what is published leads to its norms.
    let head = stage.world.caller(&stage.world.town, Role::DecidingAuthority);
    let command = PublishCommand::for_pact(3, parse_iso_date("2024-10-18").unwrap(), 4);
    stage.world.app.publish_circular(&head, id, command).await.unwrap();
    let public = officer.get(&format!("/kabupaten-sukamaju/edaran/{id}")).await.body;
    assert!(public.contains("Normanya:") && public.contains(r#"href="/aturan/norma/SKB-D-12""#));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_from_a_template_brings_its_norms() {
    let stage = Stage::new().await;
    let mut officer = stage.browser_of(Role::LegalOfficer).await;
    let begun = officer.post("/edaran", &[("contoh", "pilkada")]).await;
    assert_eq!(begun.status, 303);
    let page = officer.get(begun.location()).await.body;
    assert!(page.contains(r#"value="PP94-5N5" checked"#) && !page.contains("membatasi waktunya"));
}
