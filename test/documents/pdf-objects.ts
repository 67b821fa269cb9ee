import { inflateSync } from 'node:zlib';

/** A value of a PDF: names, references and texts are told apart from plain strings. */
export type Value = null | boolean | number | Name | Reference | Text | readonly Value[] | Dictionary;
export class Name {
  constructor(readonly name: string) {}
}
export class Reference {
  constructor(readonly id: number) {}
}
/** Bytes, one character each. */
export class Text {
  constructor(readonly bytes: string) {}
  /** As text: UTF-16 with its mark, else Latin. */
  get decoded(): string {
    if (!this.bytes.startsWith('\xfe\xff')) return this.bytes;
    return new TextDecoder('utf-16be').decode(Buffer.from(this.bytes, 'latin1'));
  }
}
export interface Dictionary {
  readonly entries: ReadonlyMap<string, Value>;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads values one after the other from the characters of a file or a stream; a bare word is an operator. */
export class Scanner {
  constructor(
    readonly source: string,
    public at = 0,
  ) {}

  #skip(): void {
    while (/\s/.test(this.source[this.at] ?? '')) this.at += 1;
  }

  #match(form: RegExp): RegExpExecArray | null {
    form.lastIndex = this.at;
    const found = form.exec(this.source);
    if (found) this.at = form.lastIndex;
    return found;
  }

  /** The next value, an operator as a string, or undefined at the end. */
  next(): Value | string | undefined {
    this.#skip();
    if (this.at >= this.source.length) return undefined;
    if (this.#match(/<</y)) return this.#dictionary();
    const hex = this.#match(/<([0-9a-fA-F\s]*)>/y);
    if (hex) return new Text(Buffer.from((hex[1] ?? '').replaceAll(/\s/g, ''), 'hex').toString('latin1'));
    if (this.#match(/\[/y)) return this.#list(']');
    if (this.#match(/\(/y)) return this.#text();
    const name = this.#match(/\/([^\s/<>[\]()]*)/y);
    if (name) return new Name(name[1] ?? '');
    const reference = this.#match(/(\d+) \d+ R/y);
    if (reference) return new Reference(Number(reference[1]));
    const number = this.#match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/y);
    if (number) return Number(number[0]);
    const word = this.#match(/[^\s/<>[\]()]+/y)?.[0];
    if (word === undefined) throw new Error(`nothing readable at ${this.at}`);
    return word === 'null' ? null : word === 'true' ? true : word === 'false' ? false : word;
  }

  #list(end: string): Value[] {
    const values: Value[] = [];
    for (;;) {
      this.#skip();
      if (this.source.startsWith(end, this.at)) {
        this.at += end.length;
        return values;
      }
      values.push(this.next() as Value);
    }
  }

  #dictionary(): Dictionary {
    const values = this.#list('>>');
    const entries = new Map<string, Value>();
    for (let at = 0; at < values.length; at += 2)
      entries.set((values[at] as Name).name, values[at + 1] as Value);
    return { entries };
  }

  #text(): Text {
    let bytes = '';
    for (let depth = 1; ; this.at += 1) {
      let character = this.source[this.at] ?? '';
      if (character === '') throw new Error('a text without its end');
      if (character === ')' && --depth === 0) break;
      if (character === '(') depth += 1;
      if (character === '\\') {
        this.at += 1;
        const after = this.source[this.at] ?? '';
        character = escapes[after] ?? after;
      }
      bytes += character;
    }
    this.at += 1;
    return new Text(bytes);
  }
}

export const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === 'object' && value !== null && 'entries' in value && value.entries instanceof Map;

/** A file of objects, found by its table at the end. */
export class PdfFile {
  readonly #source: string;
  readonly #offsets: readonly number[];
  readonly trailer: Dictionary;

  constructor(bytes: Uint8Array) {
    this.#source = Buffer.from(bytes).toString('latin1');
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#source)?.[1]);
    const table = new Scanner(this.#source, start);
    if (table.next() !== 'xref' || table.next() !== 0) throw new Error('no table of objects');
    const count = table.next() as number;
    this.#offsets = Array.from({ length: count }, () => {
      const offset = table.next() as number;
      table.next();
      table.next();
      return offset;
    });
    table.next();
    this.trailer = table.next() as Dictionary;
  }

  /** What a value is, or what it refers to. */
  of(value: Value | undefined): Value | undefined {
    if (!(value instanceof Reference)) return value;
    const scanner = new Scanner(this.#source, this.#offsets[value.id] as number);
    const id = scanner.next();
    scanner.next();
    if (id !== value.id || scanner.next() !== 'obj') throw new Error(`no object ${value.id}`);
    return scanner.next() as Value;
  }

  get(dictionary: Dictionary, key: string): Value | undefined {
    return this.of(dictionary.entries.get(key));
  }

  dictionary(dictionary: Dictionary, key: string): Dictionary {
    const value = this.get(dictionary, key);
    if (!isDictionary(value)) throw new Error(`no dictionary: ${key}`);
    return value;
  }

  /** The bytes of a stream, one character each. */
  stream(reference: Reference): string {
    const scanner = new Scanner(this.#source, this.#offsets[reference.id] as number);
    scanner.next();
    scanner.next();
    scanner.next();
    const head = scanner.next() as Dictionary;
    const start = /\s*stream\r?\n/y;
    start.lastIndex = scanner.at;
    start.exec(this.#source);
    const length = this.get(head, 'Length') as number;
    const bytes = Buffer.from(this.#source.slice(start.lastIndex, start.lastIndex + length), 'latin1');
    return (head.entries.has('Filter') ? inflateSync(bytes) : bytes).toString('latin1');
  }
}
