import { expect, it } from 'vitest';
import { distinctNames } from './distinct-names.ts';

it('names that several have get their place among these; the others stay', () => {
  expect(distinctNames(['CT', 'MRI', 'CT'])).toEqual(['CT (1/2)', 'MRI', 'CT (2/2)']);
  expect(distinctNames([])).toEqual([]);
});
