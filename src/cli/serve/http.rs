//! One request, one answer: HTTP/1.1 as far as reading needs it.
//!
//! Every limit is here: the size of a request's head, how long it may take, and that nothing but
//! `GET` and `HEAD` is understood.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// No head is larger.
const MOST_BYTES: usize = 8 * 1024;
/// A head comes in at most so many pieces, each within [`PATIENCE`].
const MOST_READS: usize = 16;
const MOST_HEADERS: usize = 64;
/// How long a client may stay silent, or not take what it is sent.
const PATIENCE: Duration = Duration::from_secs(5);

/// What was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Request {
    /// Without the query: "/api/v1/node".
    pub(super) path: String,
    /// Decoded; of several of one name the last.
    pub(super) query: BTreeMap<String, String>,
    /// By whom the client believes to be answered, in small letters.
    pub(super) host: String,
    /// The site whose page asks, where a page does.
    pub(super) origin: Option<String>,
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    /// The policy that a page is under.
    pub(super) policy: String,
    pub(super) body: Vec<u8>,
}

impl Response {
    /// JSON.
    pub(super) fn json(body: Vec<u8>) -> Self {
        let policy = "default-src 'none'; frame-ancestors 'none'".to_owned();
        Self { status: 200, kind: "application/json; charset=utf-8", policy, body }
    }

    /// Why there is no answer, as JSON.
    pub(super) fn error(status: u16, why: &str) -> Self {
        let body = serde_json::json!({ "error": why }).to_string().into_bytes();
        Self { status, ..Self::json(body) }
    }

    /// Sends it all, or the head alone, and closes.
    pub(super) fn send(&self, stream: &mut TcpStream, head_alone: bool) -> io::Result<()> {
        let Self { status, kind, policy, body } = self;
        stream.set_write_timeout(Some(PATIENCE))?;
        write!(
            stream,
            "HTTP/1.1 {status} {}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\
             Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
             Cross-Origin-Resource-Policy: same-origin\r\nContent-Security-Policy: {policy}\r\n{}\r\n",
            reason(*status),
            body.len(),
            if *status == 405 { "Allow: GET, HEAD\r\n" } else { "" }
        )?;
        if !head_alone {
            stream.write_all(body)?;
        }
        stream.flush()
    }
}

const fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        _ => "Error",
    }
}

/// Reads a request and sends what `site` answers; a client that goes away is no error.
pub(super) fn answer(stream: &mut TcpStream, site: impl Fn(&Request) -> Response) {
    let (response, head_alone) = match read(stream) {
        Ok((request, head_alone)) => (site(&request), head_alone),
        Err(response) => (response, false),
    };
    let _ = response.send(stream, head_alone);
}

/// The request, and whether only the head of its answer is wanted.
fn read(stream: &mut TcpStream) -> Result<(Request, bool), Response> {
    let _ = stream.set_read_timeout(Some(PATIENCE));
    let mut bytes = Vec::with_capacity(1024);
    for _ in 0..MOST_READS {
        let mut piece = [0; 2048];
        let count = stream.read(&mut piece).map_err(|_| Response::error(408, "the request did not come in time"))?;
        bytes.extend_from_slice(&piece[..count]);
        if bytes.len() > MOST_BYTES {
            return Err(Response::error(431, "the request is too large"));
        }
        if let Some(parsed) = parse(&bytes)? {
            return Ok(parsed);
        }
        if count == 0 {
            return Err(Response::error(400, "the request is cut off"));
        }
    }
    Err(Response::error(408, "the request came in too many pieces"))
}

/// A request from its head; `None` while there is more to come.
fn parse(bytes: &[u8]) -> Result<Option<(Request, bool)>, Response> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut head = httparse::Request::new(&mut headers);
    let bad = |_| Response::error(400, "not a request that can be read");
    if head.parse(bytes).map_err(bad)?.is_partial() {
        return Ok(None);
    }
    let method = head.method.unwrap_or_default();
    if !matches!(method, "GET" | "HEAD") {
        return Err(Response::error(405, "this server only reads: GET or HEAD"));
    }
    let header = |name: &str| {
        let found = head.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        found.map(|header| String::from_utf8_lossy(header.value).trim().to_lowercase())
    };
    let (path, query) = head.path.unwrap_or_default().split_once('?').unwrap_or((head.path.unwrap_or_default(), ""));
    let query = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let request =
        Request { path: path.to_owned(), query, host: header("host").unwrap_or_default(), origin: header("origin") };
    Ok(Some((request, method == "HEAD")))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_request_is_read_once_it_is_whole() {
        let text = "GET /api/v1/node?id=a%20b&x=%C3%A9 HTTP/1.1\r\nHost: LocalHost:1\r\nOrigin: http://x\r\n\r\n";
        assert!(parse(&text.as_bytes()[..40]).unwrap().is_none());
        let (request, head_alone) = parse(text.as_bytes()).unwrap().unwrap();
        assert_eq!((request.path.as_str(), request.host.as_str()), ("/api/v1/node", "localhost:1"));
        assert_eq!((request.query["id"].as_str(), request.query["x"].as_str()), ("a b", "é"));
        assert!(!head_alone && request.origin.as_deref() == Some("http://x"));
    }

    #[test]
    fn what_is_no_reading_is_refused() {
        for (text, status) in [
            ("POST / HTTP/1.1\r\nHost: x\r\n\r\n", 405),
            ("DELETE / HTTP/1.1\r\n\r\n", 405),
            ("\u{1}\u{2} nonsense\r\n\r\n", 400),
            ("GET / SPDY/9\r\n\r\n", 400),
        ] {
            assert_eq!(parse(text.as_bytes()).unwrap_err().status, status, "{text:?}");
        }
    }
}
