import { describe, expect, it } from 'vitest';
import { differingGroups } from './stage-consistency.ts';

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
