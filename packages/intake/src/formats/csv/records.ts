/** A row as it stands in a file: its cells, or why it is none. */
export type FileRow =
  | { readonly line: number; readonly cells: readonly string[]; readonly raw: string }
  | { readonly line: number; readonly fault: Fault; readonly raw: string };

export type Fault = 'quote-in-cell' | 'text-after-quote' | 'quote-not-closed' | 'too-long';

/** Characters of one row; a pathology report of fifty pages has some 150,000. */
const LONGEST_ROW = 1_000_000;
/** Characters after which a quotation mark counts as forgotten, where no other closes it. */
const LONGEST_QUOTED = 500_000;

type Scanned =
  | { readonly cells: readonly string[]; readonly next: number }
  | { readonly fault: Fault; readonly next: number };

const [QUOTE, LF, CR] = [0x22, 0x0a, 0x0d];

const lineEnd = (text: string, from: number): number => {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at + 1;
};

/** The end of a quoted cell that begins at a place: just after its closing mark; null where it is not there (yet). */
const closing = (text: string, from: number): number | null => {
  for (let at = from + 1; ; ) {
    const mark = text.indexOf('"', at);
    if (mark === -1) return null;
    if (text.charCodeAt(mark + 1) !== QUOTE) return mark + 1;
    at = mark + 2;
  }
};

/**
 * Reads one row (RFC 4180). @param whole whether the text ends there
 * @returns null where more of the text is needed to tell
 */
const scan = (text: string, from: number, delimiter: string, whole: boolean): Scanned | null => {
  const cells: string[] = [];
  const parted = delimiter.charCodeAt(0);
  let at = from;
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      const end = closing(text, at);
      if (end === null || end - at > LONGEST_QUOTED) {
        if (end === null && !whole && text.length - at <= LONGEST_QUOTED) return null;
        // Only its own line is given up: the rows after it are read.
        return { fault: 'quote-not-closed', next: lineEnd(text, from) };
      }
      if (end === text.length && !whole) return null;
      const after = text.charCodeAt(end);
      if (end < text.length && after !== parted && after !== LF && after !== CR)
        return { fault: 'text-after-quote', next: lineEnd(text, end) };
      cells.push(text.slice(at + 1, end - 1).replaceAll('""', '"'));
      at = end;
    } else {
      const begun = at;
      for (; at < text.length; at++) {
        const sign = text.charCodeAt(at);
        if (sign === parted || sign === LF || sign === CR) break;
        if (sign === QUOTE) {
          const end = text.indexOf('\n', at);
          if (end === -1 && !whole) return null;
          return { fault: 'quote-in-cell', next: lineEnd(text, at) };
        }
      }
      cells.push(text.slice(begun, at));
    }
    if (at >= text.length) return whole ? { cells, next: at } : null;
    const sign = text.charCodeAt(at);
    if (sign === parted) {
      at++;
      continue;
    }
    if (sign === LF) return { cells, next: at + 1 };
    if (at + 1 === text.length && !whole) return null;
    return { cells, next: text.charCodeAt(at + 1) === LF ? at + 2 : at + 1 };
  }
};

const count = (text: string, from: number, to: number): number => {
  let lines = 0;
  for (let at = from; at < to; at++) {
    const sign = text.charCodeAt(at);
    if (sign === LF || (sign === CR && text.charCodeAt(at + 1) !== LF)) lines++;
  }
  return lines;
};

/**
 * Takes the text of a file apart into rows as it comes. A row that is wrong is told with its line, and the next is read: the parsers
 * of npm lose the rows after a wrong quotation mark (csv-parse 7.0.3 strict, three of seven) or take it for a part of the cell (papaparse).
 */
export const rowReader = (delimiter: string, longest = LONGEST_ROW) => {
  let held = '';
  let line = 1;
  const read = (whole: boolean): FileRow[] => {
    const rows: FileRow[] = [];
    let from = 0;
    while (from < held.length) {
      const scanned = scan(held, from, delimiter, whole);
      if (scanned === null) {
        if (held.length - from <= longest) break;
        const next = lineEnd(held, from);
        rows.push({ line, fault: 'too-long', raw: held.slice(from, from + 1_000) });
        line += count(held, from, next);
        from = next;
        continue;
      }
      const raw = held.slice(from, scanned.next);
      if ('fault' in scanned) rows.push({ line, fault: scanned.fault, raw });
      else if (scanned.cells.some((cell) => cell.trim() !== ''))
        rows.push({ line, cells: scanned.cells, raw });
      line += count(held, from, scanned.next);
      from = scanned.next;
    }
    held = held.slice(from);
    return rows;
  };
  return {
    push: (text: string): FileRow[] => {
      held += text;
      return read(false);
    },
    end: (): FileRow[] => read(true),
  };
};

/** Every row of a whole text. */
export const rowsIn = (text: string, delimiter: string): FileRow[] => {
  const reader = rowReader(delimiter);
  return [...reader.push(text), ...reader.end()];
};

/** What parts the cells of a header: a comma, a tabulator (Excel's Unicode text) or a semicolon. */
export const delimiterOf = (header: string): string => {
  const counts = [',', '\t', ';'].map((sign) => [sign, header.split(sign).length] as const);
  return counts.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
};

/** Text that a spreadsheet would take for a formula, as text; numbers, a telephone's too, are none. */
export const asText = (cell: string): string =>
  /^[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d.]+$/.test(cell) ? `'${cell}` : cell;

/** Cells as a row of a file, as they are: what is given to somebody else to open is made text first. */
export const rowOf = (cells: readonly string[]): string =>
  `${cells
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')}\r\n`;
