import type { Face } from '../fonts.js';
import type { Document } from '../model/document.js';
import { Fonts, newPdf } from './fonts.js';

export type Element = PDFKit.PDFStructureElement;

/** Letter, in points. */
export const page = { width: 612, height: 792, left: 46, right: 566, top: 42, bottom: 742 } as const;
export const contentWidth = page.right - page.left;

export const colour = {
  ink: '#17212b',
  quiet: '#4a5764',
  edge: '#ccd5dd',
  bar: '#0b4f79',
  barSoft: '#d8e8f3',
  deep: '#0c3a57',
  paper: '#ffffff',
} as const;

/** How a text is set. */
export interface Setting {
  readonly face: Face;
  readonly size: number;
  readonly ink: string;
}

export const lineHeight = 1.32;

/** What a structure element may say of itself; pdfkit's types leave the scope of a heading out. */
export interface ElementOptions {
  readonly title?: string;
  readonly actual?: string;
  readonly scope?: 'Row' | 'Column';
}

/** Pages that are filled from the top, and the tree that says what is on them. */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly fonts: Fonts;
  readonly root: Element;
  y: number = page.top;
  #onNewPage: (() => void) | undefined;

  constructor(document: Document) {
    this.doc = newPdf(document);
    this.doc.addPage();
    this.fonts = new Fonts(this.doc);
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  /** How much room is left on the page. */
  get room(): number {
    return page.bottom - this.y;
  }

  /** Goes to the next page unless there is so much room; what is higher than a page starts on a new one. */
  need(height: number): void {
    if (height > this.room && this.y > page.top) this.newPage();
  }

  newPage(): void {
    this.doc.addPage();
    this.y = page.top;
    this.#onNewPage?.();
  }

  /** What is repeated at the top of each page while something is drawn. */
  repeating(onNewPage: () => void, work: () => void): void {
    this.#onNewPage = onNewPage;
    work();
    this.#onNewPage = undefined;
  }

  /** An element of the tree in another. */
  element(parent: Element, type: string, options: ElementOptions = {}): Element {
    const made = this.doc.struct(type, options);
    parent.add(made);
    return made;
  }

  /** Draws what an element contains. */
  drawn(element: Element, type: string, draw: () => void): void {
    const content = this.doc.markStructureContent(type);
    draw();
    this.doc.endMarkedContent();
    element.add(content);
  }

  /** Draws what is no content: rules, bars that a table says in words, what is repeated on each page. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  rule(x: number, y: number, width: number, thickness: number, ink: string): void {
    this.artifact('Layout', () => this.doc.rect(x, y, width, thickness).fill(ink));
  }

  /** One line of text; its baseline is the same whatever signs are in it. */
  line(text: string, x: number, y: number, { face, size, ink }: Setting): void {
    this.doc.fillColor(ink);
    this.fonts.draw(text, x, y, face, size);
  }

  /** A text as an element, over pages if need be. */
  text(parent: Element, type: string, text: string, setting: Setting, x: number, width: number): void {
    const element = this.element(parent, type);
    const lines = this.fonts.linesOf(text, setting.face, setting.size, width);
    const height = setting.size * lineHeight;
    let next = 0;
    while (next < lines.length) {
      this.need(Math.min(2, lines.length - next) * height);
      const fits = Math.max(1, Math.floor((this.room + 0.01) / height));
      const now = lines.slice(next, next + fits);
      this.drawn(element, type, () =>
        now.forEach((line, place) => this.line(line, x, this.y + place * height, setting)),
      );
      this.y += now.length * height;
      next += now.length;
    }
    element.end();
  }

  /** How high a text is in a column. */
  heightOf(text: string, { face, size }: Setting, width: number): number {
    return this.fonts.linesOf(text, face, size, width).length * size * lineHeight;
  }
}
