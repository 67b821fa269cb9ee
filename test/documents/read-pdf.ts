import {
  isDictionary,
  Name,
  PdfFile,
  Reference,
  Scanner,
  Text,
  type Dictionary,
  type Value,
} from './pdf-objects.js';
import type { ReadCell, ReadPage, ReadTable } from './read.js';

/** What is written on a page, by the number of its marked content, and what is no content. */
interface PageTexts {
  readonly marked: ReadonlyMap<number, string>;
  readonly artifacts: readonly string[];
  readonly unmarked: string;
  readonly places: readonly (readonly [x: number, y: number])[];
}

export interface ReadPdf extends ReadPage {
  readonly pages: number;
  /** What is repeated or drawn on each page beside the content. */
  readonly artifacts: readonly (readonly string[])[];
  readonly bookmarks: readonly string[];
  /** Where each text begins, in points from the lower left corner of its page. */
  readonly places: readonly (readonly [x: number, y: number])[];
  readonly fontsEmbedded: boolean;
  /** Every element of the tree with its kind and scope, for tests of tags. */
  readonly kinds: readonly string[];
}

interface Element {
  readonly kind: string;
  readonly scope: string;
  readonly text: string;
  readonly children: readonly Element[];
}

/** Reads a tagged PDF back by its tree, as a screen reader does. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = new PdfFile(bytes);
  const root = file.dictionary(file.trailer, 'Root');
  if (file.get(file.dictionary(root, 'MarkInfo'), 'Marked') !== true) throw new Error('not tagged');
  const pages = (file.get(file.dictionary(root, 'Pages'), 'Kids') as Reference[]).map(({ id }) => id);
  const texts = new Map(pages.map((id) => [id, textsOf(file, id)]));
  const loose = [...texts.values()].map(({ unmarked }) => unmarked).join('');
  if (loose !== '') throw new Error(`text without a tag: ${loose}`);
  const tree = file.dictionary(root, 'StructTreeRoot');
  const [document] = childrenOf(file, tree, texts, undefined);
  const page = { texts: [] as string[], tables: [] as ReadTable[], kinds: [] as string[] };
  if (document) walk(document, page);
  return {
    ...page,
    title: (file.get(file.dictionary(file.trailer, 'Info'), 'Title') as Text).decoded,
    language: (file.get(root, 'Lang') as Text).decoded,
    pages: pages.length,
    artifacts: [...texts.values()].map(({ artifacts }) => artifacts),
    bookmarks: root.entries.has('Outlines') ? bookmarksOf(file, file.dictionary(root, 'Outlines')) : [],
    places: [...texts.values()].flatMap(({ places }) => places),
    fontsEmbedded: pages.every((id) => fontsOf(file, id).every(({ isEmbedded }) => isEmbedded)),
  };
}

function bookmarksOf(file: PdfFile, parent: Dictionary): string[] {
  const titles: string[] = [];
  for (let item = file.get(parent, 'First'); isDictionary(item); item = file.get(item, 'Next'))
    titles.push((file.get(item, 'Title') as Text).decoded, ...bookmarksOf(file, item));
  return titles;
}

function childrenOf(
  file: PdfFile,
  element: Dictionary,
  texts: ReadonlyMap<number, PageTexts>,
  own: ((text: string) => void) | undefined,
): Element[] {
  const kids = element.entries.get('K');
  const list = Array.isArray(kids) ? (kids as Value[]) : kids === undefined ? [] : [kids as Value];
  const page = element.entries.get('Pg');
  const children: Element[] = [];
  for (const kid of list) {
    const value = file.of(kid);
    if (typeof value === 'number') own?.(markedText(texts, page, value));
    else if (isDictionary(value)) {
      const id = value.entries.get('MCID');
      if (typeof id === 'number') own?.(markedText(texts, value.entries.get('Pg') ?? page, id));
      else children.push(elementOf(file, value, texts));
    }
  }
  return children;
}

function markedText(texts: ReadonlyMap<number, PageTexts>, page: Value | undefined, id: number): string {
  const text = page instanceof Reference ? texts.get(page.id)?.marked.get(id) : undefined;
  if (text === undefined) throw new Error(`marked content ${id} is on no page`);
  return text;
}

function elementOf(file: PdfFile, dictionary: Dictionary, texts: ReadonlyMap<number, PageTexts>): Element {
  let text = '';
  const children = childrenOf(file, dictionary, texts, (more) => (text += more));
  const actual = file.get(dictionary, 'ActualText');
  const attributes = file.get(dictionary, 'A');
  const scope = isDictionary(attributes) ? file.get(attributes, 'Scope') : undefined;
  return {
    kind: (file.get(dictionary, 'S') as Name).name,
    scope: scope instanceof Name ? scope.name : '',
    text: actual instanceof Text ? actual.decoded : text,
    children,
  };
}

function walk(element: Element, page: { texts: string[]; tables: ReadTable[]; kinds: string[] }): void {
  page.kinds.push(element.kind + (element.scope === '' ? '' : `:${element.scope}`));
  if (element.kind === 'Table') page.tables.push(tableOf(element, page.kinds));
  else if (element.children.every(({ kind }) => kind === 'Reference')) page.texts.push(element.text);
  else for (const child of element.children) walk(child, page);
}

function tableOf(element: Element, kinds: string[]): ReadTable {
  const rowsOf = (kind: string): Element[] =>
    element.children.filter((child) => child.kind === kind).flatMap(({ children }) => children);
  const cells = (row: Element): ReadCell[] =>
    row.children.map((cell) => {
      kinds.push(cell.kind + (cell.scope === '' ? '' : `:${cell.scope}`));
      return [cell.text, cell.children.map(({ text }) => text).join('')];
    });
  return {
    caption: element.children.find(({ kind }) => kind === 'Caption')?.text ?? '',
    headings: rowsOf('THead').flatMap(cells),
    rows: rowsOf('TBody').map(cells),
  };
}

interface Font {
  readonly name: string;
  readonly isEmbedded: boolean;
  readonly characters: ReadonlyMap<number, string>;
}

function fontsOf(file: PdfFile, page: number): Font[] {
  const resources = file.dictionary(file.of(new Reference(page)) as Dictionary, 'Resources');
  const fonts = file.get(resources, 'Font');
  if (!isDictionary(fonts)) return [];
  return [...fonts.entries].map(([name, reference]) => {
    const font = file.of(reference) as Dictionary;
    const [descendant] = file.get(font, 'DescendantFonts') as Value[];
    const descriptor = file.dictionary(file.of(descendant) as Dictionary, 'FontDescriptor');
    return {
      name,
      isEmbedded: descriptor.entries.has('FontFile2') || descriptor.entries.has('FontFile3'),
      characters: charactersOf(file.stream(font.entries.get('ToUnicode') as Reference)),
    };
  });
}

function charactersOf(map: string): Map<number, string> {
  const characters = new Map<number, string>();
  for (const [, first = '', , list = ''] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi))
    [...list.matchAll(/<([^>]*)>/g)].forEach(([, codes = ''], place) =>
      characters.set(
        parseInt(first, 16) + place,
        new TextDecoder('utf-16be').decode(Buffer.from(codes.replaceAll(' ', ''), 'hex')),
      ),
    );
  return characters;
}

interface Mark {
  readonly id?: number;
  readonly isArtifact: boolean;
  readonly actual?: string;
  text: string;
}

/** Follows the marks of a page; what a span says it is stands for what it draws. */
function textsOf(file: PdfFile, id: number): PageTexts {
  const page = file.of(new Reference(id)) as Dictionary;
  const fonts = new Map(fontsOf(file, id).map(({ name, characters }) => [name, characters]));
  const scanner = new Scanner(file.stream(page.entries.get('Contents') as Reference));
  const marked = new Map<number, string>();
  const artifacts: string[] = [];
  let unmarked = '';
  const places: [number, number][] = [];
  const open: Mark[] = [];
  let characters: ReadonlyMap<number, string> | undefined;
  let operands: Value[] = [];
  const show = (text: Text): void => {
    for (let at = 0; at < text.bytes.length; at += 2) {
      const code = text.bytes.charCodeAt(at) * 256 + text.bytes.charCodeAt(at + 1);
      const character = characters?.get(code) ?? '';
      const mark = open.at(-1);
      if (mark) mark.text += character;
      else unmarked += character;
    }
  };
  const close = (): void => {
    const mark = open.pop();
    if (!mark) throw new Error('an end without a beginning');
    const text = mark.actual ?? mark.text;
    const outer = open.at(-1);
    if (mark.id !== undefined) marked.set(mark.id, (marked.get(mark.id) ?? '') + text);
    else if (mark.isArtifact) artifacts.push(text);
    else if (outer) outer.text += text;
    else unmarked += text;
  };
  for (let value = scanner.next(); value !== undefined; value = scanner.next()) {
    if (typeof value !== 'string') {
      operands.push(value);
      continue;
    }
    if (value === 'BDC' || value === 'BMC') open.push(markOf(operands));
    else if (value === 'EMC') close();
    else if (value === 'Tf') characters = fonts.get((operands[0] as Name).name);
    else if (value === 'Tj') show(operands[0] as Text);
    else if (value === 'Tm') places.push([operands[4] as number, operands[5] as number]);
    else if (value === 'TJ') for (const part of operands[0] as Value[]) if (part instanceof Text) show(part);
    operands = [];
  }
  if (open.length > 0) throw new Error('a mark without its end');
  return { marked, artifacts, unmarked, places };
}

function markOf([tag, properties]: readonly Value[]): Mark {
  const entries = isDictionary(properties) ? properties.entries : new Map<string, Value>();
  const id = entries.get('MCID');
  const actual = entries.get('ActualText');
  return {
    ...(typeof id === 'number' ? { id } : {}),
    ...(actual instanceof Text ? { actual: actual.decoded } : {}),
    isArtifact: (tag as Name).name === 'Artifact',
    text: '',
  };
}
