//! `relgraph serve`: what it answers, and whom it refuses.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

/// A running server, stopped when it is dropped.
struct Server {
    child: Child,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn start() -> Self {
        let graph = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/graphs/society.json");
        let mut command = Command::new(env!("CARGO_BIN_EXE_relgraph"));
        command.args(["serve", "--port", "0", "--graph", graph]).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        Self { child, address }
    }

    /// Status, head and body of the answer to these very bytes.
    fn ask(&self, request: &[u8]) -> (u16, String, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request).unwrap();
        let mut answer = Vec::new();
        // A server that refuses early may reset the connection after its answer.
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8(answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head[9..12].parse().unwrap(), head.to_owned(), body.to_owned())
    }

    fn get(&self, path: &str) -> (u16, String) {
        let (status, _, body) = self.ask(format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address).as_bytes());
        (status, body)
    }

    fn json(&self, path: &str) -> Value {
        let (status, body) = self.get(path);
        assert_eq!(status, 200, "{path}: {body}");
        serde_json::from_str(&body).unwrap()
    }
}

#[test]
fn it_answers_what_its_description_lists_and_refuses_the_rest() {
    let server = Server::start();
    let found = server.json("/api/v1/search?q=ZOE");
    assert_eq!(found["nodes"][0]["name"], "Zoë Hartwell");
    assert_eq!(server.json("/api/v1/search?q=a&limit=1")["left_off"].as_u64().map(|left| left > 0), Some(true));
    assert_eq!(server.json("/api/v1/node?id=Ana%20Vega")["groups"][0]["group"], "romance");
    let path = server.json("/api/v1/path?from=p0&to=Zo%C3%AB+Hartwell");
    assert_eq!(path["paths"][0]["edges"].as_array().unwrap().len(), 5);
    assert_eq!(server.json("/api/v1/path?from=p6&to=p7")["paths"], Value::Array(Vec::new()), "only denied");
    assert_eq!(server.json("/api/v1/timeline?of=p0&with=p1")["moments"].as_array().unwrap().len(), 3);
    let why = server.json("/api/v1/why?id=c02");
    assert_eq!(
        (&why["edges"][0]["predicate"], &why["edges"][0]["disputed"]),
        (&Value::from("dating"), &Value::from(true))
    );
    assert_eq!(server.json("/api/v1/graph?around=p6")["nodes"].as_array().unwrap().len(), 3);
    assert_eq!(server.json("/api/v1/graph")["total"], 10);

    let description = server.json("/api/v1/openapi.json");
    for path in description["paths"].as_object().unwrap().keys() {
        let (_, body) = server.get(&format!("/api/v1{path}"));
        assert!(!body.contains("nothing is here"), "{path} is described and answered");
    }
    for (path, status) in [
        ("/api/v1/search", 400),
        ("/api/v1/search?q=a&limit=1000000", 400),
        ("/api/v1/path?from=p0&to=p1&max_hops=99", 400),
        ("/api/v1/node?id=Nobody%20Atall", 404),
        ("/api/v1/why?id=x", 404),
        ("/etc/passwd", 404),
        ("/../../etc/passwd", 404),
    ] {
        assert_eq!(server.get(path).0, status, "{path}");
    }
}

#[test]
fn it_answers_nobody_but_whoever_asks_this_very_server() {
    let server = Server::start();
    let own = &server.address;
    let ask = |request: String| server.ask(request.as_bytes()).0;
    assert_eq!(ask(format!("GET / HTTP/1.1\r\nHost: {own}\r\n\r\n")), 200);
    assert_eq!(ask(format!("GET / HTTP/1.1\r\nHost: {own}\r\nOrigin: http://{own}\r\n\r\n")), 200);
    assert_eq!(ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n".into()), 421, "a name that resolves here");
    assert_eq!(ask("GET / HTTP/1.1\r\n\r\n".into()), 421, "no name at all");
    assert_eq!(ask(format!("GET / HTTP/1.1\r\nHost: {own}\r\nOrigin: http://evil.example\r\n\r\n")), 403);
    assert_eq!(ask(format!("GET / HTTP/1.1\r\nHost: {own}\r\nOrigin: null\r\n\r\n")), 403);
    assert_eq!(ask(format!("POST / HTTP/1.1\r\nHost: {own}\r\nContent-Length: 0\r\n\r\n")), 405);
    assert_eq!(ask("\u{0}\u{1}\r\n\r\n".into()), 400);
    let (status, head, body) = server.ask(format!("HEAD / HTTP/1.1\r\nHost: {own}\r\n\r\n").as_bytes());
    assert!(status == 200 && body.is_empty() && head.contains("Content-Security-Policy: default-src 'none'"));
    assert!(head.contains("X-Content-Type-Options: nosniff") && !head.contains("Access-Control-Allow-Origin"));
}

#[test]
fn a_request_that_is_too_large_is_refused() {
    let server = Server::start();
    let request = format!("GET / HTTP/1.1\r\nHost: {}\r\nX: {}\r\n\r\n", server.address, "a".repeat(8_200));
    assert_eq!(server.ask(request.as_bytes()).0, 431);
}
