use crate::program::{Program, refused, told};

#[test]
fn an_empty_installation_serves_and_stops_when_told() {
    let data = tempfile::tempdir().unwrap();
    let program = Program::start(data.path(), &["serve"]);
    assert!(program.said.starts_with("Netral siap: http://localhost:"), "{}", program.said);
    assert_eq!((program.get("/sehat").0, program.get("/siap").0, program.get("/").0), (200, 200, 200));
    assert_eq!((program.get("/demo").0, program.get("/tidak/ada/ini").0), (404, 404));
    assert!(program.stop(), "it did not end in order");
    // The same installation opens again, with the same key.
    assert!(Program::start(data.path(), &["serve"]).stop());
}

#[test]
fn real_and_made_up_data_never_meet() {
    let (demo, real) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let program = Program::start(demo.path(), &["demo"]);
    let (status, page) = program.get("/demo");
    assert_eq!(status, 200);
    for who in web::SignIn::ALL {
        assert!(page.contains(who.number()), "{who:?} is not shown");
    }
    assert!(program.get("/").1.contains("Kabupaten Sukamaju"));
    assert!(program.stop());
    let said = refused(demo.path(), &["serve", "--listen", "localhost:0"]);
    assert!(said.contains("made-up data of a demo"), "{said}");
    assert!(Program::start(demo.path(), &["demo"]).stop(), "a demo opens its own store again");
    assert!(Program::start(real.path(), &["serve"]).stop());
    let said = refused(real.path(), &["demo", "--listen", "localhost:0"]);
    assert!(said.contains("was not made by a demo"), "{said}");
}

#[test]
fn a_lost_master_key_is_never_replaced() {
    let data = tempfile::tempdir().unwrap();
    assert!(Program::start(data.path(), &["serve"]).stop());
    let key = data.path().join("keys/master.key");
    let right = std::fs::read_to_string(&key).unwrap();
    std::fs::remove_file(&key).unwrap();
    let said = refused(data.path(), &["serve", "--listen", "localhost:0"]);
    assert!(said.contains("master key of this installation is missing") && !key.exists(), "{said}");
    let other = tempfile::tempdir().unwrap();
    assert!(Program::start(other.path(), &["serve"]).stop());
    std::fs::copy(other.path().join("keys/master.key"), &key).unwrap();
    let said = refused(data.path(), &["serve", "--listen", "localhost:0"]);
    assert!(said.contains("not the one with which this store was made"), "{said}");
    std::fs::write(&key, right).unwrap();
    assert!(Program::start(data.path(), &["serve"]).stop());
}

#[test]
fn a_port_that_is_taken_is_told() {
    let data = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("localhost:{}", taken.local_addr().unwrap().port());
    let said = refused(data.path(), &["serve", "--listen", &address]);
    assert!(said.contains("another program uses this port") && said.contains("`listen`"), "{said}");
    assert!(!data.path().join("netral.db").exists(), "nothing is made before the port is there");
}

#[test]
fn a_migration_can_be_done_alone() {
    let data = tempfile::tempdir().unwrap();
    assert!(told(data.path(), &["migrate"]).contains("current"));
    assert!(told(data.path(), &["migrate"]).contains("current"), "a second time changes nothing");
}
