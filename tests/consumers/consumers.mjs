// Has JavaScript programs read the exports: consumers.mjs RELGRAPH GRAPH.json...
// Run it in a folder where `npm install cytoscape graphology graphology-gexf mermaid jsdom` was done.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
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

const checks = {
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

  async mermaidByMermaid(graph) {
    const { JSDOM } = await load('jsdom');
    const { window } = new JSDOM('');
    Object.assign(globalThis, { window, document: window.document });
    const mermaid = (await load('mermaid')).default;
    const text = graph.export('mermaid');
    await mermaid.parse(text);
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    const read = diagram.db.getData();
    assert.equal(read.nodes.length, graph.nodes.size);
    assert.equal(read.edges.length, graph.edges.size);
  },
};

const [relgraph, ...paths] = process.argv.slice(2);
let failed = 0;
for (const path of paths) {
  const graph = new Graph(relgraph, path);
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check(graph);
      console.log('ok     ', name, basename(path));
    } catch (error) {
      failed += 1;
      console.log('FAILED ', name, basename(path), String(error.stack ?? error).slice(0, 600));
    }
  }
}
process.exit(failed > 0 ? 1 : 0);
