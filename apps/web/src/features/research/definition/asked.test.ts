import { describe, expect, it } from 'vitest';
import { askedOf, isComplete } from './asked.ts';

describe('groups in what the graph is asked', () => {
  it('go without the criteria that ask nothing yet, and are left out where nothing is left', () => {
    const asked = askedOf([
      { any: [] },
      { any: [{ sex: [] }, { sex: ['MALE'] }, { all: [{ age: {} }] }] },
      { not: { any: [{ site: [] }] } },
    ]);
    expect(asked).toEqual({ definition: { all: [{ any: [{ sex: ['MALE'] }] }] }, places: [1] });
    expect(isComplete({ any: [{ sex: [] }] })).toBe(false);
  });
});
