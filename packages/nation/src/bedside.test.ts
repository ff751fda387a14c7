import { beforeAll, describe, expect, test } from 'vitest';
import { nation } from './nation.ts';
import type { PatientHistory } from './records/records.ts';

/** What the clinician's panels need: lesions that answer as the status says, volumes, variants, markers of two assays. */
const PATIENTS = 8000;

const kinds = {
  lesions: [] as PatientHistory[],
  volumes: [] as PatientHistory[],
  variants: [] as PatientHistory[],
  twoUnits: 0,
  without: { lesions: 0, variants: 0, volumes: 0 },
};

beforeAll(() => {
  for (const patient of nation({ patients: PATIENTS })) {
    const { lesion, variant, 'radiotherapy-volume': volume, observation = [] } = patient.records;
    if (lesion) kinds.lesions.push(patient);
    else kinds.without.lesions++;
    if (variant) kinds.variants.push(patient);
    else kinds.without.variants++;
    if (volume) kinds.volumes.push(patient);
    else kinds.without.volumes++;
    const markers = observation.filter(({ record }) => record.category === 'tumour-marker');
    const units = (code: string) =>
      new Set(
        markers
          .filter(({ record }) => record.what.code === code)
          .map(({ record }) => record.value?.unit),
      ).size;
    if (markers.some(({ record }) => units(record.what.code) > 1)) kinds.twoUnits++;
  }
}, 200_000);

interface Visit {
  readonly day: string;
  /** Tenths of a millimetre: what is too small counts 5 mm, what is gone nothing (RECIST 1.1). */
  readonly sum: number;
  readonly progressed: boolean;
}

const visitsOf = ({ records }: PatientHistory): Visit[] => {
  const days = [
    ...new Set((records.lesion ?? []).map(({ record }) => record.measured.date)),
  ].sort();
  return days.map((day) => {
    const seen = (records.lesion ?? [])
      .map(({ record }) => record)
      .filter((r) => r.measured.date === day);
    const sum = seen
      .filter(({ role }) => role === 'TARGET')
      .reduce((all, { state, tenths }) => all + (state === 'TOO_SMALL' ? 50 : (tenths ?? 0)), 0);
    const progressed = seen.some(({ role, state }) => role === 'NEW' || state === 'PROGRESSED');
    return { day, sum, progressed };
  });
};

/** Progression at a visit: a fifth and 5 mm more than the least sum before it, or what is new. */
const progresses = (visits: readonly Visit[], at: number): boolean => {
  const { sum, progressed } = visits[at] as Visit;
  const nadir = Math.min(...visits.slice(0, at).map((v) => v.sum));
  return progressed || (5 * sum >= 6 * nadir && sum - nadir >= 50);
};

describe('lesions', () => {
  test('progress on the day on which the status says so, and not before', () => {
    expect(kinds.lesions.length).toBeGreaterThan(200);
    let failed = 0;
    for (const patient of kinds.lesions) {
      const status = patient.records['disease-status']?.find(({ record }) =>
        ['PROGRESSED', 'RECURRED'].includes(record.trend),
      )?.record.assessed?.date;
      const visits = visitsOf(patient);
      for (let at = 1; at < visits.length; at++) {
        const last = visits[at]?.day === status;
        expect(progresses(visits, at), `${patient.index} ${visits[at]?.day} ${status}`).toBe(last);
        if (last) failed++;
      }
    }
    expect(failed).toBeGreaterThan(60);
  });

  test('shrink by three tenths where the status says improved, by less where it says stable', () => {
    const best = { IMPROVED: [] as number[], STABLE: [] as number[] };
    for (const patient of kinds.lesions) {
      const trend = patient.records['disease-status']?.find(({ record }) =>
        ['IMPROVED', 'STABLE'].includes(record.trend),
      )?.record.trend as 'IMPROVED' | 'STABLE' | undefined;
      const visits = visitsOf(patient);
      // From the second examination on the answer is whole.
      if (trend === undefined || visits.length < 4) continue;
      const sums = visits.map(({ sum }) => sum);
      best[trend].push(Math.min(...sums) / (sums[0] as number));
    }
    expect(best.IMPROVED.length).toBeGreaterThan(20);
    expect(best.STABLE.length).toBeGreaterThan(20);
    expect(Math.max(...best.IMPROVED)).toBeLessThanOrEqual(0.7);
    expect(Math.min(...best.STABLE)).toBeGreaterThan(0.7);
  });

  test('are at most five targets, two of an organ, as RECIST has them', () => {
    for (const { records } of kinds.lesions) {
      const [first] = (records.lesion ?? []).map(({ record }) => record.measured.date).sort();
      const targets = (records.lesion ?? [])
        .map(({ record }) => record)
        .filter(({ role, measured }) => role === 'TARGET' && measured.date === first);
      const organs = Object.values(Object.groupBy(targets, ({ organ }) => organ?.code ?? ''));
      expect(targets.length).toBeLessThanOrEqual(5);
      for (const of of organs) expect(of?.length).toBeLessThanOrEqual(2);
      for (const { tenths, node } of targets)
        expect(tenths ?? 0).toBeGreaterThanOrEqual(node ? 150 : 100);
    }
  });
});

test('volumes of radiotherapy: dose and fractions given and planned, more than one where there are two dose levels', () => {
  expect(kinds.volumes.length).toBeGreaterThan(500);
  const all = kinds.volumes.flatMap(({ records }) =>
    (records['radiotherapy-volume'] ?? []).map(({ record }) => record),
  );
  for (const v of all) {
    expect(v.deliveredCentigray ?? 0).toBeLessThanOrEqual((v.plannedCentigray ?? 0) + 1);
    expect(v.fractionsDelivered ?? 0).toBeLessThanOrEqual(v.fractionsPlanned ?? 0);
    const perFraction = (v.deliveredCentigray ?? 0) / (v.fractionsDelivered ?? 1);
    expect(perFraction).toBeGreaterThan(100);
    expect(perFraction).toBeLessThan(320);
  }
  expect(all.filter(({ interruptions }) => interruptions.length > 0).length).toBeGreaterThan(50);
  expect(all.filter(({ label }) => label === 'PTV1').length).toBeGreaterThan(5);
  expect(all.some((v) => (v.fractionsDelivered ?? 0) < (v.fractionsPlanned ?? 0))).toBe(true);
});

test('lesions that a volume names are followed: some fail in the field, at its margin or elsewhere, some never', () => {
  const linked = kinds.volumes.filter(({ records }) =>
    (records['radiotherapy-volume'] ?? []).some(({ record }) => record.lesions.length > 0),
  );
  expect(linked.length).toBeGreaterThan(100);
  const patterns = { field: 0, margin: 0, elsewhere: 0, never: 0 };
  for (const { records } of linked) {
    const [volume] = records['radiotherapy-volume'] ?? [];
    const seen = (records.lesion ?? []).map(({ record }) => record);
    const names = volume?.record.lesions ?? [];
    // What the volume names was seen before the radiation by the same hospital.
    const start = volume?.record.started?.date ?? '';
    expect(seen.some((one) => names.includes(one.lesion) && one.measured.date <= start)).toBe(true);
    const fresh = seen.filter(({ role }) => role === 'NEW');
    const irradiated = seen.find(({ lesion }) => names.includes(lesion));
    // A new lesion is read against the plan by who irradiated.
    for (const { organ, fieldPosition } of fresh)
      if (organ?.code !== irradiated?.organ?.code) expect(fieldPosition).toBe('OUTSIDE');
    if (fresh.some(({ fieldPosition }) => fieldPosition === 'MARGINAL')) patterns.margin++;
    else if (fresh.length > 0) patterns.elsewhere++;
    else if (records['disease-status']?.some(({ record }) => record.trend === 'PROGRESSED'))
      patterns.field++;
    else patterns.never++;
  }
  for (const n of Object.values(patterns)) expect(n).toBeGreaterThan(5);
});

describe('variants', () => {
  const all = () =>
    kinds.variants.flatMap(({ records }) => (records.variant ?? []).map(({ record }) => record));

  test('are of genes that their test covered, and say what the biomarker says', () => {
    expect(kinds.variants.length).toBeGreaterThan(200);
    for (const { records } of kinds.variants) {
      const tests = (records['genomic-test'] ?? []).map(({ record }) => record);
      for (const { record: v } of records.variant ?? []) {
        const symbol = v.partner?.display ?? v.gene.display ?? '';
        expect(tests.some(({ genes }) => genes.includes(symbol))).toBe(true);
        const marker = records.biomarker?.find(({ record }) => record.what.display === symbol);
        if (marker !== undefined) expect(marker.record.finding, symbol).toBe('positive');
      }
    }
  });

  test('carry transcript, c., p., share of alleles and origin; fusions and copies carry neither', () => {
    for (const v of all()) {
      if (v.partner !== null || v.copyNumber !== null) {
        expect([v.protein, v.coding, v.alleleFraction]).toEqual([null, null, null]);
        continue;
      }
      expect(v.coding).toMatch(/^NM_\d+\.\d+:c\./);
      expect(v.alleleFraction).toBeGreaterThan(0);
      expect(v.alleleFraction).toBeLessThan(1);
      if (v.origin === 'germline') expect(v.alleleFraction).toBeGreaterThan(0.4);
    }
    const kindsOf = new Set(all().map(({ variantKind }) => variantKind));
    for (const kind of [
      'substitution',
      'deletion',
      'insertion',
      'fusion',
      'amplification',
    ] as const)
      expect(kindsOf).toContain(kind);
    expect(all().some(({ origin }) => origin === 'germline')).toBe(true);
    expect(all().some(({ protein }) => protein === 'p.Thr790Met')).toBe(true);
  });
});

test('every panel has its empty cases, and some markers come in two units', () => {
  for (const n of Object.values(kinds.without)) expect(n).toBeGreaterThan(1000);
  expect(kinds.twoUnits).toBeGreaterThan(20);
});
