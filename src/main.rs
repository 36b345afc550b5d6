//! The `relgraph` program: parse, run, print the error chain, exit code.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
