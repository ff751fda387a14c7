import { parseTnm } from '@nodp/terminology';
import { biomarkerOfLoinc, biomarkerOfName } from '@nodp/terminology/biomarkers';
import { drugOfAtc, drugOfName } from '@nodp/terminology/drugs';
import { analyteOfLoinc } from '@nodp/terminology/loinc';
import { isMorphology } from '@nodp/terminology/morphology';
import { isTopography } from '@nodp/terminology/topography';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cancerOf, cancers } from './cancers/index.ts';
import { analytes } from './laboratory/analytes.ts';
import { biomarkers } from './laboratory/biomarkers.ts';
import { nation } from './nation.ts';
import { checkSign } from './people/national-id.ts';
import type { PatientHistory } from './records/records.ts';
import { drug, drugs } from './treatment/drugs.ts';

const everyRecord = ({ people, deaths, records }: PatientHistory) => [
  ...people,
  ...deaths,
  ...Object.values(records).flat(),
];

describe('the same nation every time', () => {
  test('a patient depends on the seed and its number alone, not on how many there are or in which order', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(5_000_000), (seed, index) => {
        const [one, other] = [
          nation({ seed, patients: index + 1 }),
          nation({ seed, patients: 6_000_000 }),
        ];
        expect(other.patient(index)).toEqual(one.patient(index));
        expect([...other.range(index, index + 1)]).toEqual([one.patient(index)]);
      }),
      { numRuns: 60 },
    );
  });

  test('another seed makes other people', () => {
    expect(nation({ seed: 1, patients: 1 }).patient(0)).not.toEqual(
      nation({ seed: 2, patients: 1 }).patient(0),
    );
  });
});

describe('nobody in it exists', () => {
  const people = [...nation({ patients: 3000 })];

  test('no two patients share a national identifier, and each begins with 99, which no division has', () => {
    const ids = people.map((p) => p.people[0]?.record.nationalId ?? '');
    expect(new Set(ids).size).toBe(people.length);
    for (const id of ids) {
      expect(id).toMatch(/^99\d{15}[\dX]$/);
      expect(id.at(-1)).toBe(checkSign(id.slice(0, 17)));
    }
  });

  test('the identifier says the date of birth and the sex', () => {
    let [agreed, contradicted] = [0, 0];
    for (const { record } of people.flatMap((p) => p.people)) {
      const id = record.nationalId ?? '';
      if (record.born?.precision === 'day') {
        expect(id.slice(6, 14)).toBe(record.born.date.replaceAll('-', ''));
      }
      if (Number(id[16]) % 2 === (record.sex === 'MALE' ? 1 : 0)) agreed++;
      else contradicted++;
    }
    // Some hospitals write down another sex than that of who has the organ.
    expect(contradicted / agreed).toBeLessThan(0.003);
  });

  test('no telephone can be dialled', () => {
    for (const p of people) expect(p.people[0]?.record.phone).toMatch(/^000-/);
  });
});

describe('a patient hangs together', () => {
  const people = [...nation({ patients: 2000 })];

  test('every key is unique within its hospital, every id within the nation', () => {
    const ids = new Set<string>();
    let rows = 0;
    for (const person of people) {
      const keys = everyRecord(person).map(
        ({ institutionId, record: { kind, source } }) =>
          `${kind} ${institutionId} ${source.type} ${source.id}`,
      );
      expect(new Set(keys).size).toBe(keys.length);
      for (const { id } of everyRecord(person)) ids.add(id);
      rows += keys.length;
    }
    expect(ids.size).toBe(rows);
  });

  test('what refers to something refers to what is there', () => {
    for (const { records, summary } of people) {
      const { tumour = [], stage = [], specimen = [] } = records;
      const tumours = new Set(tumour.map((t) => t.record.source.id));
      for (const { record } of stage) expect(tumours).toContain(record.tumour);
      const specimens = new Set(specimen.map((s) => s.record.source.id));
      for (const { record } of specimen) {
        if (record.parent !== null) expect(specimens).toContain(record.parent);
      }
      expect(tumour.map((t) => t.id)).toContain(summary.leadingTumourId);
    }
  });

  test('nothing is done to the dead, and nothing but booked contacts lies after the reference day', () => {
    for (const { records, people: told } of people) {
      const diedOn = told[0]?.record.died?.date ?? null;
      const { contact = [], treatment = [], observation = [] } = records;
      const met = contact.find(({ record }) => record.source.id.endsWith('contact-2'));
      // Who is known from a death certificate only was never met.
      if (met === undefined) continue;
      const last = met.record.at?.slice(0, 10) ?? '';
      const days = [
        ...treatment.map(({ record }) => record.started?.date),
        ...observation.map(({ record }) => record.at.slice(0, 10)),
        ...(records['imaging-study'] ?? []).map(({ record }) => record.startedAt?.slice(0, 10)),
        ...(records['disease-status'] ?? []).map(({ record }) => record.assessed?.date),
      ];
      for (const day of days) expect((day ?? '') <= last).toBe(true);
      expect(last <= '2026-06-30').toBe(true);
      // One death in some hundreds is dated before its diagnosis, on purpose.
      if (diedOn !== null) expect(diedOn <= last).toBe(true);
    }
  });

  test('tumour markers fall after an operation and rise before a recurrence', () => {
    const fall: number[] = [];
    const rise: number[] = [];
    for (const { records } of nation({ patients: 6000 })) {
      const { treatment = [], observation = [], 'disease-status': statuses = [] } = records;
      const operation = treatment.find(({ record }) => record.what === 'SURGERY')?.record.started
        ?.date;
      const recurred = statuses.find(({ record }) => record.trend === 'RECURRED')?.record.assessed
        ?.date;
      const cea = observation
        .map(({ record }) => record)
        .filter(({ what }) => what.code === '2039-6')
        .map(({ at, value }) => ({ at, value: value?.value ?? null }));
      const [first] = cea;
      if (!operation || !first || (first.value ?? 0) < 10) continue;
      const after = cea.find((o) => o.at.slice(0, 10) > operation);
      if (after) fall.push((after.value ?? 0) / (first.value ?? 1));
      const last = cea.filter((o) => recurred && o.at.slice(0, 10) <= recurred).at(-1);
      const low = Math.min(...cea.map((o) => o.value ?? 0));
      if (recurred && last) rise.push((last.value ?? 0) / low);
    }
    const median = (of: number[]) =>
      of.sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN;
    expect(fall.length).toBeGreaterThan(30);
    expect(median(fall)).toBeLessThan(0.4);
    expect(rise.length).toBeGreaterThan(10);
    expect(median(rise)).toBeGreaterThan(3);
  });
});

describe("its codes are the platform's", () => {
  test('every cancer of the source has a model, with topographies and morphologies that exist', () => {
    for (let code = 1; code <= 61; code++) expect(cancerOf(code).ci5).toContain(code);
    for (const { topography, morphology } of cancers) {
      expect(topography.items.filter((t) => !isTopography(t))).toEqual([]);
      expect(morphology.items.filter((m) => !isMorphology(m))).toEqual([]);
    }
  });

  test('every TNM category can be read', () => {
    for (const { id, staging } of cancers) {
      for (const option of staging?.options.flatMap((o) => o?.items ?? []) ?? []) {
        if (option.categories === null) continue;
        const [t, n, m] = option.categories;
        expect(parseTnm(`${t} ${n} ${m}`), `${id} ${option.group}`).not.toBeNull();
      }
    }
  });

  test('every drug of a regimen is known, here and to the terminology by the same name', () => {
    const given = cancers.flatMap(({ care }) =>
      [...care.adjuvantRegimens, ...care.lines.flat()].flatMap((regimen) => regimen.drugs),
    );
    for (const atc of given) expect(drug(atc).zh).not.toBe('');
    const unknown = [...drugs.values()].filter(
      (d) => (drugOfAtc(d.atc) ?? drugOfName(d.zh)) === null,
    );
    expect(unknown.map((d) => d.zh)).toEqual([]);
    const differ = [...drugs.values()].filter(
      (d) => drugOfAtc(d.atc) !== null && drugOfAtc(d.atc) !== drugOfName(d.zh),
    );
    expect(differ.map((d) => `${d.atc} ${d.zh}`)).toEqual([]);
  });

  test("every analyte but EBV DNA is the terminology's, in its unit and category", () => {
    for (const [key, a] of Object.entries(analytes)) {
      const known = analyteOfLoinc(a.loinc);
      if (key === 'EBV') expect(known).toBeNull();
      else expect([known?.unit, known?.category]).toEqual([a.unit, a.category]);
    }
  });

  test("every biomarker but CD20 and CD30 is the terminology's", () => {
    const unknown = Object.entries(biomarkers).filter(
      ([, b]) =>
        (b.system === 'http://loinc.org'
          ? biomarkerOfLoinc(b.code ?? '')
          : biomarkerOfName(b.zh)) === null,
    );
    expect(unknown.map(([key]) => key)).toEqual(['CD20', 'CD30']);
  });
});
