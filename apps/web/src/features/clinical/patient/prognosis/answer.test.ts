import { describe, expect, test } from 'vitest';
import { partsOf, wholePeople } from './answer.ts';

describe('parts of an answer', () => {
  test.each([
    [null, []],
    ['"IIIB"', [{ name: null, value: 'IIIB' }]],
    ['3', [{ name: null, value: '3' }]],
    [
      '{"score":3.3600000001,"group":"good"}',
      [
        { name: 'score', value: '3.36' },
        { name: 'group', value: 'good' },
      ],
    ],
    ['{"pi":0.4,"curve_surgery":[99.1]}', []],
  ])('%s', (json, parts) => expect(partsOf(json)).toEqual(parts));
});

test.each([
  [86.4, 86],
  [99.6, 100],
  [-0.2, 0],
])('%d of 100 are %i people', (people, whole) => expect(wholePeople(people)).toBe(whole));
