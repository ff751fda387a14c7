import type { StageTable } from './table.ts';

/** A category or factor and the values it may have. */
export interface Dimension {
  readonly name: string;
  readonly values: readonly string[];
  /** Whether the values stand for one that is not known. */
  readonly unknown: boolean;
}

interface Outcome {
  /** One value of each dimension, in their order. */
  readonly values: readonly string[];
  readonly group: string;
}

/** A category or factor that is open, and what each of its values would make. */
export interface Deciding {
  readonly on: string;
  readonly outcomes: readonly { readonly value: string; readonly groups: readonly string[] }[];
}

const product = (dimensions: readonly Dimension[]): string[][] =>
  dimensions.reduce<string[][]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );

const isX = (value: string): boolean => value === 'X';

/** A category X of which the table says nothing here stands for every category of a tumour or of nodes. */
const whereXSaysNothing = (
  table: StageTable,
  t: string,
  n: string,
  m: string,
): readonly (readonly [t: string, n: string, m: string])[] => {
  if (!(isX(t) || isX(n)) || table.rowsOf(t, n, m).length > 0) return [[t, n, m]];
  const T = isX(t) ? table.leaves.T.filter((leaf) => /^[1-9]/.test(leaf)) : [t];
  const N = isX(n) ? table.leaves.N.filter((leaf) => !isX(leaf)) : [n];
  return T.flatMap((one) => N.map((other) => [one, other, m] as const));
};

/**
 * The groups of every combination that has one, and whether a category that is not known may also make none. Dimensions
 * are T, N, M and then the table's factors.
 */
export const outcomesOf = (
  table: StageTable,
  dimensions: readonly Dimension[],
): { readonly found: readonly Outcome[]; readonly mayHaveNone: boolean } => {
  const [T, N, M, ...factors] = dimensions;
  const found: Outcome[] = [];
  let without = 0;
  const ofFactors = product(factors);
  const categories = product([T, N, M].filter((d) => d !== undefined)).flatMap(
    ([t = '', n = '', m = '']) => whereXSaysNothing(table, t, n, m),
  );
  for (const [t, n, m] of categories) {
    const rows = table.rowsOf(t, n, m);
    if (rows.length === 0) {
      without++;
      continue;
    }
    for (const values of ofFactors) {
      const row = rows.find((candidate) =>
        values.every((value, index) => candidate.factors[index]?.has(value)),
      );
      if (row !== undefined) found.push({ values: [t, n, m, ...values], group: row.group });
    }
  }
  const open = [T, N].some((dimension) => dimension?.unknown === true);
  return { found, mayHaveNone: open && without > 0 };
};

/** Which open dimensions move the group, and what each value of them would make. */
export const deciding = (
  dimensions: readonly Dimension[],
  outcomes: readonly Outcome[],
): Deciding[] =>
  dimensions.flatMap(({ name, values }, index) => {
    const meant = new Set([...values, ...outcomes.map((outcome) => outcome.values[index] ?? '')]);
    if (meant.size < 2) return [];
    const outcomesOfValues = [...meant].flatMap((value) => {
      const groups = [
        ...new Set(
          outcomes.filter((outcome) => outcome.values[index] === value).map(({ group }) => group),
        ),
      ].sort();
      const written = /^[TNM]$/.test(name) ? `${name}${value}` : value;
      return groups.length === 0 ? [] : [{ value: written, groups }];
    });
    const said = new Set(outcomesOfValues.map(({ groups }) => groups.join()));
    return said.size < 2 ? [] : [{ on: name, outcomes: outcomesOfValues }];
  });
