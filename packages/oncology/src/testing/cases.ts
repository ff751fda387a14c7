import { expect, test } from 'vitest';

/** A worked example of a rule: what is given, and what the rule says of it. */
interface Case {
  readonly name: string;
  readonly given: unknown;
  readonly expected: unknown;
}

/**
 * Makes a test of every worked example in a `cases.json`.
 * @param rule is given what the example gives, which is of type `Given`; what is expected may name a part of its answer
 */
export const testCases = <Given>(cases: readonly Case[], rule: (given: Given) => unknown): void => {
  test.each(cases.map((c) => [c.name, c] as const))('%s', (_, { given, expected }) => {
    const said = rule(given as Given);
    if (typeof expected === 'object' && expected !== null) expect(said).toMatchObject(expected);
    else expect(said).toBe(expected);
  });
};
