import type { Block, Document, Note } from '../model/document.js';
import { numberText } from '../words/figures.js';
import { wordsOf, type Language } from '../words/language.js';
import { drawLine } from './line.js';
import { colour, contentWidth, lineHeight, page, Paper, type Setting } from './paper.js';
import { drawTable } from './table.js';

/**
 * A tagged PDF on Letter, with its title, its language, bookmarks and its fonts in it. The bytes are the same for
 * the same document.
 */
export async function pdfOf(document: Document): Promise<Uint8Array> {
  const paper = new Paper(document);
  const chunks: Uint8Array[] = [];
  paper.doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => {
    paper.doc.on('end', resolve);
    paper.doc.on('error', reject);
  });
  drawTop(paper, document);
  drawBlocks(paper, document);
  drawFeet(paper, document);
  paper.root.end();
  paper.doc.end();
  await ended;
  return Buffer.concat(chunks);
}

const title: Setting = { face: 'bold', size: 21, ink: colour.ink };
const over: Setting = { face: 'bold', size: 10, ink: colour.bar };
const subtitle: Setting = { face: 'regular', size: 11, ink: colour.quiet };
const body: Setting = { face: 'regular', size: 10, ink: colour.ink };
const small: Setting = { face: 'regular', size: 8, ink: colour.quiet };
const headings: Readonly<Record<number, Setting>> = {
  2: { face: 'bold', size: 15, ink: colour.deep },
  3: { face: 'bold', size: 12, ink: colour.deep },
};

function drawTop(paper: Paper, document: Document): void {
  const line = (type: string, text: string | undefined, setting: Setting): void => {
    if (text !== undefined) paper.text(paper.root, type, text, setting, page.left, contentWidth);
  };
  line('P', document.over, over);
  const width = paper.fonts.widthOf(document.title, title.face, title.size);
  // A title that is a little too long for its line is set a little smaller.
  const size = Math.max(17, Math.min(title.size, (title.size * (contentWidth - 1)) / width));
  line('H1', document.title, { ...title, size });
  line('P', document.subtitle, subtitle);
  paper.y += 6;
  paper.rule(page.left, paper.y, contentWidth, 3, colour.deep);
  paper.y += 12;
}

function drawBlocks(paper: Paper, { blocks, language }: Document): void {
  const { root, doc } = paper;
  let chapter: PDFKit.PDFOutline | undefined;
  let level: 1 | 2 | 3 = 1;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    if (block.kind === 'table') {
      if (block.line) drawLine(paper, root, block, `H${level + 1}`, language);
      else {
        paper.y += 6;
        drawTable(paper, root, block, language, { x: page.left, width: contentWidth });
        paper.y += 14;
      }
      (chapter ?? doc.outline).addItem(block.caption);
    } else if (block.kind === 'heading') {
      level = Math.min(block.level, level + 1) as 2 | 3;
      const setting = headings[level] as Setting;
      paper.y += 10;
      paper.need(130);
      paper.text(root, `H${level}`, block.text, setting, page.left, contentWidth);
      paper.y += 5;
      const item = (level === 2 ? doc.outline : (chapter ?? doc.outline)).addItem(block.text);
      if (level === 2) chapter = item;
    } else if (block.kind === 'note') {
      const notes: Note[] = [];
      for (let next = blocks[at]; next?.kind === 'note'; next = blocks[at + notes.length]) notes.push(next);
      drawNotes(paper, notes);
      at += notes.length - 1;
    } else drawWords(paper, block);
  }
}

function drawWords(paper: Paper, block: Exclude<Block, { kind: 'table' | 'heading' | 'note' }>): void {
  if (block.kind === 'paragraph') {
    paper.text(paper.root, 'P', block.text, body, page.left, Math.min(contentWidth, 440));
    paper.y += 6;
    return;
  }
  const list = paper.element(paper.root, 'L');
  for (const { term, meaning } of block.entries) {
    const item = paper.element(list, 'LI');
    paper.need(40);
    paper.text(item, 'Lbl', term, { ...body, face: 'bold' }, page.left, contentWidth);
    paper.text(item, 'LBody', meaning, body, page.left, Math.min(contentWidth, 440));
    paper.y += 4;
    item.end();
  }
  list.end();
}

/** Small notes in two columns; where they do not fit beside each other, one below the other. */
function drawNotes(paper: Paper, notes: readonly Note[]): void {
  const width = (contentWidth - 20) / 2;
  paper.y += 8;
  for (let at = 0; at < notes.length; at += 2) {
    const pair = notes.slice(at, at + 2);
    const heights = pair.map((note) => heightOfNote(paper, note, width));
    const isWide = Math.max(...heights) > (page.bottom - page.top) / 2 || pair.length === 1;
    if (isWide) for (const note of pair) drawNote(paper, note, page.left, contentWidth);
    else {
      paper.need(Math.max(...heights));
      const top = paper.y;
      pair.forEach((note, place) => {
        paper.y = top;
        drawNote(paper, note, page.left + place * (width + 20), width);
      });
      paper.y = top + Math.max(...heights);
    }
    paper.y += 4;
  }
}

const lead: Setting = { ...small, face: 'bold', ink: colour.ink };

/** The lines of a note: the first goes on after its bold words. */
function linesOfNote({ fonts }: Paper, note: Note, width: number): readonly string[] {
  const indent = fonts.widthOf(`${note.lead} `, lead.face, lead.size);
  if (indent > width * 0.8) return [];
  return fonts.linesOf(note.text, small.face, small.size, width, indent);
}

function heightOfNote(paper: Paper, note: Note, width: number): number {
  const lines = linesOfNote(paper, note, width);
  if (lines.length > 0) return lines.length * small.size * lineHeight;
  return paper.heightOf(note.lead, lead, width) + paper.heightOf(note.text, small, width);
}

function drawNote(paper: Paper, note: Note, x: number, width: number): void {
  const lines = linesOfNote(paper, note, width);
  const height = small.size * lineHeight;
  const element = paper.element(paper.root, 'Div');
  if (lines.length === 0 || lines.length * height > paper.room) {
    paper.text(element, 'P', note.lead, lead, x, width);
    paper.text(element, 'P', note.text, small, x, width);
  } else {
    const after = paper.fonts.widthOf(`${note.lead} `, lead.face, lead.size);
    const [first, rest] = [paper.element(element, 'P'), paper.element(element, 'P')];
    paper.drawn(first, 'P', () => paper.line(note.lead, x, paper.y, lead));
    paper.drawn(rest, 'P', () =>
      lines.forEach((line, at) => paper.line(line, at === 0 ? x + after : x, paper.y + at * height, small)),
    );
    first.end();
    rest.end();
    paper.y += lines.length * height;
  }
  element.end();
}

/** The foot of each page, when it is known how many there are. */
function drawFeet(paper: Paper, document: Document): void {
  const { start, count } = paper.doc.bufferedPageRange();
  const words = wordsOf(document.language);
  const number = (value: number): string => numberText(value, document.language as Language);
  for (let at = start; at < start + count; at += 1) {
    paper.doc.switchToPage(at);
    const pages = document.pageNumbers === false ? '' : words.page(number(at + 1), number(count));
    const width = paper.fonts.widthOf(pages, small.face, small.size);
    const foot = paper.fonts.linesOf(document.foot ?? '', small.face, small.size, contentWidth - width - 20);
    if (pages === '' && document.foot === undefined) continue;
    paper.artifact('Pagination', () => {
      paper.doc.rect(page.left, page.bottom + 8, contentWidth, 0.5).fill(colour.edge);
      foot
        .slice(0, 2)
        .forEach((line, place) => paper.line(line, page.left, page.bottom + 13 + place * 10.5, small));
      paper.line(pages, page.right - width, page.bottom + 13, small);
    });
  }
}
