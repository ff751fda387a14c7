import { expect, it } from 'vitest';
import { totals } from './totals.ts';

it('a submission’s totals are the sums over its resource types', () => {
  const patient = {
    resourceType: 'Patient',
    created: 1,
    updated: 0,
    unchanged: 2,
    retained: 0,
    held: 3,
    refused: 0,
  };
  const claim = {
    resourceType: 'Claim',
    created: 0,
    updated: 0,
    unchanged: 0,
    retained: 7,
    held: 0,
    refused: 1,
  };
  expect(totals([patient, claim])).toEqual({
    created: 1,
    updated: 0,
    unchanged: 2,
    retained: 7,
    held: 3,
    refused: 1,
  });
  expect(totals([])).toEqual({
    created: 0,
    updated: 0,
    unchanged: 0,
    retained: 0,
    held: 0,
    refused: 0,
  });
});
