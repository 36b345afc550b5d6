//! `relgraph completions` and `relgraph man`: what shells and `man` know of the commands, made from
//! their definition.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Command, CommandFactory};
use clap_complete::Shell;

use super::{Cli, Outcome};

/// Print what a shell needs to complete the commands and their options
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Where a shell looks for it:
  bash         relgraph completions bash > ~/.local/share/bash-completion/completions/relgraph
  zsh          relgraph completions zsh > ~/.zfunc/_relgraph     (with fpath+=~/.zfunc before compinit)
  fish         relgraph completions fish > ~/.config/fish/completions/relgraph.fish
  powershell   relgraph completions powershell >> $PROFILE")]
pub(crate) struct Args {
    /// The shell
    shell: Shell,
}

/// Write the manual: the page of relgraph, or a page for each command
#[derive(Debug, clap::Args)]
#[command(after_help = "\
relgraph man | man -l -                        read the first page
relgraph man ~/.local/share/man/man1           install all of them, for `man relgraph-path`")]
pub(crate) struct ManArgs {
    /// A folder for a page of each command; without it the first page goes to standard output
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "relgraph", &mut script);
    io::stdout().lock().write_all(&script)?;
    Ok(Outcome::Found)
}

#[expect(clippy::disallowed_methods, reason = "cli is where files are opened")]
pub(crate) fn man(args: &ManArgs) -> Result<Outcome> {
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    match &args.folder {
        None => io::stdout().lock().write_all(&page(&command)?.1)?,
        Some(folder) => {
            fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
            for command in std::iter::once(&command).chain(command.get_subcommands()) {
                let (name, page) = page(command)?;
                fs::write(folder.join(&name), page).with_context(|| folder.join(&name).display().to_string())?;
            }
        }
    }
    Ok(Outcome::Found)
}

/// The page of one command, in the language of `man`, and its file's name.
fn page(command: &Command) -> io::Result<(String, Vec<u8>)> {
    let mut page = Vec::new();
    let man = clap_mangen::Man::new(command.clone());
    let name = man.get_filename();
    man.source(concat!("relgraph ", env!("CARGO_PKG_VERSION"))).manual("relgraph").render(&mut page)?;
    Ok((name, page))
}
