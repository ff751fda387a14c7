import { describe, expect, it } from 'vitest';
import { differingGroups, inOrder, tnmSpoken } from './stages.ts';

const group = (value: string, classification: string | null, date: string) => ({
  axis: 'group',
  value,
  classification,
  date,
});

describe('stage groups of one tumour', () => {
  it('differ where one day and one way of assessing gave two', () => {
    expect(
      differingGroups([group('IIA', 'c', '2020-01-02'), group('IIIA', 'c', '2020-01-02')]),
    ).toEqual([{ classification: 'c', values: ['IIA', 'IIIA'] }]);
  });
  it('may differ between clinical and pathological, and from one day to another', () => {
    expect(
      differingGroups([
        group('IIA', 'c', '2020-01-02'),
        group('IIIA', 'p', '2020-01-02'),
        group('IV', 'c', '2022-05-01'),
        { axis: 'T', value: 'T2', classification: 'c', date: '2020-01-02' },
        { axis: 'N', value: 'N1', classification: 'c', date: '2020-01-02' },
      ]),
    ).toEqual([]);
  });
});

describe('the order of stages', () => {
  it('is by day, then group, T, N, M; what has no day comes last', () => {
    const category = (axis: string, date: string | null) => ({
      axis,
      value: axis,
      classification: 'c',
      date,
    });
    const stages = [
      category('M', '2020-01-02'),
      category('T', null),
      category('N', '2020-01-02'),
      category('group', '2020-01-02'),
      category('T', '2020-01-02'),
      category('group', '2019-12-01'),
    ];
    expect(inOrder(stages).map((s) => `${s.date ?? ''} ${s.axis}`)).toEqual([
      '2019-12-01 group',
      '2020-01-02 group',
      '2020-01-02 T',
      '2020-01-02 N',
      '2020-01-02 M',
      ' T',
    ]);
  });
});

describe('TNM', () => {
  it.each([
    ['cT3 cN1b cM1a', 'cT3 N1b M1a'],
    ['pT3 cN1 cM0', 'pT3 cN1 cM0'],
    ['ypT0 ypN0', 'ypT0 N0'],
    ['T3 N1 M0', 'T3 N1 M0'],
    ['', ''],
  ])('“%s” is spoken “%s”', (tnm, spoken) => {
    expect(tnmSpoken(tnm)).toBe(spoken);
  });
});
