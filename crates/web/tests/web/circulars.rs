//! What somebody typed about a circular is never lost, and what lies behind a link is there.

use crate::Stage;
use crate::access::steps::publish;
use domain::policy::Role;

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
