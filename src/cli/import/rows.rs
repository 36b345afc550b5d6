//! The lines of an import file, as they are written: JSON Lines, or a table.

use relgraph::graph::Words;
use relgraph::model::Document;
use serde::Deserialize;

/// A line as it is written: an edge, or a node that no edge tells of in full. Ids are only needed
/// where two nodes of one name are meant.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Row {
    pub(super) node: Option<String>,
    pub(super) node_id: Option<String>,
    pub(super) node_kind: Option<String>,
    pub(super) aliases: Vec<String>,
    pub(super) id: Option<String>,
    pub(super) source: String,
    pub(super) source_id: Option<String>,
    pub(super) source_kind: Option<String>,
    pub(super) predicate: String,
    pub(super) target: String,
    pub(super) target_id: Option<String>,
    pub(super) target_kind: Option<String>,
    pub(super) date: Option<String>,
    pub(super) date_implied: Option<bool>,
    pub(super) status: Option<String>,
    pub(super) ended: Option<Ended>,
    pub(super) said_by: Option<String>,
    pub(super) place: Option<String>,
    pub(super) place_id: Option<String>,
    pub(super) event: Option<String>,
    pub(super) event_id: Option<String>,
    pub(super) document: Option<Source>,
    pub(super) evidence: Option<Evidence>,
    pub(super) rule: Option<String>,
    pub(super) confidence: Option<f64>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Ended {
    Flag(bool),
    Word(String),
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Source {
    Key(String),
    Told(Box<Document>),
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Evidence {
    Text(String),
    Told(Words),
}

/// Line number and row, or what is wrong with the line.
pub(super) type Rows = Vec<(usize, Result<Row, String>)>;

/// The rows of JSON Lines.
pub(super) fn of_json(text: &str) -> Rows {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(index, line)| (index + 1, serde_json::from_str(line).map_err(|error| error.to_string()))).collect()
}

/// The rows of a table whose first row names the columns.
pub(super) fn of_csv(text: &str) -> Rows {
    let mut reader = csv::ReaderBuilder::new().flexible(false).trim(csv::Trim::All).from_reader(text.as_bytes());
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(error) => return vec![(1, Err(error.to_string()))],
    };
    let line = |position: Option<&csv::Position>| {
        position.map_or(0, |position| usize::try_from(position.line()).unwrap_or_default())
    };
    let mut rows = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let cells = headers.iter().zip(&record).filter(|(_, cell)| !cell.is_empty());
                let object = cells.map(|(name, cell)| (name.to_owned(), typed(name, cell))).collect();
                let row = serde_json::from_value(serde_json::Value::Object(object));
                rows.push((line(record.position()), row.map_err(|error| error.to_string())));
            }
            Err(error) => rows.push((line(error.position()), Err(error.to_string()))),
        }
    }
    rows
}

/// A cell of a table; all are texts, but for the numbers, flags and lists that JSON tells apart.
fn typed(column: &str, cell: &str) -> serde_json::Value {
    match column {
        "confidence" => cell.parse::<f64>().map_or_else(|_| cell.into(), Into::into),
        "date_implied" => cell.parse::<bool>().map_or_else(|_| cell.into(), Into::into),
        "aliases" => cell.split(';').map(str::trim).filter(|name| !name.is_empty()).collect(),
        _ => cell.into(),
    }
}
