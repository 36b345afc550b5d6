/** The vendored library; its own types come as a module, which the page does not use. */
declare function cytoscape(options: object): any;
