import { expect, test } from 'vitest';
import { askedOf, searchOf } from './asked.ts';

const hash = 'a'.repeat(32);

test('an address says a comparison and is said by it', () => {
  const search = {
    cohorts: `${hash},${'b'.repeat(32)}`,
    endpoint: 'RECURRENCE_FREE',
    design: '6',
    covariates: 'SEX,STAGE',
  };
  expect(askedOf(search)).toEqual({
    cohorts: [hash, 'b'.repeat(32)],
    endpoint: 'RECURRENCE_FREE',
    design: '6',
    months: 60,
    covariates: ['SEX', 'STAGE'],
  });
  expect(searchOf(askedOf(search))).toMatchObject(search);
});

test('what an address does not say well is as usual', () => {
  expect(askedOf({ cohorts: 'x,y', endpoint: 'OTHER', design: '7', months: '1' })).toEqual({
    cohorts: [],
    endpoint: 'OVERALL',
    design: 'zero',
    months: 60,
    covariates: ['AGE_GROUP', 'SEX'],
  });
  // Nobody comes in late where the endpoint is another than death.
  expect(askedOf({ endpoint: 'NEXT_TREATMENT', design: '6' }).design).toBe('zero');
  expect(askedOf({ endpoint: 'CANCER_SPECIFIC', design: 'entry' }).design).toBe('zero');
  expect(askedOf(searchOf({ ...askedOf({}), covariates: [] })).covariates).toEqual([]);
});
