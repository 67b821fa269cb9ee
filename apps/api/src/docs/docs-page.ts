/**
 * A page that reads `/openapi.json` and writes it out with DOM calls alone: it must live under our own
 * content security policy.
 */
export const docsPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Situation Table: API</title>
<link rel="stylesheet" href="/docs/page.css">
<script src="/docs/page.js" defer></script>
</head>
<body>
<header><h1>Situation Table: API</h1><p>The document itself: <a href="/openapi.json">openapi.json</a></p></header>
<main id="operations" aria-busy="true"><p>Reading the document…</p></main>
<noscript><p>This page needs its script; openapi.json can be read without.</p></noscript>
</body>
</html>
`;

export const docsStyle = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; }
h2 { border-bottom: 1px solid; margin-top: 2rem; }
summary { cursor: pointer; padding: .35rem 0; }
summary:focus-visible { outline: 3px solid; outline-offset: 2px; }
summary b { display: inline-block; font-family: ui-monospace, monospace; min-width: 4.5rem; }
summary code { font-size: 1rem; }
table { border-collapse: collapse; margin: .5rem 0; width: 100%; }
th, td { border: 1px solid; padding: .25rem .5rem; text-align: left; vertical-align: top; }
pre { overflow-x: auto; padding: .5rem; border: 1px solid; }
`;

export const docsScript = `'use strict';
const methods = ['get', 'post', 'put', 'patch', 'delete'];
function make(tag, text, ...children) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  element.append(...children);
  return element;
}
function table(heads, rows) {
  const head = make('tr', '', ...heads.map((word) => Object.assign(make('th', word), { scope: 'col' })));
  return make('table', '', make('thead', '', head), make('tbody', '', ...rows.map((row) => make('tr', '', ...row.map((cell) => make('td', String(cell ?? '')))))));
}
function resolve(api, schema) {
  const name = schema && schema.$ref ? schema.$ref.split('/').pop() : undefined;
  return name ? { name, schema: api.components.schemas[name] } : { name: '', schema };
}
function show(api, title, content) {
  const [type, media] = Object.entries(content ?? {})[0] ?? [];
  if (!media) return make('p', title + ': no body');
  const { name, schema } = resolve(api, media.schema);
  return make('section', '', make('h4', title + ' (' + type + ') ' + name), make('pre', JSON.stringify(schema, null, 2)));
}
function operation(api, path, method, described) {
  const parts = [make('summary', '', make('b', method.toUpperCase()), make('code', path), document.createTextNode('  ' + (described.summary ?? '')))];
  parts.push(make('p', 'Permission: ' + described['x-permission'] + '; matrix rows: ' + (described['x-matrix-rows'] ?? []).join(', ')));
  if (described.description) parts.push(make('p', described.description));
  if (described.parameters?.length) parts.push(table(['Parameter', 'In', 'Required', 'Meaning'], described.parameters.map((one) => [one.name, one.in, one.required ? 'yes' : 'no', one.description ?? ''])));
  if (described.requestBody) parts.push(show(api, 'Request', described.requestBody.content));
  for (const [status, answer] of Object.entries(described.responses)) {
    parts.push(status < '300' ? show(api, status, answer.content) : make('p', status + ': ' + (answer.description ?? api.components.responses[answer.$ref.split('/').pop()].description)));
  }
  return make('details', '', ...parts);
}
async function start() {
  const main = document.getElementById('operations');
  const api = await (await fetch('/openapi.json')).json();
  const groups = new Map();
  for (const [path, item] of Object.entries(api.paths)) for (const method of methods) if (item[method]) {
    const tag = item[method].tags?.[0] ?? 'API';
    if (!groups.has(tag)) groups.set(tag, make('section', '', make('h2', tag)));
    groups.get(tag).append(operation(api, path, method, item[method]));
  }
  main.replaceChildren(...groups.values());
  main.removeAttribute('aria-busy');
}
start().catch(() => { document.getElementById('operations').textContent = 'The document could not be read.'; });
`;
