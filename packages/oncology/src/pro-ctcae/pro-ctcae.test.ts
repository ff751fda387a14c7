import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRecords } from '../registry/csv.ts';
import { testCases } from '../testing/cases.ts';
import { sharedClinical } from '../testing/shared-clinical.ts';
import cases from './cases.json' with { type: 'json' };
import { compositeGrade, PARTS_GROUPS, partsOf } from './composite.ts';
import { areAnswersOf, gradeOfTerm, isAnswered, SYMPTOM_TERMS, symptomTerm } from './items.ts';
import { PRO_CTCAE_COMPOSITE } from './rule.ts';
import { SYMPTOM_SETS } from './sets.ts';

testCases<Record<string, unknown>>(cases, (given) => PRO_CTCAE_COMPOSITE.decide(given));

const answer = fc.integer({ min: 0, max: 4 });

test('a higher answer never gives a lower grade, and a missing one gives none unless the first is 0', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PARTS_GROUPS),
      fc.tuple(answer, answer, answer),
      fc.nat(2),
      (group, all, which) => {
        const answers: (number | null)[] = all.slice(0, partsOf(group).length);
        const grade = compositeGrade(group, answers);
        const at = which % answers.length;
        const more = answers.with(at, Math.min(4, (answers[at] ?? 0) + 1));
        expect(grade).not.toBeNull();
        expect(compositeGrade(group, more)).toBeGreaterThanOrEqual(grade ?? 0);
        expect(compositeGrade(group, answers.with(at, null))).toBe(
          at > 0 && answers[0] === 0 ? 0 : null,
        );
      },
    ),
  );
});

describe('the terms', () => {
  test.skipIf(sharedClinical('proctcae_items.csv') === null)('are those of the library', () => {
    const [, ...records] = csvRecords(
      readFileSync(sharedClinical('proctcae_items.csv') ?? '', 'utf8'),
    );
    const kinds = { Frequency: 'F', Severity: 'S', Interference: 'I', Presence: 'P', Amount: 'A' };
    const listed = records.map(({ cells: [item, , , scale, label = ''] }) => {
      const attribute = kinds[label.split(' ').at(-1) as keyof typeof kinds];
      return [item, scale, item === '59A' ? 'A' : attribute];
    });
    expect(
      SYMPTOM_TERMS.flatMap(({ items }) => items.map((i) => [i.id, i.scale, i.attribute])),
    ).toEqual(listed);
    expect(listed).toHaveLength(124);
  });

  test('are worded in both languages, each question as one of its own', () => {
    const questions = SYMPTOM_TERMS.flatMap(({ items }) => items.map(({ question }) => question));
    expect(new Set(questions.map(({ en }) => en)).size).toBe(questions.length);
    expect(new Set(questions.map(({ zh }) => zh)).size).toBe(questions.length);
    for (const { en, zh } of questions) {
      expect(en).toMatch(/^In the last 7 days, [a-z].*\?$/);
      expect(zh).toMatch(/^最近7天，.*[\u4e00-\u9fff].*？$/);
    }
    expect(symptomTerm(9)?.items.map(({ question }) => question.en)).toEqual([
      'In the last 7 days, how OFTEN did you have NAUSEA?',
      'In the last 7 days, what was the SEVERITY of your NAUSEA at its WORST?',
    ]);
  });

  const pain = symptomTerm(48);
  const rash = symptomTerm(24);
  const burns = symptomTerm(36);
  if (!pain || !rash || !burns) throw new Error('no such terms');

  test('are asked on where the first answer is above 0', () => {
    expect(isAnswered(pain, [0])).toBe(true);
    expect(isAnswered(pain, [2])).toBe(false);
    expect(isAnswered(pain, [2, 0])).toBe(false);
    expect(isAnswered(pain, [2, 0, 4])).toBe(true);
    expect(isAnswered(pain, [])).toBe(false);
    expect(areAnswersOf(pain, [0, 1])).toBe(false);
    expect(areAnswersOf(pain, [2, 5])).toBe(false);
    expect(areAnswersOf(pain, [2, 3])).toBe(true);
    expect(areAnswersOf(rash, [1])).toBe(true);
    expect(areAnswersOf(rash, [2])).toBe(false);
  });

  test('have a grade where every answer that the table needs is there', () => {
    expect(gradeOfTerm(pain, [2])).toBeNull();
    expect(gradeOfTerm(pain, [2, 0, 4])).toBe(2);
    expect(gradeOfTerm(pain, [0])).toBe(0);
    expect(gradeOfTerm(rash, [1])).toBeNull();
    // Not applicable.
    expect(isAnswered(burns, [-1])).toBe(true);
    expect(gradeOfTerm(burns, [-1])).toBeNull();
  });

  test('of a set are there, each once', () => {
    for (const { terms } of SYMPTOM_SETS) {
      expect(terms.filter((number) => symptomTerm(number) === undefined)).toEqual([]);
      expect(new Set(terms).size).toBe(terms.length);
    }
  });
});
