//! `relgraph serve`: the page and a small JSON API over a graph of any size; it only reads.
//!
//! HTTP is a few lines over the standard library and `httparse` (hyper's parser, which needs nothing
//! else): answers to `GET` without bodies, one a connection, need no framework. axum with tokio is 58
//! crates and 50 s of building for the same; tiny_http keeps a connection that never speaks for ever,
//! which a limit on time forbids.

mod answers;
mod http;
mod routes;

use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, TrySendError, sync_channel};
use std::thread;

use anyhow::{Context, Result};

use self::http::Response;
use self::routes::Site;
use super::Outcome;
use super::graph_source::GraphArg;
use super::select::Select;

/// So many requests are answered at once.
const WORKERS: usize = 4;
/// So many more may wait; the next is sent away.
const WAITING: usize = 64;

/// Serve the page to explore, and a JSON API, over the graph (read-only)
///
/// The API is described by /api/v1/openapi.json. Names are only answered to whoever asks this very
/// address: a page of another site can neither read nor ask.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The port to listen on; 0 takes a free one
    #[arg(long, value_name = "N", default_value_t = 7878)]
    port: u16,
    /// The address to listen on; whoever reaches another one than loopback can read the whole graph
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    listen: IpAddr,
    /// Another name under which the server may be asked
    #[arg(long, value_name = "HOST")]
    allow_host: Vec<String>,
    #[command(flatten)]
    graph: GraphArg,
    #[command(flatten)]
    select: Select,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let opened = args.graph.open()?;
    let graph = args.select.apply(opened.graph)?;
    let wanted = SocketAddr::new(args.listen, args.port);
    let listener = TcpListener::bind(wanted).with_context(|| format!("cannot listen on {wanted}"))?;
    let address = listener.local_addr()?;
    let site = Site::new(graph, opened.name, hosts(address, &args.allow_host));
    println!("http://{address}/");
    if !address.ip().is_loopback() {
        eprintln!("relgraph: everyone who reaches {address} can read this graph");
    }
    serve(&listener, &site);
    Ok(Outcome::Found)
}

/// What a request may call this server. A name that merely resolves to it is not enough: that is how
/// a page of another site would reach a server on its reader's own machine.
fn hosts(address: SocketAddr, more: &[String]) -> Vec<String> {
    let port = address.port();
    let mut names: Vec<String> = vec![address.ip().to_string(), "localhost".to_owned(), "127.0.0.1".to_owned()];
    names.extend(["[::1]".to_owned(), format!("[{}]", address.ip())]);
    names.extend(more.iter().map(|name| name.to_lowercase()));
    let with_port = names.iter().map(|name| format!("{name}:{port}"));
    with_port.chain(names.iter().filter(|_| port == 80).cloned()).collect()
}

/// Answers until the process is stopped.
fn serve(listener: &TcpListener, site: &Site) {
    let (queue, waiting) = sync_channel::<TcpStream>(WAITING);
    let waiting = Mutex::new(waiting);
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| work(&waiting, site));
        }
        for stream in listener.incoming().flatten() {
            if let Err(TrySendError::Full(mut stream)) = queue.try_send(stream) {
                let _ = Response::error(503, "too many requests at once").send(&mut stream, false);
            }
        }
    });
}

fn work(waiting: &Mutex<Receiver<TcpStream>>, site: &Site) {
    loop {
        let next = waiting.lock().map(|waiting| waiting.recv());
        let Ok(Ok(mut stream)) = next else { return };
        http::answer(&mut stream, |request| site.answer(request));
    }
}
