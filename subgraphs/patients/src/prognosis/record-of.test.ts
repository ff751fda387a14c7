import { expect, test } from 'vitest';
import { resultsOf } from './record-of.ts';

type Row = Parameters<typeof resultsOf>[0][number];

test('a limit is in the usual unit as the value is, though both were sent in another', () => {
  // Haemoglobin of 13.5 g/dL with limits of 13 to 17.5 g/dL, as intake stores it.
  const row = {
    ...{ code: '718-7', at: '2024-03-02T00:00:00Z', value: 13.5, unit: 'g/dL' },
    ...{ normalValue: 135, normalUnit: 'g/L', referenceLow: 130, referenceHigh: 175 },
    ...{ comparator: null, notFinal: null },
  } as Row;
  expect(resultsOf([row])).toEqual([
    {
      ...{ analyte: 'haemoglobin', day: '2024-03-02', value: 135, unit: 'g/L' },
      ...{ low: 130, high: 175 },
    },
  ]);
});
