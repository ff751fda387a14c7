import { expect, test } from 'vitest';
import { candidatePairs, randomPairs } from '../model/blocking.ts';
import { countPatterns } from '../model/em.ts';
import { patternOf } from '../model/field.ts';
import { frequenciesOf } from '../model/frequency.ts';
import { scorePair } from '../model/score.ts';
import { calibration } from '../model/threshold.ts';
import { chinesePersons } from '../testing/chinese-persons.ts';
import { evaluate } from '../testing/evaluate.ts';
import { seeded } from '../testing/random.ts';
import { decide } from './decide.ts';
import { nameTerms, PERSON_FIELDS } from './fields.ts';
import { personKeys } from './keys.ts';
import { GENERATED, learnPersonModel, personModel } from './model.ts';
import { type Person, readPerson } from './person.ts';

interface Subject extends Person {
  readonly person: string;
}

const subjectsOf = (persons: number, seed: number): Subject[] =>
  chinesePersons(persons, seed).map(({ person, said }) => ({ ...readPerson(said), person }));

test('the parameters that stand are those that EM learns from generated persons', () => {
  const { model } = evaluate<Subject>({
    subjects: subjectsOf(5000, 1),
    fields: PERSON_FIELDS,
    keysOf: personKeys,
    personOf: ({ person }) => person,
  });
  for (const [field, { m, u }] of Object.entries(GENERATED)) {
    m.forEach((share, level) => {
      const learnt = model.fields[field]?.m[level] as number;
      if (share > 0.02) expect(learnt / share, `${field} m ${level}`).toBeCloseTo(1, 0);
    });
    u.forEach((share, level) => {
      const learnt = model.fields[field]?.u[level] as number;
      if (share > 0.005) expect(learnt / share, `${field} u ${level}`).toBeCloseTo(1, 0);
    });
  }
});

/** Persons whom no parameter and no threshold was made of: another seed. */
const heldOut = (learns: boolean) => {
  const subjects = subjectsOf(8000, 42);
  const terms = subjects.map(nameTerms);
  const frequencies = {
    'name same': frequenciesOf(terms.map((of) => of?.written ?? null)),
    'name sound': frequenciesOf(terms.map((of) => of?.sound ?? null)),
  };
  const candidates = candidatePairs(subjects.map(personKeys));
  const of = ([i, j]: [number, number]) =>
    [subjects[i] as Subject, subjects[j] as Subject] as const;
  const patterns = (some: readonly [number, number][]) =>
    countPatterns(some.map((pair) => patternOf(PERSON_FIELDS, ...of(pair))));
  const model = learns
    ? learnPersonModel(
        patterns(candidates),
        patterns(randomPairs(subjects.length, 100_000, seeded(1))),
        (subjects.length * (subjects.length - 1)) / 2,
      )
    : personModel(subjects.length);
  const pairs = candidates.map((pair) => {
    const [a, b] = of(pair);
    const score = scorePair(PERSON_FIELDS, model, a, b, frequencies);
    return { ...score, decision: decide(a, b, score), match: a.person === b.person };
  });
  const truth = [...Map.groupBy(subjects, ({ person }) => person).values()].reduce(
    (sum, { length }) => sum + (length * (length - 1)) / 2,
    0,
  );
  return { subjects, pairs, truth };
};

test.each([
  { of: 'learnt of the pool without labels', learns: true },
  { of: 'that stands', learns: false },
])(
  'by the model $of joins of persons held out are right 999 times of 1,000',
  ({ learns }) => {
    const { subjects, pairs, truth } = heldOut(learns);
    const joined = pairs.filter(({ decision }) => decision === 'JOIN');
    const right = joined.filter(({ match }) => match).length;
    expect(right / joined.length).toBeGreaterThanOrEqual(0.999);
    expect(right / truth).toBeGreaterThan(0.85);
    const shown = pairs.filter(({ decision }) => decision === 'REVIEW');
    const found = right + shown.filter(({ match }) => match).length;
    expect(found / truth).toBeGreaterThan(0.985);
    // A data manager looks at fewer than a hundred pairs for a thousand records.
    expect((1000 * shown.length) / subjects.length).toBeLessThan(100);
    // How many persons come twice is not known before: the prior that stands is not calibrated.
    if (!learns) return;
    const predicted = calibration(pairs);
    console.table(predicted);
    for (const { from, pairs: number, observed, to } of predicted) {
      if (number < 30) continue;
      // The ends, at which decisions are made.
      if (from >= 0.999) expect(observed).toBeGreaterThanOrEqual(0.998);
      if (to <= 0.05) expect(observed).toBeLessThan(0.2);
    }
  },
  240_000,
);
