import { type IdentityCipher, identityCipher } from '@nodp/database';
import type { BulkStorage } from '@nodp/record';
import type { Nation } from '../nation.ts';
import { encodePatient, putInto } from './encode.ts';
import { type Filled, Lines } from './lines.ts';
import { Tally } from './tally.ts';

/** Patients of a nation, ready for COPY. */
export interface Batch {
  /** The number after the last patient's. */
  readonly to: number;
  readonly rows: number;
  readonly filled: Filled;
}

/** Makes batches of patients and keeps count of their submissions. */
export class Maker {
  readonly tally = new Tally();
  readonly #nation: Nation;
  readonly #storage: BulkStorage;
  readonly #cipher: IdentityCipher;

  constructor(nation: Nation, storage: BulkStorage, identityKey: Uint8Array) {
    this.#nation = nation;
    this.#storage = storage;
    this.#cipher = identityCipher({ identityKey });
  }

  make(from: number, to: number): Batch {
    const lines = new Lines();
    const put = putInto(lines);
    for (const history of this.#nation.range(from, to)) {
      this.tally.add(history);
      encodePatient(put, history, this.#storage, this.#cipher);
    }
    return { to, rows: lines.rows, filled: lines.filled() };
  }

  /** Counts the submissions of patients that are stored. */
  count(from: number, to: number): void {
    for (const history of this.#nation.range(from, to)) this.tally.add(history);
  }
}
