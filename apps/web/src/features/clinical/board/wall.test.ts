import { expect, test } from 'vitest';
import type { Patient } from '../patient/data.ts';
import { givenOf, latestMarkers, latestReports } from './wall.ts';

const treatment = (
  kind: string,
  startedOn: string | null,
  en: string,
  line: number | null = null,
) =>
  ({
    ...{ id: `${kind} ${startedOn} ${en}`, kind, startedOn, endedOn: null, line },
    ...{ status: 'completed', what: { code: null, label: { en, zh: en } } },
  }) as Patient['treatments'][number];

test('treatment is told in the order of time: an operation, then drugs of a line together, then radiation', () => {
  const given = givenOf({
    tumours: [],
    treatments: [
      treatment('RADIOTHERAPY', '2025-06-01', 'Radiation'),
      treatment('SYSTEMIC', '2025-02-01', 'Cisplatin', 1),
      treatment('SYSTEMIC', '2025-02-02', 'Pemetrexed', 1),
      treatment('SURGERY', '2025-01-05', 'Lobectomy'),
      treatment('OTHER', '2025-01-01', 'Bronchoscopy'),
      treatment('SURGERY', null, 'Biopsy'),
    ],
  });
  expect(
    given.map((one) =>
      one.kind === 'LOCAL' ? one.treatment.what.label.en : `${one.regimen.line}: ${one.from}`,
    ),
  ).toEqual(['Lobectomy', '1: 2025-02-01', 'Radiation', 'Biopsy']);
});

test('of a marker that was found twice the latest is told', () => {
  const marker = (en: string, date: string | null, n: number) => ({
    ...{ what: { label: { en } }, date, n },
  });
  expect(
    latestMarkers([
      marker('EGFR', '2025-03-01', 2),
      marker('EGFR', '2024-03-01', 1),
      marker('ALK', null, 3),
    ]).map(({ n }) => n),
  ).toEqual([3, 2]);
});

test('reports without a conclusion say nothing; the latest comes first', () => {
  const report = (date: string, conclusion: string | null) => ({ date, conclusion });
  expect(
    latestReports(
      [report('2024-01-01', 'a'), report('2025-01-01', null), report('2024-06-01', 'b')],
      2,
    ),
  ).toEqual([report('2024-06-01', 'b'), report('2024-01-01', 'a')]);
});
