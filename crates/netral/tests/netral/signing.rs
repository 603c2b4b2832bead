//! A server of certified signatures that quotes everything it was told, and refuses.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;

/// Opens it, answering once; the port is told.
pub fn refusing() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = String::new();
        let mut some = [0; 4096];
        let body = loop {
            let read = stream.read(&mut some).unwrap();
            request.push_str(std::str::from_utf8(&some[..read]).unwrap());
            let Some((head, body)) = request.split_once("\r\n\r\n") else { continue };
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
            if body.len() == length.parse::<usize>().unwrap() {
                break serde_json::from_str::<serde_json::Value>(body).unwrap();
            }
        };
        let words = format!("Gagal: NIK {} dan passphrase {} salah 2031", body["nik"], body["passphrase"]);
        let answer = serde_json::json!({ "error": words, "status_code": 400 }).to_string();
        write!(stream, "HTTP/1.1 400 x\r\ncontent-length: {}\r\n\r\n{answer}", answer.len()).unwrap();
    });
    port
}
