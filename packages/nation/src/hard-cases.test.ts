import { sexContradictsSite } from '@nodp/oncology';
import { beforeAll, expect, test } from 'vitest';
import { nation } from './nation.ts';
import type { PatientHistory } from './records/records.ts';
import { PUBLISHED_DCO } from './sources/registry-quality.ts';

/** Every hard case of a registry is among the 20,000, and the platform's own rules count it as it is. */
const PATIENTS = 20_000;

const cases = {
  secondPrimaries: [] as PatientHistory[],
  inSituThenInvasive: [] as PatientHistory[],
  certificateOnly: [] as PatientHistory[],
  corrected: [] as PatientHistory[],
  otherSex: [] as PatientHistory[],
  unknownResidence: 0,
  bornInYear: 0,
  atTwoHospitals: 0,
};
const diagnosedTo = new Map<string, number>();
const diedTo = new Map<string, number>();
const notMerged: string[] = [];
let corrections = 0;

const primariesOf = ({ records }: PatientHistory) =>
  (records.tumour ?? []).filter(({ record }) => record.spread === 'PRIMARY');

const count = (map: Map<string, number>, key: string): void => {
  map.set(key, (map.get(key) ?? 0) + 1);
};

const ofPeople = ({ people, patientId }: PatientHistory): void => {
  const [home, second] = people.map(({ record }) => record);
  if (home === undefined) return;
  if (home.residence === null) cases.unknownResidence++;
  if (home.born?.precision === 'year') cases.bornInYear++;
  if (home.vitalStatus === 'DEAD') count(diedTo, home.died?.precision ?? 'not');
  if (second === undefined) return;
  cases.atTwoHospitals++;
  // Intake joins by the national identifier with the day of birth, and opens it under the same name.
  const same =
    home.nationalId === second.nationalId &&
    home.name === second.name &&
    home.born?.precision === 'day' &&
    home.born.date === second.born?.date;
  if (!same) notMerged.push(patientId);
};

beforeAll(() => {
  for (const patient of nation({ patients: PATIENTS })) {
    ofPeople(patient);
    const primaries = primariesOf(patient);
    const [first] = primaries;
    if (first === undefined) continue;
    count(diagnosedTo, first.record.diagnosed?.precision ?? 'not');
    const has = (end: string) => primaries.some(({ record }) => record.source.id.endsWith(end));
    if (has('.tumour-second')) cases.secondPrimaries.push(patient);
    if (has('.tumour-in-situ')) cases.inSituThenInvasive.push(patient);
    if (first.record.basisOfDiagnosis === '0') cases.certificateOnly.push(patient);
    if (patient.people.length > 1 && first.record.morphology === '8000/3')
      cases.corrected.push(patient);
    const { sex } = patient.people[0]?.record ?? { sex: 'UNKNOWN' };
    if (sexContradictsSite(sex, first.record.topography, first.record.siteGroup))
      cases.otherSex.push(patient);
    for (const { record } of patient.records['pathology-report'] ?? [])
      if (record.status === 'corrected') corrections++;
  }
}, 300_000);

/** How many cases the platform's rules make of a patient's reports, by behaviour. */
const casesOf = ({ summary }: PatientHistory): string[] => {
  const found = new Map(
    summary.tumours.flatMap(({ caseId, behaviour }) =>
      caseId === null ? [] : [[caseId, behaviour ?? ''] as const],
    ),
  );
  return [...found.values()].sort();
};

test('two in a hundred get another cancer, and it is another case but where the rules take two sites for one', () => {
  const share = cases.secondPrimaries.length / PATIENTS;
  // Chinese hospital series: 0.9 to 3.7 %.
  expect(share).toBeGreaterThan(0.015);
  expect(share).toBeLessThan(0.025);
  const counted = cases.secondPrimaries.map((p) => casesOf(p).filter((b) => b === '3').length);
  expect(counted.filter((n) => n === 2).length).toBeGreaterThan(0.95 * counted.length);
  expect(counted.filter((n) => n > 2)).toEqual([]);
});

test('in situ, then invasive: two cases, each with its own date', () => {
  expect(cases.inSituThenInvasive.length).toBeGreaterThan(60);
  for (const patient of cases.inSituThenInvasive) {
    expect(casesOf(patient)).toContain('2');
    expect(casesOf(patient)).toContain('3');
    const [before] = primariesOf(patient).filter(({ record }) => record.morphology?.endsWith('/2'));
    expect(before?.record.diagnosed?.date.slice(0, 4)).toMatch(/^(?:19|20)\d\d$/);
  }
});

test('as many are known from a death certificate only as published; nothing else is known of them', () => {
  const share = cases.certificateOnly.length / PATIENTS;
  expect(Math.abs(share - PUBLISHED_DCO)).toBeLessThan(3 * Math.sqrt(PUBLISHED_DCO / PATIENTS));
  for (const { people, records } of cases.certificateOnly) {
    expect(Object.keys(records)).toEqual(['tumour']);
    expect(people[0]?.record.died?.date).toBe(records.tumour?.[0]?.record.diagnosed?.date);
  }
});

test('dates of diagnosis and of death known to the month, to the year, or not at all', () => {
  for (const known of ['month', 'year', 'not']) {
    expect(diagnosedTo.get(known) ?? 0, `diagnosed, ${known}`).toBeGreaterThan(20);
    expect(diedTo.get(known) ?? 0, `died, ${known}`).toBeGreaterThan(20);
  }
  expect((diagnosedTo.get('day') ?? 0) / PATIENTS).toBeGreaterThan(0.95);
  expect(cases.bornInYear).toBeGreaterThan(80);
});

test('residence unknown in two of a hundred', () => {
  expect(cases.unknownResidence / PATIENTS).toBeCloseTo(0.02, 2);
});

test('a sex that contradicts the site, in a few', () => {
  expect(cases.otherSex.length).toBeGreaterThan(2);
  expect(cases.otherSex.length).toBeLessThan(40);
});

test('a report that knows the organ only is corrected by the second hospital: one case, as the second one says', () => {
  expect(cases.corrected.length).toBeGreaterThan(100);
  let asTheSecond = 0;
  for (const patient of cases.corrected) {
    const [rough, fine] = primariesOf(patient);
    const of = (id: string | undefined) =>
      patient.summary.tumours.find(({ tumourId }) => tumourId === id)?.caseId;
    expect(of(rough?.id)).toBe(of(fine?.id));
    if (of(rough?.id) === fine?.id) asTheSecond++;
  }
  expect(asTheSecond / cases.corrected.length).toBeGreaterThan(0.95);
  expect(corrections).toBeGreaterThan(200);
});

test('whoever is known to two hospitals is one person by the rule of intake', () => {
  expect(cases.atTwoHospitals / PATIENTS).toBeCloseTo(1 / 12, 2);
  expect(notMerged).toEqual([]);
});
