import PDFDocument from 'pdfkit';
import { dayOf, partsOfDay } from '#domain/days';
import { fontFile, type Face, type Subset } from '../fonts.js';
import type { Document } from '../model/document.js';
import { wordsOf } from '../words/language.js';

/** A piece of a line that is drawn with one file of the font. */
export interface Run {
  readonly drawn: string;
  readonly subset: Subset;
  /** What is read instead of what is drawn, where the font has no sign of its own for it. */
  readonly actual?: string;
  /** How large it is drawn against the line. */
  readonly scale: number;
}

const noDay = dayOf('1970-01-01');

/** What pdfkit knows of an embedded font, and does not declare. */
interface Embedded {
  readonly font: { readonly characterSet: readonly number[] };
}

const signs = new Map<Subset, ReadonlySet<number>>();
const subsets: readonly Subset[] = ['latin', 'latin-ext'];
const nameOf = (face: Face, subset: Subset): string => `${face}-${subset}`;

/** A narrow space is no sign of the font: the ordinary one that does not break is drawn smaller. */
const narrowSpace = '\u202f';
const narrowScale = 0.6;
const clusters = /\P{M}\p{M}+|./gsu;

/** The fonts of one PDF: which signs they have, how wide words are, and how a line is drawn with them. */
export class Fonts {
  readonly #widths = new Map<string, number>();
  readonly #runs = new Map<string, readonly Run[]>();

  constructor(readonly doc: PDFKit.PDFDocument) {
    for (const face of ['regular', 'bold'] as const)
      for (const subset of subsets) doc.registerFont(nameOf(face, subset), fontFile(face, subset, 'woff'));
  }

  /** How wide a text is in points; words are measured once. */
  widthOf(text: string, face: Face, size: number): number {
    let width = 0;
    for (const word of text.split(/(?<= )/)) width += this.#wordWidth(word, face);
    return (width * size) / 1000;
  }

  #wordWidth(word: string, face: Face): number {
    const key = `${face} ${word}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    const width = this.#runsOf(word).reduce(
      (sum, { drawn, subset, scale }) =>
        sum + scale * this.doc.font(nameOf(face, subset), 1000).widthOfString(drawn),
      0,
    );
    this.#widths.set(key, width);
    return width;
  }

  /**
   * A text in lines of at most this width, the first after an indent; joined, the lines are the text, with the
   * spaces at their ends.
   */
  linesOf(text: string, face: Face, size: number, width: number, indent = 0): string[] {
    const lines: string[] = [];
    let line = '';
    let length = indent;
    for (const word of text.split(/(?<= )/)) {
      const bare = this.widthOf(word.trimEnd(), face, size);
      if ((line !== '' || (lines.length === 0 && indent > 0)) && length + bare > width) {
        lines.push(line);
        line = '';
        length = 0;
      }
      if (bare > width) {
        const pieces = this.#cut(word, face, size, width);
        line = pieces.pop() ?? '';
        lines.push(...pieces);
        length = this.widthOf(line, face, size);
      } else {
        line += word;
        length += this.widthOf(word, face, size);
      }
    }
    return [...lines, line];
  }

  /** A word that is longer than a line, cut between characters. */
  #cut(word: string, face: Face, size: number, width: number): string[] {
    const pieces: string[] = [];
    let piece = '';
    let length = 0;
    for (const [cluster] of word.matchAll(clusters)) {
      const wide = this.widthOf(cluster, face, size);
      if (piece !== '' && cluster !== ' ' && length + wide > width) {
        pieces.push(piece);
        piece = '';
        length = 0;
      }
      piece += cluster;
      length += wide;
    }
    return [...pieces, piece];
  }

  /** Draws a line; where it starts is told by the left end and the top. */
  draw(text: string, x: number, y: number, face: Face, size: number): void {
    let at = x;
    const runs = this.#runsOf(text);
    for (const { drawn, subset, actual, scale } of runs) {
      if (drawn === '') continue;
      this.doc.font(nameOf(face, subset), size * scale);
      if (actual !== undefined) this.doc.markContent('Span', { actual });
      this.doc.text(drawn, at, y + size * (1 - scale), { lineBreak: false });
      if (actual !== undefined) this.doc.endMarkedContent();
      if (runs.length > 1) at += this.doc.widthOfString(drawn);
    }
  }

  /** A text in runs. Each sign of the font is one character, so that what is drawn can be read back. */
  #runsOf(text: string): readonly Run[] {
    const known = this.#runs.get(text);
    if (known) return known;
    const runs: { drawn: string; subset: Subset; actual?: string; scale: number }[] = [];
    for (const [cluster] of text.matchAll(clusters)) {
      const subset = cluster.length === 1 ? this.#subsetOf(cluster) : undefined;
      const last = runs.at(-1);
      if (subset) {
        if (last?.subset === subset && last.actual === undefined) last.drawn += cluster;
        else runs.push({ drawn: cluster, subset, scale: 1 });
      } else if (cluster === narrowSpace) {
        runs.push({ drawn: '\u00a0', subset: 'latin', actual: cluster, scale: narrowScale });
      } else if (last?.actual !== undefined && last.scale === 1) {
        last.drawn += cluster;
        last.actual += cluster;
      } else runs.push({ drawn: cluster, subset: 'latin', actual: cluster, scale: 1 });
    }
    if (text.length < 60) this.#runs.set(text, runs);
    return runs;
  }

  #subsetOf(character: string): Subset | undefined {
    const code = character.codePointAt(0) ?? 0;
    return subsets.find((subset) => this.#signsOf(subset).has(code));
  }

  /** The signs of a subset; both faces have the same ones. A process asks the font once. */
  #signsOf(subset: Subset): ReadonlySet<number> {
    const known = signs.get(subset);
    if (known) return known;
    this.doc.font(nameOf('regular', subset));
    const found = new Set((this.doc as unknown as { _font: Embedded })._font.font.characterSet);
    signs.set(subset, found);
    return found;
  }
}

/** A tagged PDF with a title and a language. pdfkit needs a day: it is the document's own, never the clock's. */
export function newPdf({ title, language, day }: Document): PDFKit.PDFDocument {
  const made = new Date(partsOfDay(day ?? noDay).at);
  return new PDFDocument({
    size: 'LETTER',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: wordsOf(language).tag,
    tagged: true,
    displayTitle: true,
    info: { Title: title, Producer: 'Situation Table', Creator: 'Situation Table', CreationDate: made },
  });
}
