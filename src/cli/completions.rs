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

pub(crate) fn man(args: &ManArgs) -> Result<Outcome> {
    // The commonest width of a terminal plays no part: `man` breaks lines itself.
    let command = Cli::command().disable_help_subcommand(true);
    match &args.folder {
        None => io::stdout().lock().write_all(&page(command)?)?,
        Some(folder) => {
            fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
            clap_mangen::generate_to(command, folder).with_context(|| folder.display().to_string())?;
        }
    }
    Ok(Outcome::Found)
}

/// One page, in the language of `man`.
fn page(command: Command) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    Ok(page)
}
