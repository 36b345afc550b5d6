//! What `man` and shells are told of the commands is all of them, with their options.

use std::fs;

use crate::support::{run, scratch};

fn text(args: &[&str]) -> String {
    let output = run(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The commands that the help lists, and the long options of each.
fn commands() -> Vec<(String, Vec<String>)> {
    let help = text(&["--help"]);
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    // A name stands two spaces in; a description that goes on stands further in.
    let names = listed.filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(|name| (name.to_owned(), options(name))).collect()
}

fn options(command: &str) -> Vec<String> {
    let help = text(&[command, "--help"]);
    let named = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    named
        .flat_map(|line| line.split([' ', ',', '=']))
        .filter(|word| word.starts_with("--"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_command_has_a_page_with_its_options() {
    let folder = scratch();
    text(&["man", folder.path().to_str().unwrap()]);
    let first = fs::read_to_string(folder.path().join("relgraph.1")).unwrap();
    assert_eq!(first, text(&["man"]));
    let commands = commands();
    assert!(commands.len() > 20, "{commands:?}");
    for (command, options) in commands {
        let page = fs::read_to_string(folder.path().join(format!("relgraph-{command}.1"))).unwrap();
        let page = page.replace("\\-", "-");
        assert!(first.contains(&format!("relgraph\\-{command}(1)")), "{command}");
        options.iter().for_each(|option| assert!(page.contains(option), "{command} {option}"));
    }
}

#[test]
fn every_shell_completes_every_command_and_option() {
    let commands = commands();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = text(&["completions", shell]);
        for (command, options) in &commands {
            let told = |option: &String| script.contains(option) || script.contains(&format!("-l {}", &option[2..]));
            assert!(script.contains(command.as_str()) && options.iter().all(told), "{shell}: {command} {options:?}");
        }
        let values = ["bash", "zsh", "fish"].contains(&shell);
        assert!(!values || script.contains("graphml"), "{shell} completes the formats");
    }
    assert_eq!(run(&["completions", "tcsh"]).status.code(), Some(2));
}
