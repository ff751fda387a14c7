import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as medplum from '@medplum/core';
import type { Resource } from '@medplum/fhirtypes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { surelySound } from './sound.ts';
import { structureCheck } from './structure.ts';

const root = resolve(import.meta.dirname, '../../../../..');
const shared = process.env.NODP_SHARED ?? resolve(root, '../shared');

// It reads the definitions that both verdicts are made of.
await structureCheck();
const isSound = surelySound(medplum);

const isResource = (value: unknown): value is Resource =>
  typeof (value as { resourceType?: unknown } | null)?.resourceType === 'string';

/** The resources in any JSON, each alone. */
const resourcesIn = (value: unknown): Resource[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(resourcesIn);
  return isResource(value) && medplum.isResourceType(value.resourceType)
    ? [value, ...inside]
    : inside;
};

const filesOf = (folder: string, ...patterns: string[]): Resource[] =>
  globSync(patterns, { cwd: folder })
    .toSorted()
    .flatMap((file) => resourcesIn(JSON.parse(readFileSync(resolve(folder, file), 'utf8'))));

const examples = filesOf(
  root,
  'packages/intake/src/**/examples/**/*.json',
  'subgraphs/*/src/kinds/*/examples/**/*.json',
);
const published = filesOf(resolve(shared, 'data/fhir'), 'mcode/*.json');
if (published.length === 0)
  console.warn(`Skipped: mCODE's examples are not in ${shared} (NODP_SHARED).`);

const acceptedByLibrary = (resource: Resource): boolean => {
  try {
    medplum.validateResource(resource);
    return true;
  } catch (error) {
    if (!(error instanceof medplum.OperationOutcomeError)) throw error;
    return false;
  }
};

/** Those that the library accepts, and those of them that are surely sound; that no other is, is the point. */
const compared = (resources: readonly Resource[]) => {
  const accepted = resources.filter(acceptedByLibrary);
  const sound = resources.filter((resource) => isSound(resource));
  expect(sound.filter((resource) => !accepted.includes(resource))).toEqual([]);
  return { all: resources.length, accepted: accepted.length, sound: sound.length };
};

test('no example that the library refuses is sound, and nearly all are that it accepts', () => {
  const { all, accepted, sound } = compared(examples);
  expect(all).toBeGreaterThan(300);
  expect(sound / accepted).toBeGreaterThan(0.8);
});

test.skipIf(published.length === 0)('so it is with the examples of mCODE', () => {
  const { accepted, sound } = compared(published);
  expect(sound / accepted).toBeGreaterThan(0.9);
});

/** Values that stand where others are asked for: what a sender mixes up. */
const WRONG: readonly unknown[] = [
  ...[null, '', ' ', 'x', 'a  b', '\u0001', 0, -1, 1.5, 2 ** 31, true, false],
  ...[{}, [], [null], [{}], ['x'], { extension: [] }, { id: 'x' }, { coding: [] }],
  ...['2019-02-29', '2020-02-29', '2020-13', '2020-01-01T10:00:00', '2020-01-01T10:00:00+08:00'],
  ...[{ value: 1 }, { code: 'a' }, { reference: '#x' }, { reference: 'Patient/1' }],
  ...[
    { url: 'x' },
    [{ url: 'x' }],
    [{ url: 'x', valueString: 'y' }],
    [{ url: 'x', extension: [] }],
  ],
  [{ resourceType: 'Patient', id: 'x' }],
];
/** Names that mean something at some place, or at none. */
const NAMES = [
  ...['id', 'status', 'extension', 'contained', '_status', '_birthDate', 'resourceType', 'value'],
  ...[
    'valueString',
    'valueQuantity',
    'valueX',
    'effectiveDateTime',
    'effectivePeriod',
    'component',
  ],
  ...['dataAbsentReason', 'abatementDateTime', 'clinicalStatus', 'code', 'system', 'reference'],
  ...['constructor', 'toString', 'colour', 'text', 'low', 'contact', 'stage', 'rateQuantity'],
];

type Step = { readonly path: readonly number[]; readonly act: number; readonly with: number };
const steps = fc.array(
  fc.record({ path: fc.array(fc.nat(40), { maxLength: 5 }), act: fc.nat(5), with: fc.nat(1_000) }),
  { minLength: 1, maxLength: 3 },
);

/** Another value with one thing in it changed: an element gone, wrong, renamed, alone, many or new. */
const changed = (value: unknown, { path, act, with: w }: Step): unknown => {
  if (typeof value !== 'object' || value === null) return WRONG[w % WRONG.length];
  const [first = 0, ...rest] = path;
  const entries = Object.entries(value);
  const at = entries.length === 0 ? 0 : first % entries.length;
  const [name, inner] = entries[at] ?? ['', undefined];
  const put = (...instead: [string, unknown][]) => {
    const all = [...entries.slice(0, at), ...instead, ...entries.slice(at + 1)];
    return Array.isArray(value) ? all.map(([, one]) => one) : Object.fromEntries(all);
  };
  if (rest.length > 0 && typeof inner === 'object' && inner !== null)
    return put([name, changed(inner, { path: rest, act, with: w })]);
  const other = NAMES[w % NAMES.length] ?? 'x';
  switch (act) {
    case 0:
      return put();
    case 1:
      return put([name, WRONG[w % WRONG.length]]);
    case 2:
      return put([other, inner]);
    case 3:
      return put([name, Array.isArray(inner) ? inner[0] : [inner]]);
    case 4:
      return put([name, inner], [other, WRONG[(w >> 3) % WRONG.length]]);
    default:
      return put([name, inner], [other, inner]);
  }
};

test('whatever is changed in an example, what is sound is sound to the library', () => {
  const sources = examples.filter((resource) => isSound(resource));
  let [sound, refused] = [0, 0];
  fc.assert(
    fc.property(fc.nat(sources.length - 1), steps, (n, all) => {
      const mutated = all.reduce<unknown>(changed, sources[n]);
      if (!isResource(mutated) || !medplum.isResourceType(mutated.resourceType)) return;
      if (!isSound(mutated)) refused++;
      else {
        sound++;
        expect(acceptedByLibrary(mutated), JSON.stringify(mutated)).toBe(true);
      }
    }),
    { numRuns: Number(process.env.NODP_MUTATIONS ?? 4_000) },
  );
  // Both verdicts were tried.
  expect(Math.min(sound, refused)).toBeGreaterThan(50);
});
