import { describe, expect, test } from 'vitest';
import { explainedInWords } from '../stage-group/explained-in-words.ts';
import { stage, written } from '../testing/reports.ts';
import { checkTumour, type RecordedTumour } from './of-record.ts';

type Written = Parameters<typeof stage>[0] & { readonly system?: string };

const recorded = (
  stages: readonly Written[],
  more: Partial<RecordedTumour> = {},
): RecordedTumour => ({
  topography: 'C18.7',
  morphology: '8140/3',
  diagnosed: written('2020-03-01'),
  age: 61,
  grade: null,
  treatments: null,
  sizes: [],
  nodes: [],
  psa: [],
  markers: [],
  p16: [],
  metastases: [],
  stages: stages.map(({ system = null, ...one }) => ({ ...stage(one), system })),
  ...more,
});

const p = (axis: string, value: string, more: Partial<Written> = {}): Written => ({
  id: `p${axis}`,
  axis,
  value,
  classification: 'p',
  assessed: '2020-03-20',
  ...more,
});
const c = (axis: string, value: string): Written => ({
  ...p(axis, value),
  id: `c${axis}`,
  classification: 'c',
  assessed: '2020-03-02',
});

const codes = (given: RecordedTumour) =>
  checkTumour(given).map(({ classification, derived, findings }) => [
    classification,
    derived.value?.group ?? null,
    ...findings.map(({ code }) => code),
  ]);

describe('the stage check of a record', () => {
  test('each classification by itself, a pathological stage with the clinical M', () => {
    const given = recorded([
      c('T', 'T3'),
      c('N', 'N1'),
      c('M', 'M0'),
      p('T', 'T3'),
      p('N', 'N0'),
      p('group', 'IIA'),
    ]);
    expect(codes(given)).toEqual([
      ['c', 'IIIB'],
      ['p', 'IIA'],
    ]);
  });

  test('a group that the categories do not make, with both sources', () => {
    const [found] = checkTumour(recorded([p('T', 'T3'), p('N', 'N1b'), p('group', 'IIA')]));
    expect(found?.groupReportId).toBe('pgroup');
    expect(found?.findings).toMatchObject([
      {
        code: 'group-differs',
        sources: [{ en: 'stage group IIA, 2020-03-20' }, { en: 'pT3 pN1b, 2020-03-20' }],
      },
    ]);
  });

  test('a size near the assessment counts, one of another year does not', () => {
    const breast = { topography: 'C50.4', morphology: '8500/3' };
    const at = (day: string) =>
      codes(recorded([p('T', 'T3'), p('N', 'N0')], { ...breast, sizes: [{ mm: 25, day }] }));
    expect(at('2020-04-01T00:00:00Z')).toEqual([['p', 'IIB', 'size-contradicts-t']]);
    expect(at('2022-04-01')).toEqual([['p', 'IIB']]);
  });

  test('what the pathologist measured does not contradict the clinical T', () => {
    const breast = { topography: 'C50.4', morphology: '8500/3' };
    const stages = [c('T', 'T3'), c('N', 'N0')];
    const at = (day: string) =>
      codes(
        recorded(stages, {
          ...breast,
          sizes: [{ mm: 25, day }],
          treatments: [{ kind: 'SURGERY', started: written('2020-03-10') }],
        }),
      )[0]?.includes('size-contradicts-t');
    expect(at('2020-03-01')).toBe(true);
    expect(at('2020-03-12')).toBe(false);
  });

  test('operations: none recorded beside other treatment; recorded later; of unknown date', () => {
    const stages = [p('T', 'T3'), p('N', 'N0')];
    const withTreatments = (treatments: RecordedTumour['treatments']) =>
      codes(recorded(stages, { treatments }))[0]?.slice(2);
    expect(withTreatments(null)).toEqual([]);
    expect(withTreatments([{ kind: 'SYSTEMIC', started: written('2020-05-01') }])).toEqual([
      'pathological-without-operation',
    ]);
    expect(withTreatments([{ kind: 'SURGERY', started: written('2020-05-01') }])).toEqual([
      'pathological-before-operation',
    ]);
    expect(withTreatments([{ kind: 'SURGERY', started: written('2020-03-10') }])).toEqual([]);
    expect(withTreatments([{ kind: 'SURGERY', started: null }])).toEqual([]);
  });

  test('after treatment: pathological where it was operated on by then, and treated before or not', () => {
    const stages = [p('T', 'T3', { classification: 'y' }), p('N', 'N0', { classification: 'y' })];
    const operated = { kind: 'SURGERY', started: written('2020-03-10') };
    expect(codes(recorded(stages, { treatments: [operated] }))).toEqual([
      ['yp', 'IIA', 'post-treatment-without-treatment'],
    ]);
    expect(
      codes(
        recorded(stages, {
          treatments: [operated, { kind: 'SYSTEMIC', started: written('2020-01') }],
        }),
      ),
    ).toEqual([['yp', 'IIA']]);
    expect(codes(recorded(stages))[0]?.[0]).toBe('yc');
  });

  test('metastases by the time of the assessment', () => {
    const m0 = [p('T', 'T3'), p('N', 'N0'), p('M', 'M0', { classification: 'c' })];
    const of = (metastases: RecordedTumour['metastases'], stages: readonly Written[] = m0) =>
      codes(recorded(stages, { metastases })).flatMap((found) => found.slice(2));
    expect(of([written('2020-03-05')])).toContain('metastasis-with-m0');
    expect(of([written('2021-03-05')])).toEqual([]);
    expect(of([], [p('T', 'T3'), p('N', 'N0'), p('M', 'M1a')])).toEqual(['m1-without-metastasis']);
    expect(of([written('2020-04-05')], [p('T', 'T3'), p('N', 'N0'), p('M', 'M1a')])).toEqual([]);
  });

  test('the edition said is the one checked by', () => {
    const [found] = checkTumour(recorded([p('T', 'T3', { system: 'AJCC 7' }), p('N', 'N0')]));
    expect(found?.findings.map(({ code }) => code)).toEqual(['edition-not-of-date']);
    expect(found?.derived.because).toBe('edition-not-held');
    expect(found && explainedInWords(found.derived)).toContainEqual({
      en: 'Not held: AJCC 7, colon and rectum. Held of this chapter: AJCC 8.',
      zh: '未收录：AJCC 第7版，结肠和直肠。该章节已收录：AJCC 第8版。',
    });
  });

  test('version 9 of a chapter that is not held is named, with whose diagnoses it counts for', () => {
    const pleura = (diagnosed: string) =>
      checkTumour(
        recorded([c('T', 'T2'), c('N', 'N0')], {
          topography: 'C38.4',
          morphology: '9050/3',
          diagnosed: written(diagnosed),
        }),
      )[0]?.derived;
    expect(pleura('2024-12-31')).toMatchObject({ notHeld: [], value: { editions: [8] } });
    const since = pleura('2025-01-01');
    expect(since).toMatchObject({
      value: null,
      notHeld: [{ chapter: 'pleural-mesothelioma', edition: 9 }],
    });
    expect(since && explainedInWords(since).map(({ en }) => en)).toContain(
      'Not held: AJCC 9, malignant pleural mesothelioma, of diagnoses from 2025-01-01 on. Held of this chapter: AJCC 8.',
    );
  });

  test('PSA and grade group of the record decide a prostate', () => {
    const [found] = checkTumour(
      recorded(
        [c('T', 'T1c'), c('N', 'N0'), c('M', 'M0'), { ...c('ISUP', '2'), classification: null }],
        {
          topography: 'C61.9',
          psa: [{ value: 10, day: '2020-02-20' }],
        },
      ),
    );
    expect(found?.derived.value?.group).toBe('IIB');
    expect(found?.derived.value?.rule.zh).toContain('PSA 10, 分级分组 2 → IIB');
  });

  test('recurrence and autopsy are not checked, and nothing recorded is nothing', () => {
    expect(codes(recorded([p('T', 'T3', { classification: 'r' })]))).toEqual([]);
    expect(codes(recorded([]))).toEqual([]);
  });
});

describe('S of a tumour of the testis', () => {
  const testis = (more: Partial<RecordedTumour>) =>
    recorded([p('T', 'T2'), p('N', 'N0')], {
      ...{ topography: 'C62.1', morphology: '9070/3', age: 28 },
      treatments: [{ kind: 'SURGERY', started: written('2020-03-10') }],
      markers: (
        [
          ['afp', 5],
          ['hcg', 60_000],
          ['lactate-dehydrogenase', 200],
        ] as const
      ).map(([marker, value]) => ({ marker, value, below: false, upper: null, day: '2020-03-30' })),
      ...more,
    });
  test('from the markers after orchiectomy, with their day', () => {
    const [checked] = checkTumour(testis({}));
    expect(checked?.derived.value?.group).toBe('IS');
    expect(checked?.factorSources[0]?.en).toMatch(/^S3 from .*hCG 60000 IU\/L \(≤5\), 2020-03-30/);
  });
  test('not without an operation, nor where treatment began on a day that is not known', () => {
    for (const treatments of [
      [],
      [
        { kind: 'SURGERY', started: written('2020-03-10') },
        { kind: 'SYSTEMIC', started: written('2020-03') },
      ],
    ]) {
      const [checked] = checkTumour(testis({ treatments }));
      expect(checked?.factorSources).toEqual([]);
      expect(checked?.derived.possible).toContain('IB');
    }
  });
});
