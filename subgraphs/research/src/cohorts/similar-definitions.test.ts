import { parseDefinition } from '@nodp/cohorts/engine';
import { expect, test } from 'vitest';
import { attemptsOf, type Likeness } from './similar-definitions.ts';

const woman: Likeness = {
  site: 'breast',
  stage: 'STAGE_II',
  sex: 'FEMALE',
  age: 55,
  histology: '8500',
};

test('first everything is alike, then one thing after another is left out in a fixed order', () => {
  const attempts = attemptsOf(woman, 2025);
  expect(attempts[0]).toEqual({
    definition: {
      all: [
        { site: ['breast'] },
        { stage: ['STAGE_II'] },
        { histology: ['8500'] },
        { sex: ['FEMALE'] },
        { age: { from: 50, to: 60 } },
        { year: { from: 2016 } },
      ],
    },
    relaxed: [],
  });
  expect(attempts.map(({ relaxed }) => relaxed.at(-1)?.en.split(' ')[0])).toEqual([
    ...[undefined, 'years', 'histology', 'age:', 'sex', 'age'],
  ]);
  expect(attempts.at(-1)?.definition).toEqual({
    all: [{ site: ['breast'] }, { stage: ['STAGE_II'] }],
  });
});

test('what is not known is not asked, and not said to be left out', () => {
  const attempts = attemptsOf(
    { site: 'liver', stage: null, sex: null, age: null, histology: null },
    null,
  );
  expect(attempts).toEqual([{ definition: { all: [{ site: ['liver'] }] }, relaxed: [] }]);
});

test('every attempt is a definition that the engine takes, of the very young and old too', () => {
  for (const age of [0, 3, 99])
    for (const { definition } of attemptsOf({ ...woman, age }, 2025))
      expect(parseDefinition(definition).runnable).toBe(true);
});
