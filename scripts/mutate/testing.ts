import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';

/** What stands for `vitest` where a mutant is tried: the tests are collected once and run again in this process. */
export interface CollectedTest {
  readonly name: string;
  readonly skipped: boolean;
  readonly run: () => unknown;
  readonly before: readonly (() => Promise<unknown>)[];
}

type Body = (...given: readonly unknown[]) => unknown;

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

type Expect = typeof chai.expect;
export const expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  (globalThis as unknown as Record<symbol, object>)[ASYMMETRIC_MATCHERS_OBJECT],
) as Expect;
setState({ assertionCalls: 0 }, expect as never);

let tests: CollectedTest[] = [];
let names: readonly string[] = [];
let before: (() => Promise<unknown>)[] = [];

/** The tests that a file declares while it is evaluated. */
export const collect = async (address: string): Promise<readonly CollectedTest[]> => {
  tests = [];
  names = [];
  before = [];
  await import(address);
  return tests;
};

const add = (name: string, skipped: boolean, run: () => unknown): void => {
  tests.push({ name: [...names, name].join(' › '), skipped, run, before });
};

const group = (name: string, body: () => unknown): void => {
  const outer = [names, before] as const;
  names = [...names, name];
  before = [...before];
  body();
  [names, before] = outer;
};

/** A row's name; two rows of one name are told apart by their number. */
const rowName = (name: string, row: readonly unknown[], index: number): string =>
  `${name.replace('%s', String(row[0]))} #${index + 1}`;

const each =
  (one: (name: string, body: () => unknown) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, body: Body): void => {
    rows.forEach((row, index) => {
      const given = Array.isArray(row) ? row : [row];
      one(rowName(name, given, index), () => body(...given));
    });
  };

const testOf = (skipped: boolean) => (name: string, body: Body) => add(name, skipped, body);
const testFunction = () =>
  Object.assign(testOf(false), {
    each: each((name, body) => add(name, false, body)),
    skipIf: (condition: unknown) => testOf(Boolean(condition)),
  });
export const test = testFunction();
export const it = testFunction();

export const describe = Object.assign(group, {
  each: each(group),
  skipIf: (condition: unknown) => (condition ? () => undefined : group),
});

export const beforeAll = (prepare: () => unknown): void => {
  let done: Promise<unknown> | undefined;
  before.push(() => (done ??= Promise.resolve().then(prepare)));
};
