import { describe, expect, it } from 'vitest';
import { corrected, type Info, obstaclesOf, whyNoAxis } from './possible.ts';
import { usual } from './question.ts';

const words = (en: string) => ({ en, zh: en });
const either = words('A period is made of years.');
const dimension = (
  name: Info['dimensions'][number]['dimension'],
  more: Partial<Info['dimensions'][number]> = {},
): Info['dimensions'][number] => ({
  dimension: name,
  label: words(name),
  ...{ required: false, absent: null, filterAbsent: null, notWith: [] },
  ...more,
});
const cases: Info = {
  ...{ measure: 'CASES', label: words('Cases'), absent: null, events: ['CASES'], options: [] },
  dimensions: [
    dimension('SEX'),
    dimension('YEAR', { notWith: [{ dimension: 'PERIOD', reason: either }] }),
    dimension('PERIOD', { notWith: [{ dimension: 'YEAR', reason: either }] }),
    dimension('STAGE', { absent: words('It knows no stages.') }),
  ],
};

describe('dimensions that cannot be crossed together', () => {
  it('are greyed where the other stands, each with the reason', () => {
    expect(whyNoAxis('PERIOD', ['YEAR', 'SEX'], [cases])).toEqual(either);
    expect(whyNoAxis('YEAR', ['PERIOD'], [cases])).toEqual(either);
    expect(whyNoAxis('PERIOD', ['SEX'], [cases])).toBeNull();
    expect(whyNoAxis('STAGE', [], [cases])).toEqual(words('It knows no stages.'));
  });

  it('are one obstacle, and the later of them gives way', () => {
    const question = { ...usual, measure: 'CASES', by: ['PERIOD', 'SEX', 'YEAR'] } as const;
    const obstacles = obstaclesOf(question, [cases]);
    expect(obstacles).toMatchObject([{ is: 'axis', dimension: 'YEAR', reason: either }]);
    const next = corrected(question, obstacles);
    expect(next.by).toEqual(['PERIOD', 'SEX']);
    expect(obstaclesOf(next, [cases])).toEqual([]);
  });
});
