use super::*;
use domain::dispatch::Channel;
use notify::Security;
use proptest::prelude::*;

fn read(file: &str, variables: &[(&str, &str)]) -> Result<Settings, String> {
    let variable = |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
    Settings::read(Some((Path::new("netral.toml"), file)), variable, &Overrides::default())
        .map_err(|failure| failure.to_string())
}

#[test]
fn an_empty_file_is_enough() {
    let settings = read("", &[]).unwrap();
    assert_eq!(settings.listen, ("localhost".to_owned(), 8080));
    assert_eq!(settings.store.url, "sqlite:netral-data/netral.db");
    assert_eq!((settings.store.max_batch, settings.password_memory_kib), (60, 19_456));
    assert!(settings.address.is_none() && settings.log_format.is_none());
    assert!(settings.second_factor.is_none());
    assert!(settings.metrics.is_none() && settings.trusted_proxies.is_empty());
    let nightly = settings.nightly.unwrap();
    assert_eq!((nightly.when().as_str(), nightly.kept), ("02:15 WIB", 14));
    assert_eq!(nightly.folder, Path::new("netral-data/backups"));
}

#[test]
fn the_command_line_goes_before_the_environment_and_that_before_the_file() {
    let file = "listen = \"localhost:1\"\ndata = \"a\"\nlog_level = \"warn\"\nstore_max_batch = 7";
    let settings = read(file, &[("NETRAL_LISTEN", "localhost:2"), ("NETRAL_DATA", "b")]).unwrap();
    assert_eq!((settings.listen.1, settings.log_level.as_str(), settings.store.max_batch), (2, "warn", 7));
    assert_eq!(settings.data, Path::new("b"));
    let overrides = Overrides { listen: Some("[::1]:3".to_owned()), ..Overrides::default() };
    let settings = Settings::read(Some((Path::new("x"), file)), |_| None, &overrides).unwrap();
    assert_eq!((settings.listen, settings.data), (("::1".to_owned(), 3), PathBuf::from("a")));
}

/// Every key is read from the file: a value that fits none of them is refused once for each.
#[test]
fn every_setting_is_read_and_all_faults_are_told_at_once() {
    let file: String = KEYS.iter().map(|key| format!("{} = \"\"\n", key.name)).collect();
    let told = read(&file, &[]).unwrap_err();
    for key in KEYS {
        assert!(told.contains(&format!("`{}` is set", key.name)), "{} is never read:\n{told}", key.name);
    }
    assert!(told.contains("in netral.toml"), "{told}");
}

#[test]
fn a_wrong_value_is_told_with_its_name_its_place_and_the_mend() {
    for (file, parts) in [
        ("listen = \"8080\"", ["`listen` is set `8080` in netral.toml", "HOST:PORT"]),
        ("lisen = \"localhost:1\"", ["no setting `lisen` (netral.toml)", "is `listen` meant"]),
        ("warna = \"ungu\"", ["no setting `warna`", "the settings are listen, address"]),
        ("master_key = \"00\"", ["does not belong in netral.toml", "NETRAL_MASTER_KEY"]),
        ("backup_at = \"2:15\"", ["`backup_at` is set `2:15`", "`02:15 WIB`"]),
        ("backup_at = \"24:00 WIB\"", ["`backup_at` is set `24:00 WIB`", "or `off`"]),
        ("listen = [1]", ["`listen` in netral.toml must be a text", "`localhost:8080`"]),
        ("listen", ["netral.toml is not TOML", "line 1"]),
        ("address = \"https://10.0.0.5\"", ["`address`", "host name"]),
        ("address = \"http://netral.go.id\"", ["`address`", "https://"]),
        ("address = \"https://netral.go.id/a\"", ["`address`", "scheme and host only"]),
        ("store = \"mysql://u:rahasia@h/d\"", ["`store` is set in netral.toml", "begin it with `sqlite:`"]),
        ("store = \"sqlite::memory:\"", ["`store` is set in netral.toml", "gone when the program ends"]),
        ("store_max_batch = 61", ["`store_max_batch` is set `61`", "from 1 to 60"]),
        ("password_memory_kib = -1", ["`password_memory_kib`", "8192"]),
        ("second_factor = \"yes\"", ["`second_factor` is set `yes`", "`required`, `offered` or `auto`"]),
        ("metrics = \"9464\"", ["`metrics`", "`localhost:9464`, or `off`"]),
        ("trusted_proxies = \"127.0.0.1, proxy\"", ["`proxy` is no proxy's address", "`127.0.0.1 ::1`"]),
        ("trusted_proxies = [1]", ["`trusted_proxies` in netral.toml must be a text", "`none`"]),
        ("trusted_proxies = \"0.0.0.0/0\"", ["`trusted_proxies`", "`0.0.0.0/0`"]),
        ("mail_server = \"mail.go.id\"", ["`mail_server` is set in netral.toml", "`smtps://HOST`"]),
        ("mail_server = \"smtps://u:rahasia@mail.go.id\"", ["`mail_server`", "`mail_name` and `mail_password_file`"]),
        ("mail_server = \"smtps://mail.go.id\"", ["`mail_from` does not fit", "netral@sukamaju.go.id"]),
        ("mail_from = \"Netral\"", ["`mail_from` is set `Netral`", "one address"]),
        ("mail_password_file = \"tidak/ada\"", ["`mail_password_file` is set `tidak/ada`", "cannot be read"]),
        ("quiet_hours = \"20-7\"", ["`quiet_hours` is set `20-7`", "`20:00-07:00`"]),
        ("quiet_hours = \"07:00-07:00\"", ["`quiet_hours`", "or `off`"]),
        ("messages_a_day = 0", ["`messages_a_day` is set `0`", "from 1 to 20"]),
        ("whatsapp_gateway = \"http://graph.facebook.com/v23.0/1\"", ["`whatsapp_gateway`", "https://"]),
        ("whatsapp_gateway = \"https://graph.facebook.com\"", ["`whatsapp_gateway`", "version and number"]),
        ("whatsapp_gateway = \"https://x.example/v1/2\"", ["`whatsapp_token_file` does not fit", "the token"]),
        ("whatsapp_template = \"Pengingat Netral\"", ["`whatsapp_template`", "small letters"]),
        ("bsre_url = \"http://esign.sukamaju.go.id\"", ["`bsre_url` is set in netral.toml", "https://"]),
        ("bsre_url = \"https://esign.sukamaju.go.id/api/v2\"", ["`bsre_url`", "without `/api`"]),
        ("bsre_url = \"https://u:rahasia@x.example\"", ["`bsre_url`", "`bsre_user` and `bsre_password_file`"]),
        ("bsre_url = \"https://x.example\"", ["`bsre_user` does not fit", "name at the server"]),
        ("bsre_url = \"http://[::1]:1\"\nbsre_user = \"a\"", ["`bsre_password_file` does not fit", "the file"]),
        ("bsre_user = \"a:b\"", ["`bsre_user` is set `a:b`", "colon"]),
        ("log_format = \"xml\"", ["`log_format`", "`json`, `text` or `auto`"]),
    ] {
        let told = read(file, &[]).unwrap_err();
        for part in parts {
            assert!(told.contains(part), "{file}: {told}");
        }
        assert!(!told.contains("rahasia"), "{told}");
    }
    let told = read("", &[("NETRAL_STORE_QUEUE", "0")]).unwrap_err();
    assert!(told.contains("`store_queue` is set `0` in the environment as NETRAL_STORE_QUEUE"), "{told}");
}

#[test]
fn what_leaves_the_program_is_protected_as_its_address_says() {
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("rahasia");
    std::fs::write(&secret, "sangat-rahasia\n").unwrap();
    let file = |server: &str| {
        format!(
            "mail_server = \"{server}\"\nmail_from = \"netral@x.example\"\nmail_name = \"netral\"\nmail_password_file = \"{}\"",
            secret.display()
        )
    };
    for (server, host, port, security) in [
        ("smtps://mail.x.example", "mail.x.example", 465, Security::Tls),
        ("smtp://mail.x.example", "mail.x.example", 587, Security::StartTls),
        ("smtp://mail.x.example:2525", "mail.x.example", 2525, Security::StartTls),
        ("smtp://localhost", "localhost", 25, Security::None),
        ("smtp://127.0.0.1:1025", "127.0.0.1", 1025, Security::None),
        ("smtp://[::1]:1025", "::1", 1025, Security::None),
        ("smtp://10.0.0.9", "10.0.0.9", 587, Security::StartTls),
    ] {
        let settings = read(&file(server), &[]).unwrap();
        let (relay, _) = settings.sending.mail.clone().unwrap();
        assert_eq!((relay.host.as_str(), relay.port, relay.security), (host, port, security), "{server}");
        assert_eq!(relay.sign_in.unwrap().password, "sangat-rahasia");
        assert_eq!(settings.sending.rules.channels, [Channel::Email]);
        assert!(!format!("{settings:?}").contains("sangat-rahasia"), "a secret must not come into a log");
    }
    let gateway = format!(
        "whatsapp_gateway = \"https://graph.facebook.com/v23.0/1065/\"\nwhatsapp_token_file = \"{}\"",
        secret.display()
    );
    let settings = read(&gateway, &[]).unwrap();
    let found = settings.sending.whatsapp.clone().unwrap();
    assert_eq!((found.host.as_str(), found.port, found.tls), ("graph.facebook.com", 443, true));
    assert_eq!((found.path.as_str(), found.template.as_str()), ("/v23.0/1065", "netral_pengingat"));
    assert!(!format!("{settings:?}").contains("sangat-rahasia"));
    assert!(settings.certified.is_none());
    let signed = format!(
        "bsre_url = \"https://esign.x.example/\"\nbsre_user = \"x\"\nbsre_password_file = \"{}\"",
        secret.display()
    );
    let settings = read(&signed, &[]).unwrap();
    let found = settings.certified.clone().unwrap();
    assert_eq!((found.host.as_str(), found.port, found.tls, found.path.as_str()), ("esign.x.example", 443, true, ""));
    assert_eq!((found.name.as_str(), found.password.as_str()), ("x", "sangat-rahasia"));
    assert!(!format!("{settings:?}").contains("sangat-rahasia"));
    let quiet = read("", &[]).unwrap().sending;
    assert!(quiet.mail.is_none() && quiet.rules.channels.is_empty() && quiet.rules.quiet.is_some());
    assert!(read("quiet_hours = \"off\"", &[]).unwrap().sending.rules.quiet.is_none());
}

#[test]
fn trusted_proxies_are_a_list_or_a_text() {
    let of = |file: &str| read(file, &[]).unwrap().trusted_proxies;
    assert_eq!(
        of("trusted_proxies = [\"127.0.0.1\", \"10.0.0.0/8\"]"),
        of("trusted_proxies = \"127.0.0.1, 10.0.0.0/8\"")
    );
    assert!(!of("trusted_proxies = [\"::1\"]").is_empty());
    assert!(of("trusted_proxies = []").is_empty() && of("trusted_proxies = \"none\"").is_empty());
    assert_eq!(read("metrics = \"localhost:9464\"", &[]).unwrap().metrics, Some(("localhost".to_owned(), 9464)));
}

#[test]
fn addresses_of_servers_and_of_this_machine_are_taken() {
    for address in ["https://netral.sukamaju.go.id", "https://netral.go.id:8443", "http://localhost:9000"] {
        assert!(read(&format!("address = \"{address}\""), &[]).is_ok(), "{address}");
    }
}

#[test]
fn a_file_that_is_missing_is_named() {
    let overrides = Overrides { file: Some("tidak/ada.toml".into()), ..Overrides::default() };
    let told = Settings::load(&overrides).unwrap_err().to_string();
    assert!(told.contains("tidak/ada.toml"), "{told}");
}

/// The guide holds the very table that the program's own keys make.
#[test]
fn the_guide_says_what_the_program_knows() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide/settings.md");
    let text = std::fs::read_to_string(&guide).unwrap();
    assert!(text.contains(&reference()), "docs/guide/settings.md lacks this table:\n\n{}", reference());
}

proptest! {
    #[test]
    fn no_file_makes_the_program_panic(text in "\\PC{0,80}") {
        let _ = read(&text, &[]);
    }

    #[test]
    fn ports_and_hosts_survive(host in "[a-z][a-z0-9.-]{0,20}", port in any::<u16>()) {
        prop_assert_eq!(host_and_port(&format!("{host}:{port}")), Ok((host, port)));
    }
}

#[test]
fn backups_are_made_when_and_where_it_is_said() {
    let file = "backup_at = \"23:05 WIT\"\nbackup_folder = \"/mnt/cadangan\"\nbackups_kept = 3";
    let nightly = read(file, &[]).unwrap().nightly.unwrap();
    assert_eq!((nightly.when().as_str(), nightly.kept), ("23:05 WIT", 3));
    assert_eq!(nightly.folder, Path::new("/mnt/cadangan"));
    assert_eq!(read("backup_at = \"off\"", &[]).unwrap().nightly, None);
}
