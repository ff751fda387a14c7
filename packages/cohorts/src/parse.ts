import { safeParse } from 'valibot';
import { type CohortDefinition, criterionOf, EVERYONE, formOf, isKind } from './definition.ts';
import { lint } from './lint.ts';
import { type Problem, type ProblemCode, within } from './problem.ts';

/** A definition with what is wrong about it; it may be run when `runnable`. */
export interface ParsedDefinition {
  readonly definition: CohortDefinition;
  readonly problems: readonly Problem[];
  readonly runnable: boolean;
}

/** Below this the linter is not even asked: it refuses far shallower trees. */
const MOST_LEVELS = 50;

const MESSAGES = {
  'too-deep': { en: 'Too many levels.', zh: '嵌套层数过多。' },
  'not-one-field': { en: 'Give exactly one criterion here.', zh: '此处应恰好给出一个条件。' },
  misshapen: { en: 'This criterion is not in the expected form.', zh: '该条件的格式不正确。' },
} as const satisfies Partial<Record<ProblemCode, unknown>>;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a definition of unknown shape; whatever has none is noted, and stands as everyone. */
const read = (
  input: unknown,
  path: string,
  level: number,
  note: (code: keyof typeof MESSAGES, path: string) => void,
): CohortDefinition => {
  const refused = (code: keyof typeof MESSAGES, at = path): CohortDefinition => {
    note(code, at);
    return EVERYONE;
  };
  if (level > MOST_LEVELS) return refused('too-deep');
  if (!isFields(input)) return refused('misshapen');
  const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  const [field, value] = given[0] ?? ['', undefined];
  if (given.length !== 1) return refused('not-one-field');
  const at = within(path, field);
  const many = (children: unknown, of: string): CohortDefinition[] | null =>
    Array.isArray(children)
      ? children.map((child, i) => read(child, within(of, i), level + 1, note))
      : null;
  if (field === 'all' || field === 'any') {
    const of = many(value, at);
    if (of === null) return refused('misshapen', at);
    return field === 'all' ? { all: of } : { any: of };
  }
  if (field === 'not') return { not: read(value, at, level + 1, note) };
  if (field === 'atLeast') {
    if (!isFields(value) || typeof value.least !== 'number') return refused('misshapen', at);
    const of = many(value.of, within(at, 'of'));
    return of === null ? refused('misshapen', at) : { atLeast: { least: value.least, of } };
  }
  if (!isKind(field)) return refused('not-one-field', at);
  const parsed = safeParse(formOf(field).schema, value);
  return parsed.success
    ? criterionOf(field, parsed.output as never)
    : refused(
        'misshapen',
        within(at, parsed.issues[0].path?.map(({ key }) => key).join('.') ?? ''),
      );
};

/** From the graph's input, of which exactly one field has to be given at every node. */
export const parseDefinition = (input: unknown): ParsedDefinition => {
  const misshapen: Problem[] = [];
  const definition = read(input, '', 1, (code, path) => {
    misshapen.push({ code, severity: 'error', path, message: MESSAGES[code] });
  });
  const problems = misshapen.length > 0 ? misshapen : lint(definition);
  return { definition, problems, runnable: problems.every((p) => p.severity !== 'error') };
};
