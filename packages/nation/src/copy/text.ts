/** PostgreSQL's COPY text format: columns parted by tabs, `\N` for null, backslash escapes. */

const TAB = 9;
const NEWLINE = 10;
const BACKSLASH = 92;
const SPACE = 32;
const CAPITAL_N = 78;
const DELETE = 127;
/** Bytes a sign of JavaScript takes at most, escaped or in UTF-8. */
const WIDEST = 3;

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

const escaped = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] as string);

/** `{"a","b"}`: an array's literal, each element quoted. */
const arrayText = (list: readonly unknown[]): string =>
  `{${list.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

export type ColumnKind = 'plain' | 'array' | 'json' | 'bytes';

/**
 * Lines of one table as bytes. Characters are written one by one, since nearly all are ASCII: joined strings
 * would each be copied three times.
 */
export class CopyText {
  // Memory of its own, not of Node's shared pool: it is handed from thread to thread.
  #bytes: Buffer;
  #at = 0;

  constructor(capacity: number) {
    this.#bytes = Buffer.allocUnsafeSlow(capacity);
  }

  get size(): number {
    return this.#at;
  }

  #ensure(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const wider = Buffer.allocUnsafeSlow(Math.max(this.#at + more, 2 * this.#bytes.length));
    this.#bytes.copy(wider, 0, 0, this.#at);
    this.#bytes = wider;
  }

  /** A column's text, and the tab after it. */
  text(text: string): void {
    const { length } = text;
    this.#ensure(WIDEST * length + 2);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let i = 0; i < length; i++) {
      const sign = text.charCodeAt(i);
      if (sign < SPACE || sign >= DELETE || sign === BACKSLASH) {
        at = this.#at + bytes.write(escaped(text), this.#at);
        break;
      }
      bytes[at++] = sign;
    }
    bytes[at++] = TAB;
    this.#at = at;
  }

  value(value: unknown, kind: ColumnKind): void {
    if (value === null || value === undefined) {
      this.#ensure(3);
      this.#bytes[this.#at++] = BACKSLASH;
      this.#bytes[this.#at++] = CAPITAL_N;
      this.#bytes[this.#at++] = TAB;
      return;
    }
    switch (kind) {
      case 'plain':
        this.text(typeof value === 'string' ? value : String(value));
        break;
      case 'array':
        this.text(arrayText(value as readonly unknown[]));
        break;
      case 'json':
        this.text(JSON.stringify(value));
        break;
      case 'bytes':
        this.text(`\\x${Buffer.from(value as Uint8Array).toString('hex')}`);
        break;
    }
  }

  /** The line's end, in place of the last column's tab. */
  end(): void {
    this.#bytes[this.#at - 1] = NEWLINE;
  }

  /** What was written; nothing may be written after. */
  close(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#bytes.buffer as ArrayBuffer, 0, this.#at);
  }
}
