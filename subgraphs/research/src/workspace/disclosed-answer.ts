import {
  areSame,
  cellAt,
  counted,
  disclose,
  discloseCrossing,
  type Printed,
} from '@nodp/disclosure';
import { takeCounts } from '@nodp/graph';
import { printedOf } from '@nodp/warehouse';
import type { Context } from '../context.ts';
import { refusal } from '../saved/refusal.ts';
import { type Place, personsOf } from './place.ts';
import type { FoundPersons, Shown } from './protocol.ts';

/** What is shown of an answer. */
export interface ShownAnswer {
  readonly kind: 'ROWS' | 'COUNTS';
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly Shown[])[];
  readonly truncated: boolean;
}

/** Makes sets of persons of those whom the project studies. */
const setsIn = async ({ resources: { releases } }: Context, place: Place) => {
  const { cases } = await releases.open(place.release.number);
  const cohort = await personsOf(releases, place);
  const studied = cohort === null ? null : new Set(cohort);
  return (persons: Iterable<number>): Printed =>
    printedOf(
      [...persons]
        .filter((person) => studied === null || studied.has(person))
        .map((person) => cases.firstRow[person] ?? -1)
        .filter((row) => row >= 0),
      cases,
    );
};

/** Every cell of the groups, those of nobody among them: which cells there are tells nothing of who met the condition. */
const cellsOf = (found: FoundPersons, setOf: (persons: Iterable<number>) => Printed): Printed[] => {
  const sizes = found.axes.map(({ length }) => length);
  const whole = sizes.reduce((product, size) => product * size, 1);
  const by = new Map(
    found.cells.map(({ at, persons }) => [
      at.reduce((sum, one, i) => sum * (sizes[i] as number) + one, 0),
      persons,
    ]),
  );
  return Array.from({ length: whole }, (_, i) => setOf(by.get(i) ?? []));
};

const valuesAt = (axes: FoundPersons['axes'], cell: number): Shown[] => {
  let rest = cell;
  const values: Shown[] = [];
  for (const axis of axes.toReversed()) {
    values.unshift(axis[rest % axis.length] ?? null);
    rest = Math.floor(rest / axis.length);
  }
  return values;
};

/**
 * Persons by groups as they may be told: each cell a set of persons that passes disclosure control, out of the budget of the project's
 * accounts; cells of fewer than the minimum, nobody included, are not in the answer.
 * @throws COUNTS_SPENT
 */
export const disclosedAnswer = async (
  context: Context,
  place: Place,
  found: FoundPersons,
  sql: string,
): Promise<ShownAnswer> => {
  const { session, resources } = context;
  const { releases } = resources;
  const setOf = await setsIn(context, place);
  const asked = cellsOf(found, setOf);
  const recent = releases.recentSets(session.principal.accountId, place.release);
  const sets = asked.map((set) => recent.answer(set));
  // Decided by the moved count: a refusal at exactly the minimum would be an oracle of its own.
  const isolating = found.parts.filter(
    (persons) => disclose(setOf(persons), releases.rule).value === null,
  ).length;
  await takeCounts(session, releases.budget.perDay, {
    name: `${place.release.number} workspace ${place.project.id} ${JSON.stringify(found.plan)}`,
    counts: asked.length,
    near: sets.filter((set, i) => !areSame(set, asked[i] as Printed)).length,
    refused: isolating,
    words: { en: sql, zh: sql },
  });
  const few = releases.rule.minimumCell;
  if (isolating > 0)
    throw refusal({
      en: `Fewer than ${few} persons, or nobody, meet a part of the condition that is joined by “or” or excluded. Leave it out, or make it wider.`,
      zh: `条件中以“or”并列或被排除的某部分，单独满足者不足${few}人（或没有人）。请删去或放宽此部分。`,
    });
  const cells = discloseCrossing(
    sets.map((set) => counted(set, releases.rule)),
    found.axes.map(({ length }) => length),
    releases.rule,
  );
  const rows = sets.flatMap((_, i) => {
    const { value } = cellAt(cells, i);
    if (value === null) return [];
    const values = valuesAt(found.axes, i);
    return [
      found.plan.shown.map(({ group }) => (group < 0 ? String(value) : (values[group] ?? null))),
    ];
  });
  const columns = found.plan.shown.map(({ name, group }) => ({
    name,
    type: group < 0 ? 'BIGINT' : 'VARCHAR',
  }));
  return { kind: 'COUNTS', columns, rows, truncated: false };
};
