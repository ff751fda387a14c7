import { describe, expect, test } from 'vitest';
import { stage, written } from '../testing/reports.ts';
import { checkTumour, type RecordedTumour } from './of-record.ts';
import { isP16, p16Result, type RecordedResult } from './p16-result.ts';

type Said = readonly [axis: string, value: string, assessed?: string | null];

/** A tumour with categories of one classification and factors that name none. */
const tumour = (
  topography: string,
  morphology: string,
  categories: readonly string[],
  factors: readonly Said[],
  more: Partial<RecordedTumour> = {},
): RecordedTumour => ({
  ...{ topography, morphology, diagnosed: written('2022-03-01'), age: 61, grade: null },
  ...{ treatments: null, sizes: [], nodes: [], psa: [], markers: [], p16: [], metastases: [] },
  stages: [
    ...categories.map((value) =>
      stage({
        ...{ id: value, axis: value.charAt(1), value: value.slice(1) },
        ...{ classification: value.charAt(0), assessed: '2022-03-20' },
      }),
    ),
    ...factors.map(([axis, value, assessed = '2022-03-20'], i) =>
      stage({ id: `${axis}${i}`, axis, value, classification: null, assessed }),
    ),
  ].map((one) => ({ ...one, system: null })),
  ...more,
});

const found = (recorded: RecordedTumour) => {
  const [checked] = checkTumour(recorded);
  return {
    group: checked?.derived.value?.group ?? null,
    possible: checked?.derived.possible ?? [],
    sources: checked?.factorSources.map(({ en }) => en) ?? [],
  };
};

describe('the mitotic rate of a GIST', () => {
  const gist = (factors: readonly Said[], topography = 'C16.2') =>
    found(tumour(topography, '8936/3', ['pT3', 'pN0', 'cM0'], factors));
  test('decides, and is named with its day', () => {
    expect(gist([['Mitotic rate', '3/50HPF']])).toEqual({
      ...{ group: 'IB', possible: ['IB'] },
      sources: ['mitotic rate 3/50HPF, 2022-03-20'],
    });
    expect(gist([['Mitotic rate', '9']]).group).toBe('IIIA');
    expect(gist([['Mitotic rate', '9']], 'C17.1').group).toBe('IIIB');
    expect(gist([['Mitotic rate', '≤5/5 mm²']], 'C17.1').group).toBe('II');
  });
  test('without one, or of an area that is not known, both stay possible', () => {
    expect(gist([]).possible).toEqual(['IB', 'IIIA']);
    expect(gist([['Mitotic rate', '<10/50HPF']]).possible).toEqual(['IB', 'IIIA']);
  });
  test('the one nearest to the stage counts', () => {
    const both: Said[] = [
      ['Mitotic rate', '2', '2021-11-02'],
      ['Mitotic rate', '12', '2022-03-19'],
      ['Mitotic rate', '1', null],
    ];
    expect(gist(both)).toMatchObject({ group: 'IIIA', sources: ['mitotic rate 12, 2022-03-19'] });
  });
});

describe('p16 of the oropharynx', () => {
  const oropharynx = (results: RecordedTumour['p16'], topography = 'C09.9') =>
    found(tumour(topography, '8070/3', ['cT2', 'cN1', 'cM0'], [], { p16: results }));
  const of = (positive: boolean, day: string) => ({ positive, tested: written(day) });
  test('positive and negative are two chapters', () => {
    expect(oropharynx([of(true, '2022-03-10')])).toMatchObject({
      ...{ group: 'I', sources: ['p16 positive, 2022-03-10'] },
    });
    expect(oropharynx([of(false, '2022-03-10')])).toMatchObject({ group: 'III' });
  });
  test('two results of one day that contradict one another say nothing', () => {
    expect(oropharynx([of(true, '2022-03-10'), of(false, '2022-03-10')]).sources).toEqual([]);
  });
  test('of any other site it decides nothing', () => {
    expect(oropharynx([of(true, '2022-03-10')], 'C06.9').sources).toEqual([]);
  });
});

test('the Siewert type parts oesophagus and stomach', () => {
  const junction = (factors: readonly Said[]) =>
    found(tumour('C16.0', '8140/3', ['cT2', 'cN1', 'cM0'], factors));
  expect(junction([['Siewert', 'II']])).toMatchObject({
    ...{ group: 'III', sources: ['Siewert type II, 2022-03-20'] },
  });
  expect(junction([['Siewert', 'III']]).group).toBe('IIA');
  expect(junction([]).possible.length).toBeGreaterThan(1);
});

test('the B category of mycosis fungoides', () => {
  const skin = (factors: readonly Said[]) =>
    found(tumour('C44.5', '9700/3', ['cT4', 'cN0', 'cM0'], factors));
  expect(skin([['B category', 'B1a']])).toMatchObject({
    ...{ group: 'IIIB', sources: ['B category B1a, 2022-03-20'] },
  });
  expect(skin([['B category', 'B0b']]).group).toBe('IIIA');
  expect(skin([['B category', 'B2']]).group).toBe('IVA1');
  expect(skin([]).possible).toEqual(['IIIA', 'IIIB', 'IVA1']);
});

describe('a result of p16', () => {
  const result = (more: Partial<RecordedResult>): RecordedResult => ({
    ...{ code: null, display: 'P16', finding: null, value: null, unit: null, comparator: null },
    ...{ tested: null, ...more },
  });
  test.each<[more: Partial<RecordedResult>, positive: boolean | null]>([
    [{ finding: 'positive' }, true],
    [{ finding: 'negative', value: 90, unit: '%' }, false],
    [{ finding: 'equivocal', value: 90, unit: '%' }, null],
    [{ value: 75, unit: '%' }, true],
    [{ value: 69.9, unit: '%' }, false],
    [{ value: 72, unit: '%' }, null],
    [{ value: 75, unit: '%', comparator: '<' }, null],
    [{ value: 10, unit: '%', comparator: '>' }, null],
    [{ display: 'P53', finding: 'positive' }, null],
  ])('%j', (more, positive) => {
    expect(p16Result(result(more))?.positive ?? null).toBe(positive);
  });
  test('is known by its code or its name', () => {
    expect(isP16({ code: 'P16', display: null })).toBe(true);
    expect(isP16({ code: '0412', display: 'P16(INK4a)' })).toBe(true);
    expect(isP16({ code: '0412', display: null })).toBe(false);
  });
});
