/** A table that is parted by patient, with its columns; or any other relation that the database has. */
export interface Relation {
  /** Whether its rows lie with their patient. */
  readonly byPatient: boolean;
  readonly columns: ReadonlySet<string>;
}

/**
 * What a statement asks of a pool whose rows lie with their patient.
 * - `none`: it touches no such row.
 * - `given`: every such row is of patients that the statement is given: it goes where they lie.
 * - `fan-out`: it asks every part, each of which answers from its own rows.
 * - `across`: it joins rows of patients with rows of others, or moves a row to another patient: no part can answer alone.
 */
export type Reach = 'none' | 'given' | 'fan-out' | 'across';

const reaches: readonly Reach[] = ['none', 'given', 'fan-out', 'across'];
export const widest = (all: readonly Reach[]): Reach =>
  reaches[Math.max(0, ...all.map((one) => reaches.indexOf(one)))] ?? 'none';

// biome-ignore lint/suspicious/noExplicitAny: PostgreSQL's own tree, of some 250 kinds of nodes.
export type Node = any;

/** Rows in a statement that are of one patient, by a forest of what is equal to what. */
export class Ties {
  readonly #above: number[] = [];
  next(): number {
    return this.#above.push(this.#above.length) - 1;
  }
  root(node: number): number {
    let at = node;
    while (this.#above[at] !== at) at = this.#above[at] as number;
    return at;
  }
  tie(a: number, b: number): void {
    this.#above[this.root(a)] = this.root(b);
  }
}

/** A relation of a FROM: by the name of each column that is a patient, whose patient it is. */
export interface Source {
  readonly name: string;
  readonly patients: ReadonlyMap<string, number>;
  /** Of a table; null where what it holds was given to the statement. */
  readonly columns: ReadonlySet<string> | null;
}

export class Scope {
  readonly sources: Source[] = [];
  readonly withs = new Map<string, ReadonlyMap<string, number>>();
  /** Rows with a patient that this FROM reads itself. */
  readonly own: number[] = [];
  readonly outer: number[] = [];
  /** Whether its rows are locked until the transaction ends. */
  locks = false;
  readonly above: Scope | null;
  constructor(above: Scope | null) {
    this.above = above;
  }
  withOf(name: string): ReadonlyMap<string, number> | undefined {
    return this.withs.get(name) ?? this.above?.withOf(name);
  }
}

export const walk = (node: Node, see: (node: Node) => void): void => {
  if (node === null || typeof node !== 'object') return;
  see(node);
  for (const each of Object.values(node)) walk(each, see);
};

export const kindOf = (node: Node): string => Object.keys(node ?? {})[0] ?? '';

/** A column of an answer, and whose patient it is. */
export interface Column {
  readonly name: string;
  readonly patient: number | undefined;
}

/** @param names that an alias gives the columns */
export const mapOf = (
  columns: readonly Column[],
  names?: readonly Node[],
): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const [at, { name, patient }] of columns.entries())
    if (patient !== undefined) found.set(names?.[at]?.String?.sval ?? name, patient);
  return found;
};

/** Of a SELECT, beside what it reads from and what it answers: where queries may stand. */
export const clauses = [
  'havingClause',
  'sortClause',
  'groupClause',
  'valuesLists',
  'windowClause',
  'limitCount',
] as const;
