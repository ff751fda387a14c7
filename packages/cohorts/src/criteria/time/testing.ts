import fc from 'fast-check';
import { MARKS } from '../../criterion/timeline.ts';
import { isOf } from '../../testing/arbitraries.ts';
import {
  type CriterionTesting,
  type Events,
  NO_EVENTS,
  type Row,
} from '../../testing/criterion-testing.ts';
import { branchOf } from '../../tree.ts';
import { testing as biomarker } from '../biomarker/testing.ts';
import { testing as outcome } from '../outcome/testing.ts';
import { testing as treatment } from '../treatment/testing.ts';
import type { TimeEvent } from './event.ts';
import { LAST, type Occurs, type Time, type TimeLeaf, type TimeTree } from './form.ts';

const events: fc.Arbitrary<TimeEvent> = fc.oneof(
  { weight: 4, arbitrary: treatment.arbitrary.map((value): TimeEvent => ({ treatment: value })) },
  { weight: 2, arbitrary: biomarker.arbitrary.map((value): TimeEvent => ({ biomarker: value })) },
  { weight: 2, arbitrary: outcome.arbitrary.map((value): TimeEvent => ({ outcome: value })) },
  { weight: 1, arbitrary: fc.constantFrom(...MARKS).map((mark): TimeEvent => ({ mark })) },
);

const day = fc.oneof(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -700, max: 700 }));
const maybe = <T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | object> =>
  fc.oneof(fc.constant({}), arbitrary);

const window = fc.tuple(day, day, fc.nat(3)).map(([a, b, open]) => ({
  ...(open === 1 ? {} : { from: Math.min(a, b) }),
  ...(open === 2 ? {} : { to: Math.max(a, b) }),
}));

const times = fc.oneof(
  fc.constantFrom({ from: 2 }, { to: 0 }, { from: 1, to: 1 }, { to: 1 }, { from: 2, to: 3 }),
);

const occurs: fc.Arbitrary<TimeLeaf> = fc
  .tuple(
    events,
    window,
    maybe(times.map((each) => ({ times: each }))),
    maybe(fc.constantFrom('END' as const, 'OVERLAP' as const).map((measure) => ({ measure }))),
    maybe(fc.constantFrom('END' as const).map((since) => ({ since }))),
  )
  .map(([event, ...rest]): TimeLeaf => ({ occurs: Object.assign({ event }, ...rest) as Occurs }));

const observed: fc.Arbitrary<TimeLeaf> = fc
  .constantFrom({ before: 30 }, { after: 400 }, { before: 10, after: 90 })
  .map((each): TimeLeaf => ({ observed: each }));

const leaf = fc.oneof({ weight: 5, arbitrary: occurs }, { weight: 1, arbitrary: observed });

const trees: fc.Arbitrary<TimeTree> = fc.oneof(
  fc.constant<TimeTree>({ all: [] }),
  leaf,
  fc
    .array(leaf, { minLength: 1, maxLength: 3 })
    .chain((of) =>
      fc.constantFrom<TimeTree>(
        { all: of },
        { any: of },
        { not: of[0] as TimeLeaf },
        { atLeast: { least: of.length, of } },
        { atMost: { most: of.length - 1, of } },
        { all: [of[0] as TimeLeaf, { not: { any: of } }] },
      ),
    ),
);

/** Without a condition that asks nothing: a day that every case has, and nothing around it. */
const values: fc.Arbitrary<Time> = fc
  .tuple(events, fc.constantFrom(1, 1, 2, LAST), trees)
  .filter(([event, , meets]) => !('mark' in event) || branchOf(meets)?.of.length !== 0)
  .map(([event, nth, meets]) => ({
    index: { event, ...(nth === 1 ? {} : { nth }) },
    meets,
  }));

interface Span {
  readonly start: number;
  readonly end: number;
}
interface Found {
  readonly spans: readonly Span[];
  readonly undated: boolean;
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const originOf = (row: Row): number | null =>
  numberOf(row.origin_days) ?? (row.case_number === 1 ? 0 : null);

const endOf = (row: Row): number | null => {
  const [origin, days] = [originOf(row), numberOf(row.survival_days)];
  return origin === null || days === null ? null : origin + days;
};

/** Days on which it happened, one a day, in order. */
const found = (event: TimeEvent, row: Row, all: Events): Found => {
  if ('mark' in event) {
    const day = event.mark === 'DIAGNOSIS' ? originOf(row) : endOf(row);
    if (event.mark === 'DEATH' && row.died !== true) return { spans: [], undated: false };
    return day === null
      ? { spans: [], undated: true }
      : { spans: [{ start: day, end: day }], undated: false };
  }
  const own =
    'treatment' in event
      ? all.treatments.filter((t) =>
          treatment.holds(event.treatment, row, { ...NO_EVENTS, treatments: [t] }),
        )
      : 'biomarker' in event
        ? all.biomarkers.filter((b) =>
            biomarker.holds(event.biomarker, row, { ...NO_EVENTS, biomarkers: [b] }),
          )
        : all.outcomes.filter((o) => isOf(o.trend, event.outcome));
  const dayOf = (e: Row) => numberOf(e.start_days ?? e.tested_days ?? e.assessed_days);
  const days = new Map<number, number>();
  for (const e of own) {
    const start = dayOf(e);
    if (start === null) continue;
    days.set(start, Math.max(days.get(start) ?? start, start + (numberOf(e.duration_days) ?? 0)));
  }
  return {
    spans: [...days].map(([start, end]) => ({ start, end })).sort((a, b) => a.start - b.start),
    undated: own.some((e) => dayOf(e) === null),
  };
};

const holdsLeaf = (leaf: TimeLeaf, index: Span, row: Row, all: Events): boolean => {
  if ('observed' in leaf) {
    const { before = 0, after = 0 } = leaf.observed;
    const end = endOf(row);
    return (
      (before === 0 || index.start >= before) &&
      (after === 0 || (end !== null && end - index.start >= after))
    );
  }
  const { event, from, to, times: asked = { from: 1 }, measure, since } = leaf.occurs;
  const base = since === 'END' ? index.end : index.start;
  const [low, high] = [base + (from ?? -1e9), base + (to ?? 1e9)];
  const { spans, undated } = found(event, row, all);
  const count = spans.filter(({ start, end }) => {
    if (measure === 'OVERLAP') return start <= high && end >= low;
    const at = measure === 'END' ? end : start;
    return at >= low && at <= high;
  }).length;
  if (count < (asked.from ?? 0)) return false;
  return asked.to === undefined || (count <= asked.to && !undated);
};

const holdsTree = (tree: TimeTree, ask: (leaf: TimeLeaf) => boolean): boolean => {
  if ('all' in tree) return tree.all.every((t) => holdsTree(t, ask));
  if ('any' in tree) return tree.any.some((t) => holdsTree(t, ask));
  if ('not' in tree) return !holdsTree(tree.not, ask);
  if ('atLeast' in tree)
    return tree.atLeast.of.filter((t) => holdsTree(t, ask)).length >= tree.atLeast.least;
  if ('atMost' in tree)
    return tree.atMost.of.filter((t) => holdsTree(t, ask)).length <= tree.atMost.most;
  return ask(tree);
};

export const testing: CriterionTesting<Time> = {
  arbitrary: values,
  holds: ({ index: { event, nth = 1 }, meets }, row, all) => {
    const { spans } = found(event, row, all);
    const index = 'mark' in event || nth > 0 ? spans['mark' in event ? 0 : nth - 1] : spans.at(-1);
    return index !== undefined && holdsTree(meets, (leaf) => holdsLeaf(leaf, index, row, all));
  },
};
