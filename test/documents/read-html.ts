import type { ReadCell, ReadPage, ReadTable } from './read.js';

/** A piece of a page: a tag with its attributes, or text. */
interface Token {
  readonly tag?: string;
  readonly isEnd: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

/** Unknown entities and loose brackets are faults: whoever escapes too little is found here. */
function unescaped(text: string): string {
  if (/[<>]/.test(text)) throw new Error(`a loose bracket in ${JSON.stringify(text)}`);
  return text.replaceAll(/&([^;&]*);?/g, (whole, name: string) => {
    const character = entities[name];
    if (character === undefined || !whole.endsWith(';')) throw new Error(`no entity: ${whole}`);
    return character;
  });
}

/** Reads a page of the strict form that the maker writes: every attribute is quoted, nothing else passes. */
function tokensOf(html: string): Token[] {
  const tokens: Token[] = [];
  const form = /<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"<>]*")?)*)(\/?)>|([^<]+)/gy;
  form.lastIndex = /^<!doctype html>\n/.exec(html)?.[0].length ?? 0;
  while (form.lastIndex < html.length) {
    const from = form.lastIndex;
    const found = form.exec(html);
    if (!found) throw new Error(`no markup at ${from}: ${html.slice(from, from + 40)}`);
    const [, slash, tag, attributes = '', empty, text] = found;
    if (text !== undefined) tokens.push({ isEnd: false, attributes: new Map(), text: unescaped(text) });
    else if (tag === 'style') {
      form.lastIndex = html.indexOf('</style>', form.lastIndex) + '</style>'.length;
    } else {
      const pairs = [...attributes.matchAll(/ ([a-zA-Z-]+)(?:="([^"]*)")?/g)];
      const read = new Map(pairs.map(([, name = '', value = '']) => [name, unescaped(value)]));
      tokens.push({ tag: tag ?? '', isEnd: slash === '/', attributes: read, text: '' });
      if (empty === '/') tokens.push({ tag: tag ?? '', isEnd: true, attributes: new Map(), text: '' });
    }
  }
  return tokens;
}

const texts = new Set(['h1', 'h2', 'h3', 'h4', 'p', 'dt', 'dd', 'li']);

/** Reads a page back. */
export function readHtml(html: string): ReadPage {
  const page = { title: '', language: '', texts: [] as string[], tables: [] as ReadTable[] };
  let table: { caption: string; headings: ReadCell[]; rows: ReadCell[][] } | undefined;
  let isHead = false;
  let [text, marks]: [string, string] = ['', ''];
  let inMarks = false;
  let isHidden = false;
  for (const token of tokensOf(html)) {
    const { tag, isEnd, attributes } = token;
    if (tag === undefined) {
      if (inMarks) marks += token.text;
      else if (!isHidden) text += token.text;
      continue;
    }
    if (tag === 'html' && !isEnd) page.language = attributes.get('lang') ?? '';
    if (tag === 'title' && isEnd) page.title = text;
    if (tag === 'sup') inMarks = !isEnd;
    if (tag === 'thead') isHead = !isEnd;
    if (tag === 'table' && !isEnd) table = { caption: '', headings: [], rows: [] };
    if (tag === 'tr' && !isEnd && !isHead) table?.rows.push([]);
    if (!isEnd && (texts.has(tag) || tag === 'td' || tag === 'th' || tag === 'title')) {
      [text, marks] = ['', ''];
      isHidden = attributes.get('aria-hidden') === 'true';
    }
    if (isEnd && texts.has(tag)) {
      if (table) table.caption = text;
      else page.texts.push(text);
    }
    if (isEnd && (tag === 'td' || tag === 'th') && table) {
      const isCell: ReadCell = [text, marks];
      if (isHead && tag === 'th') table.headings.push(isCell);
      if (!isHead && !isHidden) table.rows.at(-1)?.push(isCell);
    }
    if (tag === 'table' && isEnd && table) {
      page.tables.push(table);
      table = undefined;
    }
  }
  return page;
}
