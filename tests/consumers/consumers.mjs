// Has JavaScript programs read the exports: consumers.mjs RELGRAPH GRAPH.json...
// Run it in a folder where ./run has installed them.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';

const require = createRequire(pathToFileURL(join(process.cwd(), 'here.js')));
const load = async (name) => import(pathToFileURL(require.resolve(name)));

class Graph {
  constructor(relgraph, path) {
    Object.assign(this, { relgraph, path });
    const { nodes, edges } = JSON.parse(this.export('json'));
    this.nodes = new Map(nodes.map((node) => [node.id, node]));
    this.edges = new Map(edges.map((edge) => [edge.id, edge]));
  }

  export(format, ...more) {
    const args = ['export', '--graph', this.path, '--format', format, ...more];
    return execFileSync(this.relgraph, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  }
}

/** Text as an XML reader gives it back. */
const plain = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

/** A name as far as Mermaid shows it. */
const cut = (name) => ([...name].length > 80 ? `${[...name].slice(0, 80).join('')}…` : name);

/** The words of a text, as a picture shows them. */
const words = (text) => plain(text).replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u200f\u202e\ufffd]+/g, ' ').trim();

const checks = {
  async jsonByD3(graph) {
    const { forceLink, forceSimulation } = await load('d3-force');
    const { nodes, links } = JSON.parse(graph.export('json', '--edges-key', 'links'));
    forceSimulation(nodes).force('link', forceLink(links).id((node) => node.id)).stop().tick();
    const ends = links.map((link) => [link.source.name, link.target.name, link.status]);
    const named = (id) => graph.nodes.get(id).name;
    assert.deepEqual(ends, [...graph.edges.values()].map((edge) => [named(edge.source), named(edge.target), edge.status]));
    assert.ok(nodes.every((node) => Number.isFinite(node.x)));
  },

  async cytoscapeByCytoscapeJs(graph) {
    const cytoscape = (await load('cytoscape')).default;
    const cy = cytoscape({ headless: true, elements: JSON.parse(graph.export('cytoscape')).elements });
    const names = cy.nodes().map((node) => [node.id(), node.data('name')]);
    assert.deepEqual(new Map(names), new Map([...graph.nodes].map(([id, node]) => [id, node.name])));
    assert.equal(cy.edges().length, graph.edges.size);
    cy.edges().forEach((edge) => {
      const expected = graph.edges.get(edge.id());
      assert.equal(edge.data('status'), expected.status);
      assert.deepEqual(edge.data('claims'), expected.claims);
    });
  },

  async gexfByGraphology(graph) {
    const { MultiDirectedGraph } = require('graphology');
    const gexf = require('graphology-gexf');
    const read = gexf.parse(MultiDirectedGraph, graph.export('gexf'));
    assert.equal(read.order, graph.nodes.size);
    assert.equal(read.size, graph.edges.size);
    read.forEachNode((id, data) => assert.equal(data.name, plain(graph.nodes.get(id).name)));
    read.forEachEdge((id, data) => {
      const expected = graph.edges.get(id);
      assert.equal(data.status, expected.status);
      assert.equal(data.date ?? null, expected.date);
      assert.deepEqual(JSON.parse(data.claims), expected.claims);
    });
  },

  async mermaidByMermaidCli(graph) {
    if (!existsSync('puppeteer.json')) return 'SKIPPED: needs Chromium';
    const folder = mkdtempSync(join(tmpdir(), 'relgraph-mermaid-'));
    const [text, drawn] = ['graph.mmd', 'graph.svg'].map((name) => join(folder, name));
    writeFileSync(text, graph.export('mermaid'));
    const mmdc = join(process.cwd(), 'node_modules/.bin/mmdc');
    execFileSync(mmdc, ['--quiet', '--puppeteerConfigFile', join(process.cwd(), 'puppeteer.json'), '--input', text, '--output', drawn]);
    const { JSDOM } = await load('jsdom');
    const { document } = new JSDOM(readFileSync(drawn, 'utf8'), { contentType: 'image/svg+xml' }).window;
    document.querySelectorAll('br').forEach((line) => line.replaceWith(' '));
    const texts = (selector) => [...document.querySelectorAll(selector)].map((label) => words(label.textContent)).sort();
    assert.deepEqual(texts('g.node .nodeLabel'), [...graph.nodes.values()].map((node) => words(cut(node.name))).sort());
    assert.equal(document.querySelectorAll('path.flowchart-link').length, graph.edges.size);
    assert.equal(texts('.edgeLabels .edgeLabel .edgeLabel').length, graph.edges.size);
    assert.equal(document.querySelectorAll('script, a, img').length, 0, 'nothing of a name is markup');
  },
};

const [relgraph, ...paths] = process.argv.slice(2);
let failed = 0;
for (const path of paths) {
  const graph = new Graph(relgraph, path);
  for (const [name, check] of Object.entries(checks)) {
    try {
      console.log((await check(graph)) ?? 'ok     ', name, basename(path));
    } catch (error) {
      failed += 1;
      console.log('FAILED ', name, basename(path), String(error.stack ?? error).slice(0, 600));
    }
  }
}
process.exit(failed > 0 ? 1 : 0);
