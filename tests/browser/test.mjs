// Does on the page what a reader would, by mouse and by keyboard; see ./run.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const { RELGRAPH, BROWSER, GRAPHS } = process.env;
const pages = mkdtempSync(join(tmpdir(), 'relgraph-pages-'));
const shots = join(dirname(fileURLToPath(import.meta.url)), 'screenshots');
mkdirSync(shots, { recursive: true });

const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });

/** The page of a graph as a file. */
function written(graph, name) {
  const file = join(pages, `${name}.html`);
  execFileSync(RELGRAPH, ['export', '--graph', graph, '--format', 'html', '-o', file], { stdio: ['ignore', 'ignore', 'inherit'] });
  return pathToFileURL(file).href;
}

/** Opens a page that must neither complain nor ask anybody but `allowed`. */
async function opened(url, { size = [1400, 900], dark = false, allowed = 'file:' } = {}) {
  const context = await browser.newContext({ viewport: { width: size[0], height: size[1] }, colorScheme: dark ? 'dark' : 'light' });
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => wrong.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => wrong.push(`error: ${error}`));
  page.on('request', (request) => request.url().startsWith(allowed) || request.url().startsWith('data:') || wrong.push(`asked for ${request.url()}`));
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector('#panel h2'));
  return { page, close: async () => { assert.deepEqual(wrong, []); await context.close(); } };
}

const heading = (page) => page.locator('#panel h2').innerText();
const count = async (page) => Number((await page.locator('#count').innerText()).split(' ')[0]);
/** Where a node, or the middle of an edge, is on the screen. */
const place = async (page, id) => {
  const at = await page.evaluate((id) => {
    const found = document.getElementById('graph')._cyreg.cy.getElementById(id);
    return found.isNode() ? found.renderedPosition() : found.renderedMidpoint();
  }, id);
  const box = await page.locator('#graph').boundingBox();
  return [box.x + at.x, box.y + at.y];
};
/** What `relgraph path` answers to the same question. */
const bestPath = (graph, from, to) => {
  const answer = spawnSync(RELGRAPH, ['path', '--json', '--graph', graph, from, to], { encoding: 'utf8' });
  return JSON.parse(answer.stdout).paths[0].edges.map((edge) => edge.id);
};
const shownPath = (page) => page.evaluate(() => document.getElementById('graph')._cyreg.cy.edges().not('.far').not('.hidden').map((edge) => edge.id()));

const tests = {
  async 'a reader searches, clicks, and reads the words'(url) {
    const { page, close } = await opened(url);
    await page.locator('#search').fill('zoe');
    await page.locator('#search-list li', { hasText: 'Zoë Hartwell' }).click();
    assert.equal(await heading(page), 'Zoë Hartwell');
    assert.match(await page.locator('#panel').innerText(), /FAMILY\s+godchild of Umberto Gallo[\s\S]*SOCIAL\s+feuding with Pavel Novak/);
    await page.locator('#panel button.edge', { hasText: 'godchild of' }).click();
    const told = await page.locator('#panel').innerText();
    for (const part of ['Umberto Gallo godparent of Zoë Hartwell', 'confirmed', '2019-06', 'is her godfather', 'Who came to the Harbour Ball', 'The Quay', '2019-07-02']) assert.ok(told.includes(part), part);
    assert.equal(await page.locator('#panel a').getAttribute('href'), 'https://example.org/quay');
    await close();
  },

  async 'a node and an edge are chosen on the drawing itself'(url) {
    const { page, close } = await opened(url);
    await page.mouse.click(...await place(page, 'p3'));
    assert.equal(await heading(page), 'Jonas Brandt');
    await page.keyboard.press('Escape');
    await page.mouse.click(...await place(page, 'c01'));
    assert.equal(await heading(page), 'Ana Vega dating Raul Ortiz');
    const told = await page.locator('#panel').innerText();
    assert.match(told, /rumored · disputed/);
    assert.ok(told.includes('said by her agent') && told.includes('said by a source'), 'the denial stands beside the rumour');
    await close();
  },

  async 'filters and the time slider leave out what they say'(url) {
    const { page, close } = await opened(url);
    assert.equal(await count(page), 11);
    await page.locator('#statuses-denied').uncheck();
    assert.equal(await count(page), 10);
    await page.locator('#groups-presence').uncheck();
    assert.equal(await count(page), 7);
    await page.locator('#groups-presence').check();
    await page.locator('#confidence').fill('0.5');
    assert.equal(await count(page), 9);
    await page.locator('#confidence').fill('0');
    await page.locator('#month').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.locator('#month-told').innerText(), '2016-01');
    assert.equal(await count(page), 2, 'kin always, and a marriage from 2016 on');
    await page.keyboard.press('End');
    assert.match(await page.locator('#month-told').innerText(), /^2019-/);
    assert.ok(await count(page) > 2);
    await page.keyboard.press('Home');
    assert.equal(await page.locator('#month-told').innerText(), 'all times');
    await close();
  },

  async 'a path is found by mouse, the same as on the command line'(url, graph) {
    const { page, close } = await opened(url);
    for (const [field, name] of [['from', 'Ana Vega'], ['to', 'Zoë Hartwell']]) {
      await page.locator(`#${field}`).fill(name.slice(0, 3));
      await page.locator(`#${field}-list li`, { hasText: name }).click();
    }
    assert.equal(await heading(page), 'From Ana Vega to Zoë Hartwell');
    assert.equal(await page.locator('#panel ol li').count(), 5);
    assert.deepEqual((await shownPath(page)).sort(), bestPath(graph, 'Ana Vega', 'Zoë Hartwell').sort());
    await page.locator('#groups-presence').uncheck();
    assert.equal(await page.locator('#panel ol li').count(), 6, 'another way when a kind of relationship is left out');
    await close();
  },

  async 'everything is done by keyboard alone'(url) {
    const { page, close } = await opened(url);
    await page.keyboard.press('/');
    await page.keyboard.type('annie');
    await page.keyboard.press('Enter');
    assert.equal(await heading(page), 'Ana Vega', 'found by another name');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ra');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    assert.equal(await heading(page), 'From Raul Ortiz to Jonas Brandt');
    await page.locator('#graph').focus();
    await page.keyboard.press('Escape');
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key);
    const walked = await page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('node'));
    assert.ok(walked, 'arrows choose a node');
    for (const key of ['+', '-', '0']) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'panel');
    await page.keyboard.press('t');
    assert.equal(await page.locator('#table tbody tr').count(), 11);
    await page.keyboard.press('?');
    assert.ok(await page.locator('#help').isVisible());
    await page.keyboard.press('Escape');
    assert.ok(!await page.locator('#help').isVisible());
    await close();
  },

  async 'the table shows the same, and leads to the same'(url) {
    const { page, close } = await opened(url);
    await page.locator('#as-table').click();
    const rows = page.locator('#table tbody tr');
    assert.equal(await rows.count(), 11);
    await rows.filter({ hasText: 'married to' }).getByRole('button', { name: 'married to' }).click();
    assert.match(await heading(page), /Edith Moray|Jonas Brandt/);
    await close();
  },

  async 'a link restores the view'(url) {
    const first = await opened(url);
    await first.page.locator('#statuses-rumored').uncheck();
    await first.page.locator('#confidence').fill('0.3');
    await first.page.mouse.click(...await place(first.page, 'p3'));
    await first.page.locator('#as-table').click();
    const link = first.page.url();
    const told = await first.page.locator('#panel').innerText();
    await first.close();
    const second = await opened(link);
    assert.equal(await second.page.locator('#panel').innerText(), told);
    assert.ok(!await second.page.locator('#statuses-rumored').isChecked());
    assert.equal(await second.page.locator('#confidence').inputValue(), '0.3');
    assert.ok(await second.page.locator('#table').isVisible());
    await second.close();
    const broken = await opened(`${url}#node=%00&edge=nobody&status=&group=x&confidence=NaN&month=x&from=a&view=b`);
    assert.equal(await count(broken.page), 0);
    await broken.close();
  },

  async 'names that are scripts stay names'() {
    const url = written(join(GRAPHS, 'hostile.json'), 'hostile');
    const { page, close } = await opened(url);
    for (const words of ['script', 'img', 'onmouseover', 'proto', 'constructor', 'javascript', 'aaaa', 'hyperlink']) {
      await page.locator('#search').fill(words);
      await page.keyboard.press('Enter');
      await page.locator('#panel button.edge').first().click();
      assert.equal(await page.locator('#panel a').count(), 0, 'no address that runs is a link');
    }
    await page.locator('#as-table').click();
    assert.equal(await page.locator('#table tbody tr').count(), 10);
    assert.equal(await page.evaluate(() => window.pwned), undefined);
    await page.screenshot({ path: join(shots, 'hostile.png') });
    await close();
  },

  async 'it is looked at in three sizes, light and dark'(url) {
    for (const [name, size, dark] of [['desktop', [1400, 900], false], ['tablet', [1024, 768], true], ['phone', [390, 844], false]]) {
      const { page, close } = await opened(`${url}#node=p0`, { size, dark });
      await page.screenshot({ path: join(shots, `${name}-node.png`), fullPage: name === 'phone' });
      await page.goto(`${url}#edge=c01`);
      await page.reload();
      await page.waitForFunction(() => document.querySelector('#panel h2'));
      await page.screenshot({ path: join(shots, `${name}-edge.png`), fullPage: name === 'phone' });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      assert.ok(!wide, `${name}: nothing sticks out`);
      await close();
    }
  },

  async '2,000 nodes are drawn, 2,001 are asked to choose'() {
    const large = (nodes) => ({
      schema: 'relgraph-graph/1', documents: [], predicates: JSON.parse(execFileSync(RELGRAPH, ['export', '--graph', 'sample', '--json'], { stdio: ['ignore', 'pipe', 'ignore'] })).predicates,
      nodes: Array.from({ length: nodes }, (_, index) => ({ id: `n${index}`, kind: 'person', name: `Person ${index}`, aliases: [] })),
      edges: Array.from({ length: nodes * 2 }, (_, index) => ({
        source: `n${index % nodes}`, target: `n${Math.floor((index * 0.6180339887 % 1) ** 3 * nodes)}`, predicate: 'met',
        claims: [{ id: `c${index}`, status: 'reported', said_by: null, date: '2018', evidence: { text: 'they met' }, document: { id: 'd', title: 'A day', url: null, publisher: null, author: null, published: '2018-01-02', published_by: 'given' } }],
      })).filter((edge) => edge.source !== edge.target),
    });
    const file = (count) => { const path = join(pages, `large${count}.json`); writeFileSync(path, JSON.stringify(large(count))); return path; };
    const refused = spawnSync(RELGRAPH, ['export', '--graph', file(2001), '--format', 'html'], { encoding: 'utf8' });
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /--around/);
    const started = Date.now();
    const url = written(file(2000), 'large');
    const written_in = Date.now() - started;
    const { page, close } = await opened(url);
    await page.locator('#search').fill('person 77');
    await page.keyboard.press('Enter');
    assert.equal(await heading(page), 'Person 77');
    console.log(`    2,000 nodes: ${written_in} ms to write, ${Date.now() - started - written_in} ms to open and search`);
    await page.screenshot({ path: join(shots, 'large.png') });
    await close();
  },

  async 'served live, the page asks its own server alone'(_, graph) {
    const server = spawn(RELGRAPH, ['serve', '--port', '0', '--graph', graph], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const url = await new Promise((resolve) => server.stdout.once('data', (line) => resolve(String(line).trim())));
      const { page, close } = await opened(url, { allowed: url });
      await page.locator('#search').fill('karin');
      await page.locator('#search-list li').first().click();
      assert.equal(await heading(page), 'Karin Lindqvist');
      await page.locator('#from').fill('Ana');
      await page.locator('#from-list li').first().click();
      await page.locator('#to').fill('Zoë');
      await page.locator('#to-list li').first().click();
      assert.equal(await page.locator('#panel ol li').count(), 5);
      await close();
      const evil = await fetch(`${url}api/v1/search?q=a`, { headers: { origin: 'http://evil.example' } });
      assert.equal(evil.status, 403);
    } finally {
      server.kill();
    }
  },
};

const graph = join(GRAPHS, 'society.json');
const url = written(graph, 'society');
let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test(url, graph);
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n${error.stack ?? error}`);
  }
}
await browser.close();
console.log(failed ? `${failed} failed` : `all ${Object.keys(tests).length} passed; screenshots in ${shots}`);
process.exit(failed ? 1 : 0);
