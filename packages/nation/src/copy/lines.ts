import type { CopyTable } from './tables.ts';
import { CopyText } from './text.ts';

/** Every table with its lines as bytes. */
export type Filled = readonly (readonly [
  table: string,
  columns: string,
  bytes: Uint8Array<ArrayBuffer>,
])[];

const LEAST = 1 << 16;

/** Bytes the last batch needed, by table: the next needs about as many, and does not grow on its way. */
const needed = new Map<string, number>();

/** Lines of COPY text waiting to be sent, by table. */
export class Lines {
  readonly #byTable = new Map<CopyTable, CopyText>();
  rows = 0;

  /** Where the next line of a table is written. */
  of(table: CopyTable): CopyText {
    let waiting = this.#byTable.get(table);
    if (waiting === undefined) {
      waiting = new CopyText(Math.max(LEAST, Math.ceil(1.1 * (needed.get(table.name) ?? 0))));
      this.#byTable.set(table, waiting);
    }
    return waiting;
  }

  filled(): Filled {
    return [...this.#byTable].map(([table, waiting]) => {
      needed.set(table.name, waiting.size);
      const columns = table.columns.map(({ name }) => `"${name}"`).join(', ');
      return [table.name, columns, waiting.close()];
    });
  }
}
