import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawn as asked } from './oncoprint.ts';
import type { FoundOncoprint, OncoprintOrder } from './protocol.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-oncoprint-'));
});
afterAll(() => rm(folder, { recursive: true }));

const drawn = async (order: OncoprintOrder): Promise<FoundOncoprint> => {
  const answer = await asked(order);
  expect(answer.kind).toBe('oncoprint');
  return answer as FoundOncoprint;
};

type Told = readonly [person: string, gene: string, result: string, kind: string | null];
let files = 0;
/** A file of rows as a workspace has it. */
const fileOf = async (
  persons: readonly (readonly [string, string | null])[],
  told: readonly Told[],
  { kinds = true }: { kinds?: boolean } = {},
): Promise<string> => {
  const file = join(folder, `${files++}.duckdb`);
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run('create table cases (person_key varchar, stage varchar)');
  await connection.run(
    `create table variants (person_key varchar, gene varchar, result varchar${kinds ? ', kind varchar' : ''})`,
  );
  const written = (row: readonly (string | null)[]) =>
    `(${row.map((value) => (value === null ? 'null' : `'${value}'`)).join(', ')})`;
  const put = async (table: string, rows: readonly (readonly (string | null)[])[]) => {
    if (rows.length > 0)
      await connection.run(`insert into ${table} values ${rows.map(written).join(', ')}`);
  };
  await put('cases', persons);
  await put('variants', kinds ? told : told.map((row) => row.slice(0, 3)));
  connection.closeSync();
  instance.closeSync();
  return file;
};

const persons = [
  ['a', 'I'],
  ['b', 'II'],
  ['c', null],
  ['d', 'I'],
  ['e', 'I'],
  // Two cases of different stages: no value of the person.
  ['e', 'IV'],
] as const;
const told: Told[] = [
  ['a', 'EGFR', 'READ', null],
  ['a', 'KRAS', 'FOUND', 'SUBSTITUTION'],
  ['b', 'EGFR', 'FOUND', 'SUBSTITUTION'],
  ['b', 'KRAS', 'READ', null],
  ['c', 'EGFR', 'FOUND', 'AMPLIFICATION'],
  ['c', 'EGFR', 'FOUND', 'DELETION'],
  ['c', 'KRAS', 'NOT_FOUND', null],
  // Neither says whether the gene is altered.
  ['d', 'EGFR', 'UNCLEAR', null],
  ['d', 'KRAS', 'NOT_THIS', null],
];

test('persons stand by the first gene, then by the next; who was not tested is not said to be unaltered', async () => {
  const file = await fileOf(persons, told);
  const found = await drawn({
    ...{ kind: 'oncoprint', file, genes: ['EGFR', 'KRAS'] },
    tracks: [{ table: 'cases', column: 'stage' }],
  });
  expect(found.columns).toEqual(['c', 'b', 'a', 'd', 'e']);
  expect(found).toMatchObject({ persons: 5, tested: 3, altered: 3 });
  expect(found.genes).toEqual([
    {
      ...{ gene: 'EGFR', altered: 2, tested: 3, column: [0, 0, 1] },
      ...{ kind: ['AMPLIFIED', 'INSERTION_DELETION', 'SUBSTITUTION'], notTested: [3, 4] },
    },
    {
      ...{ gene: 'KRAS', altered: 1, tested: 3, column: [2], kind: ['SUBSTITUTION'] },
      notTested: [3, 4],
    },
  ]);
  expect(found.tracks).toEqual([
    { table: 'cases', column: 'stage', value: [null, 'II', 'I', 'I', null] },
  ]);
  expect(found.pairs).toMatchObject([
    { first: 'EGFR', second: 'KRAS', both: 0, onlyFirst: 2, onlySecond: 1, neither: 0 },
  ]);
  expect(found.choices).toEqual([
    { gene: 'EGFR', altered: 2 },
    { gene: 'KRAS', altered: 1 },
  ]);
});

test('where none are asked for, the genes most often altered; without the granted kind, altered alone', async () => {
  const file = await fileOf(persons, told, { kinds: false });
  const found = await drawn({ kind: 'oncoprint', file, genes: [], tracks: [] });
  expect(found.genes.map(({ gene, kind }) => [gene, kind])).toEqual([
    ['EGFR', ['NOT_SAID', 'NOT_SAID']],
    ['KRAS', ['NOT_SAID']],
  ]);
  const none = await fileOf(persons, []);
  expect(await drawn({ kind: 'oncoprint', file: none, genes: [], tracks: [] })).toMatchObject({
    ...{ persons: 0, columns: [], genes: [], choices: [] },
  });
  const quote = await drawn({ kind: 'oncoprint', file, genes: [`E'; drop table x`], tracks: [] });
  expect(quote.genes).toMatchObject([{ altered: 0, tested: 0, notTested: [0, 1, 2, 3, 4] }]);
});

const genes = ['EGFR', 'KRAS', 'TP53'];
const RESULTS = ['FOUND', 'NOT_FOUND', 'READ', 'NOT_THIS', 'UNCLEAR'];

test('any rows: each person once, each gene’s persons altered, tested and not parted as a plain reading does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          person: fc.constantFrom(...'abcdefgh'),
          gene: fc.constantFrom(...genes),
          result: fc.constantFrom(...RESULTS),
        }),
        { maxLength: 30 },
      ),
      async (rows) => {
        const file = await fileOf(
          [...'abcdefgh'].map((key) => [key, null] as const),
          rows.map(({ person, gene, result }) => [person, gene, result, null]),
        );
        const found = await drawn({ kind: 'oncoprint', file, genes, tracks: [] });
        expect([...found.columns].sort()).toEqual([...'abcdefgh']);
        const of = (key: string, gene: string, results: readonly string[]) =>
          rows.some((r) => r.person === key && r.gene === gene && results.includes(r.result));
        const states = found.columns.map((key) =>
          genes.map((gene) => (of(key, gene, ['FOUND']) ? 0 : 1)),
        );
        // Memo sort: the columns' states are in the order of words.
        expect(states.map(String)).toEqual(states.map(String).sort());
        for (const { gene, altered, tested, notTested } of found.genes) {
          const seen = ['FOUND', 'NOT_FOUND', 'READ'];
          expect(altered).toBe(found.columns.filter((key) => of(key, gene, ['FOUND'])).length);
          expect(tested).toBe(found.columns.filter((key) => of(key, gene, seen)).length);
          expect(notTested).toEqual(
            [...found.columns.keys()].filter((i) => !of(found.columns[i] ?? '', gene, seen)),
          );
        }
      },
    ),
    { numRuns: 6 },
  );
}, 120_000);
