//! A web page to its main text and what it tells of itself.

use dom_smoothie::{Config, Readability, TextMode};
use serde_json::Value;

use super::Source;
use crate::model::{Edtf, PublishedBy};

/// Reads a saved page: the main text by readability; title, author, publisher, canonical URL and
/// date from JSON-LD, OpenGraph and `<time>`, in this order.
///
/// # Errors
/// Says why, for a page in which no article can be found.
pub(super) fn read(html: &str) -> Result<Source, String> {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut page = Readability::new(html, None, Some(config)).map_err(|error| error.to_string())?;
    let told = Told::by(&page);
    let article =
        page.parse().map_err(|error| format!("no article found in this page ({error}): save its text instead"))?;
    let title = told.title.or(Some(article.title)).filter(|title| !title.trim().is_empty());
    let published = article.published_time.as_deref().and_then(day).or(told.published);
    Ok(Source {
        text: article.text_content.trim().to_owned(),
        title,
        url: told.url.or(article.url),
        publisher: told.publisher.or(article.site_name),
        author: article.byline.or(told.author),
        published_by: published.as_ref().map(|_| PublishedBy::Found),
        published,
        ..Source::default()
    })
}

/// The plain text of a piece of HTML (or of plain text).
pub(super) fn fragment(body: &str) -> String {
    let page = Readability::from(format!("<html><body>{body}</body></html>"));
    page.doc.select("body").formatted_text().trim().to_owned()
}

/// The character set that a page declares in its first bytes.
pub(super) fn declared_charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let label = rest.trim_start_matches(['"', '\'']);
    Some(label.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect())
}

/// The day at the head of a time stamp (`2018-05-16T09:00:00Z`), or the vaguer date that it is.
fn day(stamp: &str) -> Option<Edtf> {
    let date: String = stamp.trim().chars().take_while(|c| c.is_ascii_digit() || *c == '-').take(10).collect();
    date.parse().ok()
}

/// What the page's markup tells, read before readability takes it away.
#[derive(Default)]
struct Told {
    title: Option<String>,
    url: Option<String>,
    publisher: Option<String>,
    author: Option<String>,
    published: Option<Edtf>,
}

impl Told {
    fn by(page: &Readability) -> Self {
        let attribute = |selector: &str, name: &str| {
            let found = page.doc.select_single(selector).attr(name)?.trim().to_owned();
            (!found.is_empty()).then_some(found)
        };
        let json: Vec<Value> = page
            .doc
            .select("script[type='application/ld+json']")
            .iter()
            .filter_map(|script| serde_json::from_str(&script.text()).ok())
            .collect();
        let linked = |path: &[&str]| json.iter().find_map(|value| find(value, path));
        Self {
            title: linked(&["headline"]).or_else(|| attribute("meta[property='og:title']", "content")),
            url: attribute("link[rel='canonical']", "href").or_else(|| attribute("meta[property='og:url']", "content")),
            publisher: linked(&["publisher", "name"]).or_else(|| attribute("meta[property='og:site_name']", "content")),
            author: linked(&["author", "name"]).or_else(|| attribute("meta[name='author']", "content")),
            published: linked(&["datePublished"])
                .or_else(|| attribute("meta[property='article:published_time']", "content"))
                .or_else(|| attribute("time[datetime]", "datetime"))
                .and_then(|stamp| day(&stamp)),
        }
    }
}

/// The text behind a path of keys, in a JSON-LD object, in the first of a list or below `@graph`.
fn find(value: &Value, path: &[&str]) -> Option<String> {
    match (value, path) {
        (Value::String(text), []) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        (Value::Array(items), _) => items.iter().find_map(|item| find(item, path)),
        (Value::Object(fields), [key, rest @ ..]) => {
            fields.get(*key).and_then(|value| find(value, rest)).or_else(|| find(fields.get("@graph")?, path))
        }
        _ => None,
    }
}
