import { type Problem, type ProblemCode, within } from './problem.ts';
import type { Tree } from './tree.ts';

/** Below this nothing is read any more: the linter refuses far shallower trees. */
const MOST_LEVELS = 50;

const MESSAGES = {
  'too-deep': { en: 'Too many levels.', zh: '嵌套层数过多。' },
  'not-one-field': { en: 'Give exactly one criterion here.', zh: '此处应恰好给出一个条件。' },
  misshapen: { en: 'This criterion is not in the expected form.', zh: '该条件的格式不正确。' },
} as const satisfies Partial<Record<ProblemCode, unknown>>;

export type Misshapen = keyof typeof MESSAGES;

export const misshapenAt = (code: Misshapen, path: string): Problem => ({
  code,
  severity: 'error',
  path,
  message: MESSAGES[code],
});

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const COUNTS = { atLeast: 'least', atMost: 'most' } as const;

/**
 * Reads a tree of unknown shape; whatever has none is noted, and stands as always true.
 * @param readLeaf the leaf of a field with its value; null where no leaf has that field, else the place of what is wrong in it
 */
export const readTree = <Leaf extends object>(
  input: unknown,
  readLeaf: (field: string, value: unknown) => Leaf | string | null,
  note: (code: Misshapen, path: string) => void,
  path = '',
  level = 1,
): Tree<Leaf> => {
  const refused = (code: Misshapen, at = path): Tree<Leaf> => {
    note(code, at);
    return { all: [] };
  };
  if (level > MOST_LEVELS) return refused('too-deep');
  if (!isFields(input)) return refused('misshapen');
  const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  const [field, value] = given[0] ?? ['', undefined];
  if (given.length !== 1) return refused('not-one-field');
  const at = within(path, field);
  const one = (child: unknown, of: string) => readTree(child, readLeaf, note, of, level + 1);
  const many = (children: unknown, of: string): Tree<Leaf>[] | null =>
    Array.isArray(children) ? children.map((child, i) => one(child, within(of, i))) : null;
  if (field === 'all' || field === 'any') {
    const of = many(value, at);
    if (of === null) return refused('misshapen', at);
    return field === 'all' ? { all: of } : { any: of };
  }
  if (field === 'not') return { not: one(value, at) };
  if (field === 'atLeast' || field === 'atMost') {
    const count = isFields(value) ? value[COUNTS[field]] : null;
    const of =
      isFields(value) && typeof count === 'number' ? many(value.of, within(at, 'of')) : null;
    if (of === null || typeof count !== 'number') return refused('misshapen', at);
    return field === 'atLeast'
      ? { atLeast: { least: count, of } }
      : { atMost: { most: count, of } };
  }
  const leaf = readLeaf(field, value);
  if (leaf === null) return refused('not-one-field', at);
  return typeof leaf === 'string' ? refused('misshapen', within(at, leaf)) : leaf;
};
