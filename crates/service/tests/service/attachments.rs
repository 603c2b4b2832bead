//! Attachments of a circular: put to a draft, frozen when it is published, read by whom it binds and by everybody.

use crate::journey::{again, draft, due, everyone, task_of, work};
use domain::category::Category;
use domain::circular::attachments::{ATTACHMENT_BYTES, ATTACHMENTS, AttachmentRefusal};
use domain::ids::{CircularId, FileId};
use domain::media::{Media, UploadFlaw};
use domain::policy::Role;
use domain::revision::Part;
use service::testing::{PlainPress, World};
use service::{Fault, PublishCommand, Refusal};

crate::on_both_engines!(
    attachments_go_out_with_the_circular_and_never_change_again,
    a_second_tap_and_a_file_that_is_none_leave_nothing,
    a_revision_marks_attachments_and_asks_again,
);

const LIST: &[u8] = b"%PDF-1.7 daftar contoh %%EOF";
const PHOTO: &[u8] = b"\x89PNG\r\n\x1a\n poster IEND\xaeB`\x82";

async fn attach(world: &World, id: CircularId, version: i64, title: &str, file: &[u8]) -> Result<(), Fault> {
    let legal = world.caller(&world.town, Role::LegalOfficer);
    world.app.attach(&legal, (id, version), title, file, &PlainPress).await
}

async fn kept(world: &World, id: CircularId) -> Vec<(FileId, String)> {
    let legal = world.caller(&world.town, Role::LegalOfficer);
    let circular = world.app.draft(&legal, id).await.unwrap().circular;
    circular.body.attachments.into_iter().map(|it| (it.file, it.title)).collect()
}

/// How many files the world keeps, on shelves of a folder.
fn stored(world: &World) -> usize {
    let path = world.app.files().path(&[0; 32]);
    let folder = path.parent().and_then(std::path::Path::parent).unwrap();
    let shelves = std::fs::read_dir(folder).unwrap().map(|shelf| shelf.unwrap().path());
    shelves.filter(|shelf| shelf.is_dir()).map(|shelf| std::fs::read_dir(shelf).unwrap().count()).sum()
}

fn refused<T: std::fmt::Debug>(outcome: Result<T, Fault>) -> Refusal {
    match outcome {
        Err(Fault::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

async fn publish(world: &World, id: CircularId, version: i64) {
    let head = world.caller(&world.town, Role::DecidingAuthority);
    world.app.publish_circular(&head, id, PublishCommand::for_pact(version, due(), 4)).await.unwrap();
    work(world).await;
}

async fn attachments_go_out_with_the_circular_and_never_change_again(world: World) {
    let id = draft(&world, everyone()).await;
    attach(&world, id, 1, " Contoh perbuatan ", LIST).await.unwrap();
    attach(&world, id, 2, "Poster", PHOTO).await.unwrap();
    let (legal, name) = (|| world.caller(&world.town, Role::LegalOfficer), &world.town.institution.short_name);
    // The poster comes first, under another title; the form of the text knows nothing of files and loses none.
    let mut order = kept(&world, id).await;
    assert_eq!(order.iter().map(|it| it.1.as_str()).collect::<Vec<_>>(), ["Contoh perbuatan", "Poster"]);
    order.reverse();
    order[0].1 = "Poster netralitas".to_owned();
    world.app.arrange_attachments(&legal(), (id, 3), order.clone()).await.unwrap();
    let circular = world.app.draft(&legal(), id).await.unwrap().circular;
    let body = domain::circular::Body { attachments: Vec::new(), ..circular.body };
    world.app.save_draft(&legal(), id, 4, None, body, circular.addressees).await.unwrap();
    assert_eq!(kept(&world, id).await, order);
    assert_eq!(world.app.attachment_bytes(&legal(), id, 1).await.unwrap(), (Media::Png, PHOTO.to_vec()));
    assert!(matches!(world.app.public_attachment(name, id, 1).await, Err(Fault::NotFound)), "it is a draft");
    for role in [Role::HeadOfUnit, Role::Employee, Role::InstitutionAdministrator, Role::DecidingAuthority] {
        let caller = world.caller(&world.town, role);
        let denied = world.app.attach(&caller, (id, 5), "Lain", LIST, &PlainPress).await;
        assert!(matches!(denied, Err(Fault::Denied(_))), "{}", role.code());
        let denied = world.app.arrange_attachments(&caller, (id, 5), Vec::new()).await;
        assert!(matches!(denied, Err(Fault::Denied(_))), "{}", role.code());
    }

    publish(&world, id, 5).await;
    assert_eq!(world.app.public_attachment(name, id, 2).await.unwrap(), (Media::Pdf, LIST.to_vec()));
    let (employee, task) = task_of(&world, Role::Employee).await;
    assert_eq!(world.app.task_attachment(&employee, task, 1).await.unwrap(), (Media::Png, PHOTO.to_vec()));
    let stranger = world.caller(&world.neighbour, Role::Employee);
    assert!(matches!(world.app.task_attachment(&stranger, task, 1).await, Err(Fault::NotFound)));
    for none in [0, 3] {
        assert!(matches!(world.app.public_attachment(name, id, none).await, Err(Fault::NotFound)), "{none}");
        let own = world.app.task_attachment(&again(&world, &employee), task, none).await;
        assert!(matches!(own, Err(Fault::NotFound)), "{none}");
    }
    let elsewhere = &world.neighbour.institution.short_name;
    assert!(matches!(world.app.public_attachment(elsewhere, id, 1).await, Err(Fault::NotFound)));
    let over = Refusal::Attachment(AttachmentRefusal::AlreadyPublished);
    assert_eq!(refused(attach(&world, id, 6, "Terlambat", LIST).await), over);
    assert_eq!(refused(world.app.arrange_attachments(&legal(), (id, 6), Vec::new()).await), over);
    assert_eq!(kept(&world, id).await, order);
}

async fn a_second_tap_and_a_file_that_is_none_leave_nothing(world: World) {
    let id = draft(&world, everyone()).await;
    attach(&world, id, 1, "Contoh", LIST).await.unwrap();
    assert!(matches!(attach(&world, id, 1, "Contoh", LIST).await, Err(Fault::Conflict)), "the second tap");
    let legal = world.caller(&world.town, Role::LegalOfficer);
    let late = world.app.arrange_attachments(&legal, (id, 1), Vec::new()).await;
    assert!(matches!(late, Err(Fault::Conflict)), "{late:?}");
    let huge = [b"%PDF-".to_vec(), vec![b' '; ATTACHMENT_BYTES], b"%%EOF".to_vec()].concat();
    for (file, flaw) in
        [(Vec::new(), UploadFlaw::Missing), (b"MZ contoh.pdf".to_vec(), UploadFlaw::Kind), (huge, UploadFlaw::Size)]
    {
        assert_eq!(refused(attach(&world, id, 2, "Contoh", &file).await), Refusal::Upload(flaw));
    }
    let title = Refusal::Attachment(AttachmentRefusal::Title);
    assert_eq!(refused(attach(&world, id, 2, "  ", LIST).await), title);
    assert_eq!(kept(&world, id).await.len(), 1);
    assert_eq!(stored(&world), 1, "what was refused left its bytes");
    for version in (2..).take(ATTACHMENTS - 1) {
        attach(&world, id, version, "Contoh", LIST).await.unwrap();
    }
    let full = refused(attach(&world, id, 11, "Contoh", LIST).await);
    assert_eq!(full, Refusal::Attachment(AttachmentRefusal::Many));
}

async fn a_revision_marks_attachments_and_asks_again(world: World) {
    let id = draft(&world, everyone()).await;
    attach(&world, id, 1, "Contoh", LIST).await.unwrap();
    publish(&world, id, 2).await;
    let (employee, task) = task_of(&world, Role::Employee).await;
    world.app.open_circular(&again(&world, &employee), task).await.unwrap();
    world.app.confirm_read(&again(&world, &employee), task).await.unwrap();

    let legal = || world.caller(&world.town, Role::LegalOfficer);
    let revision = world.app.begin_revision(&legal(), id).await.unwrap();
    assert_eq!(kept(&world, revision).await, kept(&world, id).await, "it begins with the same files");
    attach(&world, revision, 1, "Poster", PHOTO).await.unwrap();
    let view = world.app.revision(&legal(), revision).await.unwrap();
    let [poster] = view.differences.as_slice() else { panic!("{:?}", view.differences) };
    assert_eq!((poster.part, poster.new.clone()), (Part::Attachment, Some((2, "Poster".to_owned()))));
    publish(&world, revision, 2).await;
    let circular = world.app.draft(&legal(), revision).await.unwrap().circular;
    let concerns = circular.revision.map(|it| it.concerns).unwrap_or_default();
    assert_eq!(concerns, [Category::Pns, Category::VillageHead], "nobody said that it concerns nobody");
    let home = world.app.home(&again(&world, &employee)).await.unwrap();
    let open = home.tasks.iter().find(|own| own.circular.id == revision).unwrap();
    assert_eq!(open.task.read, None, "they are asked again");
}
