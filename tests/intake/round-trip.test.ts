import { readSubmission, structureCheck } from '@nodp/intake';
import { bundlesOf, nation } from '@nodp/nation';
import type { Kind, Stored } from '@nodp/record';
import { parseKeepingDigits } from '@nodp/record/fhir';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { clinicalIntake } from '../../apps/gateway/src/fhir/index.ts';
import { identifierOf, idOf, referenceTo } from '../../apps/gateway/src/fhir/reading/naming.ts';
import { kinds } from '../../apps/gateway/src/kinds.ts';
import { identityKey } from '../fixtures.ts';
import { files, present, read } from './published-records.ts';

/** What was sent as FHIR and is written back as FHIR says the same: read again, it is the same record, hash and all. */
const intake = clinicalIntake(identityKey);
const UUID = '01900000-0000-7000-8000-000000000000';

let check: Awaited<ReturnType<typeof structureCheck>>;
beforeAll(async () => {
  check = await structureCheck();
});

type Row = Readonly<Record<string, unknown>> & {
  readonly sourceId: string;
  readonly sourceType: string;
  readonly contentHash: string;
};

const rowsIn = async (submission: unknown) => {
  const { units, issues } = await readSubmission(submission, check, intake.fhir);
  const refused = units.flatMap(({ reading }) =>
    reading.outcome === 'refused' ? reading.issues : [],
  );
  const rows = new Map<Kind, Row[]>();
  for (const { reading } of units) {
    if (reading.outcome !== 'read') continue;
    for (const record of reading.records) {
      const { mapping } = kinds[record.kind];
      if (mapping === null) continue;
      const stored = {
        record,
        id: UUID,
        patientId: UUID,
        institutionId: UUID,
        submissionId: UUID,
        recordedAt: '',
      };
      const row = mapping.row(stored as unknown as Stored<never>) as Row;
      rows.set(record.kind, [...(rows.get(record.kind) ?? []), row]);
    }
  }
  return { rows, refused: [...issues, ...refused] };
};

const blank = (row: Row): Row =>
  new Proxy(row, { get: (of, name) => (of as Record<string | symbol, unknown>)[name] ?? null });

const writtenOf = (rows: ReadonlyMap<Kind, readonly Row[]>): object[] =>
  [...rows].flatMap(([kind, all]) => {
    const { toFhir } = kinds[kind];
    if (toFhir === null) return [];
    return all
      .filter(({ sourceType }) => toFhir.types.includes(sourceType as never))
      .map((row) => {
        const identifier = identifierOf(row.sourceId);
        return toFhir.write(blank(row), {
          common: {
            id: idOf(row.sourceId, { patientId: UUID, id: UUID }),
            ...(identifier === null ? {} : { identifier: [identifier] }),
          },
          subject: { reference: 'Patient/p' },
          refer: referenceTo,
          carried: (of) =>
            (rows.get(of) ?? [])
              .filter(
                (one) =>
                  one.sourceId.startsWith(`${row.sourceId}#`) && one.sourceType === row.sourceType,
              )
              .map(blank),
        });
      });
  });

const bundleOf = (resources: readonly object[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    { resource: { resourceType: 'Patient', id: 'p' } },
    ...resources.map((resource) => ({ resource })),
  ],
});

/** Parts are given under an id of their own. */
const told = (rows: ReadonlyMap<Kind, readonly Row[]>, without: readonly string[]) =>
  [...rows]
    .flatMap(([kind, all]) =>
      all.map((row) => {
        const content = Object.entries(row).filter(
          ([name, value]) =>
            value !== null &&
            value !== undefined &&
            !['contentHash', 'sourceId', 'recordedAt', ...without].includes(name),
        );
        return [
          `${kind} ${row.sourceId.replace('#', '..')}`,
          Object.fromEntries(
            content.map(([name, value]) => [
              name,
              /^(at|startedAt|endedAt)$/.test(name) ? new Date(String(value)).toISOString() : value,
            ]),
          ),
        ] as const;
      }),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));

const roundTrip = async (submission: unknown) => {
  const sent = await rowsIn(submission);
  const written = parseKeepingDigits(JSON.stringify(bundleOf(writtenOf(sent.rows))));
  const again = await rowsIn(written);
  return { sent, again };
};

test('a bill of several lines that was given back and is sent again counts each line once', async () => {
  const money = (value: number) => ({ value, currency: 'CNY' });
  const item = (sequence: number, text: string, value: number) => ({
    ...{ sequence, productOrService: { text }, net: money(value) },
  });
  const claim = {
    ...{ resourceType: 'Claim', id: 'K1', status: 'active', use: 'claim' },
    type: { coding: [{ code: 'institutional' }] },
    ...{ patient: { reference: 'Patient/p' }, created: '2026-03-14', provider: { display: 'H' } },
    ...{ priority: { text: 'normal' }, item: [item(1, 'CT', 400), item(2, 'Bed', 50)] },
    insurance: [{ sequence: 1, focal: true, coverage: { display: 'C' } }],
  };
  const { sent, again } = await roundTrip(bundleOf([claim]));
  const keys = ({ rows }: typeof sent) => rows.get('cost-item')?.map(({ sourceId }) => sourceId);
  expect([keys(sent), sent.refused]).toEqual([['K1#1', 'K1#2'], []]);
  expect([keys(again), again.refused]).toEqual([['K1#1', 'K1#2'], []]);
});

const small = nation({ seed: 41, patients: 150 });

test('the nation: what its hospitals send is read back the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 149 }), async (nth) => {
      const history = [...small][nth];
      if (history === undefined) throw new Error('no such patient');
      for (const { bundle } of bundlesOf(history)) {
        const { sent, again } = await roundTrip(bundle);
        expect(again.refused).toEqual([]);
        expect(told(again.rows, [])).toEqual(told(sent.rows, []));
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

const all = present ? files('mcode', '.json') : [];
describe.skipIf(!present)("mCODE's examples", () => {
  test.each(all)('%s', async (file) => {
    const { sent, again } = await roundTrip(parseKeepingDigits(read(file)));
    expect(again.refused).toEqual([]);
    expect(told(again.rows, [])).toEqual(told(sent.rows, []));
  });
});
