import { setImmediate } from 'node:timers/promises';
import { print } from '@nodp/cohorts/engine';
import { type DisclosedKinds, disclose, discloseKinds, type Printed } from '@nodp/disclosure';
import { takeCounts } from '@nodp/graph';
import { type CaseColumns, type CohortSets, printedOf } from '@nodp/warehouse';
import { sharedPersons } from '../cohorts/shared-persons.ts';
import { toldSets } from '../cohorts/told-sets.ts';
import type { Context } from '../context.ts';
import { type AskedComparison, MONTH, questionOf } from './asked.ts';

/** Kinds of a cohort that are told of at most: more than this no figure shows apart. */
const MOST_KINDS = 40;
/** Members sorted before others are answered: some ten milliseconds. */
const AT_ONCE = 10_000;

/** The members of each cohort by kind, and what kinds there are. */
interface Sorted {
  readonly sets: readonly Printed[];
  readonly shared: Printed;
  readonly kinds: readonly (readonly { readonly kind: string; readonly set: Printed }[])[];
}

/** What members are sorted by. */
interface AskedKinds {
  /** Names the question wholly, beside the cohorts. */
  readonly of: string;
  readonly name: 'courses' | 'patterns';
  /** The kind of a member, by the row of its case. */
  readonly kindOf: (opened: {
    readonly cohorts: CohortSets;
    readonly cases: CaseColumns;
  }) => Promise<(row: number) => string>;
}

const sorted = async (
  context: Context,
  asked: AskedComparison,
  { kindOf: kindIn }: AskedKinds,
): Promise<Sorted> => {
  const opened = await context.resources.releases.open(asked.release.number);
  const { cohorts, cases } = opened;
  const [members, kindOf] = await Promise.all([
    cohorts.members(
      asked.arms.map(({ definition }) => definition),
      Math.round(asked.landmark * MONTH),
    ),
    kindIn(opened),
  ]);
  const rows = asked.arms.map(() => new Map<string, number[]>());
  for (const [i, row] of members.row.entries()) {
    // Others are answered meanwhile: a million members take seconds.
    if (i % AT_ONCE === AT_ONCE - 1) await setImmediate();
    const kind = kindOf(row);
    const of = rows[members.arm[i] as number];
    const known = of?.get(kind);
    if (known === undefined) of?.set(kind, [row]);
    else known.push(row);
  }
  return {
    sets: members.sets,
    shared: members.shared,
    kinds: rows.map((of) => [...of].map(([kind, own]) => ({ kind, set: printedOf(own, cases) }))),
  };
};

const none: DisclosedKinds = { told: [], rest: disclose({ count: 0, key: 0 }) };

/**
 * The members of each cohort by kind, protected: kinds of too few persons are one count. A set near one that the account asked
 * lately is answered as that one. @throws COUNTS_SPENT
 */
export const kindsOf = async (context: Context, asked: AskedComparison, by: AskedKinds) => {
  const { session, resources } = context;
  const { releases } = resources;
  const { rule } = releases;
  const { release } = asked;
  if (!asked.arms.every(({ runnable }) => runnable))
    return {
      release,
      inSeveralArms: none.rest,
      arms: asked.arms.map(() => ({ persons: none.rest, kinds: [], rest: none.rest })),
    };
  const question = questionOf({ ...asked, months: 0 }, `${by.name} ${by.of}`);
  const found = await releases.once(release, question, () => sorted(context, asked, by));
  const recent = toldSets(context, release, 'counts');
  let near = 0;
  const answer = (set: Printed): Printed => {
    const answered = recent.answer(set);
    if (answered.key !== set.key || answered.count !== set.count) near++;
    return answered;
  };
  const persons = found.sets.map((set) => disclose(answer(set), rule));
  const shown = found.kinds.map((kinds) =>
    discloseKinds(
      kinds.map(({ set }) => set),
      MOST_KINDS,
      rule,
      answer,
    ),
  );
  const [first] = asked.arms;
  await takeCounts(session, releases.budget.perDay, {
    near,
    ...(first && { words: print(first.definition) }),
    name: [release.number, ...question].join(' '),
    // As many as there may be, whatever was told: what is charged tells nothing.
    counts: 1 + asked.arms.length * (MOST_KINDS + 2),
  });
  return {
    release,
    inSeveralArms: sharedPersons(context, release, found.shared),
    arms: shown.map(({ told, rest }, arm) => ({
      persons: persons[arm] ?? none.rest,
      kinds: told.map(({ place, persons: of }) => ({
        kind: found.kinds[arm]?.[place]?.kind ?? '',
        persons: of,
      })),
      rest,
    })),
  };
};
