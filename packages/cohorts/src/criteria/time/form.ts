import * as v from 'valibot';
import { bracketed, partsOf, readTreeOf, writeTree } from '../../address-tree.ts';
import { canonicalTree } from '../../canonical-tree.ts';
import type { CriterionForm } from '../../criterion/module.ts';
import type { Bounds } from '../../criterion/range-form.ts';
import { readTree } from '../../read-tree.ts';
import { leavesOf, type Tree } from '../../tree.ts';
import {
  asksEvent,
  canonicalEvent,
  eventSchema,
  readEvent,
  type TimeEvent,
  writeEvent,
} from './event.ts';

export const MEASURES = ['START', 'END', 'OVERLAP'] as const;
export type Measure = (typeof MEASURES)[number];
const EDGES = ['START', 'END'] as const;
export type Edge = (typeof EDGES)[number];

/** Which of several: the first, the second, …, or the last. */
export const LAST = -1;
export const MOST_NTH = 20;
/** Days of a window, before or after. */
export const MOST_DAYS = 36_500;
export const MOST_TIMES = 99;

/** An event so many times within days of the index event; before it days are negative. At least once where no number is said. */
export interface Occurs {
  event: TimeEvent;
  from?: number;
  to?: number;
  times?: Bounds;
  measure?: Measure;
  since?: Edge;
}

export interface ObservedDays {
  before?: number;
  after?: number;
}

export type TimeLeaf = { readonly occurs: Occurs } | { readonly observed: ObservedDays };
export type TimeTree = Tree<TimeLeaf>;

/** A case that has the index event, and around it what the tree says. */
export interface Time {
  index: { event: TimeEvent; nth?: number };
  meets: TimeTree;
}

const whole = v.nullish(v.pipe(v.number(), v.integer()));
const without = <T extends object>(value: T) =>
  Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== null && each !== undefined),
  ) as { [K in keyof T]: Exclude<T[K], null> };

const boundsSchema = v.pipe(v.object({ from: whole, to: whole }), v.transform(without));
const occursSchema = v.pipe(
  v.object({
    event: eventSchema,
    from: whole,
    to: whole,
    times: v.nullish(boundsSchema),
    measure: v.nullish(v.picklist(MEASURES)),
    since: v.nullish(v.picklist(EDGES)),
  }),
  v.transform(without),
);
const observedSchema = v.pipe(v.object({ before: whole, after: whole }), v.transform(without));

const readLeaf = (field: string, value: unknown): TimeLeaf | string | null => {
  if (field !== 'occurs' && field !== 'observed') return null;
  const parsed = v.safeParse(field === 'occurs' ? occursSchema : observedSchema, value);
  if (!parsed.success) return parsed.issues[0].path?.map(({ key }) => key).join('.') ?? '';
  return { [field]: parsed.output } as unknown as TimeLeaf;
};

const treeSchema = v.pipe(
  v.unknown(),
  v.rawTransform(
    ({ dataset, addIssue }): TimeTree =>
      readTree<TimeLeaf>(dataset.value, readLeaf, (_, path) => {
        addIssue({ message: `misshapen ${path}` });
      }),
  ),
);

const schema = v.pipe(
  v.object({
    index: v.pipe(v.object({ event: eventSchema, nth: whole }), v.transform(without)),
    meets: treeSchema,
  }),
  v.transform((value) => value as unknown as Time),
);

const isPlain = ({ from, to }: Bounds): boolean => (from ?? 1) === 1 && to === undefined;

/** Without what goes without saying. */
const canonicalLeaf = (leaf: TimeLeaf): TimeLeaf => {
  if ('observed' in leaf) {
    const { before = 0, after = 0 } = leaf.observed;
    return { observed: { ...(before > 0 ? { before } : {}), ...(after > 0 ? { after } : {}) } };
  }
  const { event, from, to, times, measure = 'START', since = 'START' } = leaf.occurs;
  return {
    occurs: without({
      event: canonicalEvent(event),
      from,
      to,
      times:
        times === undefined || isPlain(times)
          ? undefined
          : without({ from: times.from ?? 0, to: times.to }),
      measure: measure === 'START' ? undefined : measure,
      since: since === 'START' ? undefined : since,
    }) as Occurs,
  };
};

const canonicalIndex = ({ event, nth = 1 }: Time['index']): Time['index'] => ({
  event: canonicalEvent(event),
  ...(nth === 1 || 'mark' in event ? {} : { nth }),
});

const spelled = ({ from, to }: Bounds): string => `${from ?? ''}..${to ?? ''}`;

/** `-30..90`, `1..`, `..`; null where it is none. */
const readRange = (text: string): Bounds | null => {
  const m = /^(-?\d{1,5})?\.\.(-?\d{1,5})?$/.exec(text);
  if (m === null) return null;
  const bound = (digits: string | undefined) => (digits === undefined ? null : Number(digits) || 0);
  return without({ from: bound(m[1]), to: bound(m[2]) });
};

/** `occurs(treatment:surgery;-30..90;2..;overlap;since.end)`, `observed(365..30)`. */
const writeLeaf = (leaf: TimeLeaf): string => {
  if ('observed' in leaf)
    return `observed(${leaf.observed.before ?? ''}..${leaf.observed.after ?? ''})`;
  const { event, from, to, times, measure = 'START', since = 'START' } = leaf.occurs;
  return `occurs(${[
    writeEvent(event),
    `${from ?? ''}..${to ?? ''}`,
    ...(times === undefined ? [] : [`times.${spelled(times)}`]),
    ...(measure === 'START' ? [] : [measure.toLowerCase()]),
    ...(since === 'START' ? [] : ['since.end']),
  ].join(';')})`;
};

/** What may follow a window: how often, what of the event is measured, and from which end. */
const isDetail = (part: string): boolean =>
  part === 'since.end' ||
  MEASURES.some((each) => part === each.toLowerCase()) ||
  (part.startsWith('times.') && readRange(part.slice(6)) !== null);

const readLeafOf = (text: string): TimeLeaf | null => {
  const [word, inner] = bracketed(text) ?? ['', ''];
  if (word === 'observed') {
    const days = readRange(inner);
    if (days === null) return null;
    const { from: before, to: after } = days;
    return {
      observed: {
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      },
    };
  }
  if (word !== 'occurs') return null;
  const [spoken = '', ...said] = partsOf(inner) ?? [];
  const [event, window] = [readEvent(spoken), readRange(said[0] ?? '')];
  // A window that is not said is any time, as `..` is.
  const rest = window === null ? said : said.slice(1);
  const days = window ?? {};
  if (event === null || !rest.every(isDetail)) return null;
  const times = rest.find((part) => part.startsWith('times.'));
  return {
    occurs: without({
      event,
      ...days,
      times: times === undefined ? null : readRange(times.slice(6)),
      measure: MEASURES.find((each) => each !== 'START' && rest.includes(each.toLowerCase())),
      since: rest.includes('since.end') ? ('END' as const) : null,
    }) as Occurs,
  };
};

/** In an address: `first(treatment:systemic;occurs(treatment:surgery;1..90))`, `nth.2(…)`, `last(…)`. */
export const form: CriterionForm<Time> = {
  name: { en: 'In time', zh: '时间关系' },
  detail: {
    en: 'an event, and what comes before, after or around it, in days',
    zh: '某一事件及其之前、之后或前后若干天内的其他事件',
  },
  schema,
  blank: { index: { event: { mark: 'DIAGNOSIS' } }, meets: { all: [] } },
  asks: ({ index, meets }) => {
    const leaves = leavesOf(meets);
    return (
      asksEvent(index.event) &&
      (leaves.length > 0 || !('mark' in index.event)) &&
      leaves.every((leaf) =>
        'occurs' in leaf
          ? asksEvent(leaf.occurs.event)
          : (leaf.observed.before ?? 0) + (leaf.observed.after ?? 0) > 0,
      )
    );
  },
  canonical: ({ index, meets }) => ({
    index: canonicalIndex(index),
    meets: canonicalTree(meets, canonicalLeaf),
  }),
  write: ({ index: { event, nth = 1 }, meets }) => {
    const word = nth === 1 ? 'first' : nth === LAST ? 'last' : `nth.${nth}`;
    return `${word}(${writeEvent(event)};${writeTree(meets, writeLeaf)})`;
  },
  read: (text) => {
    const [word = '', inner = ''] = bracketed(text) ?? [];
    const [spoken = '', around = ''] = partsOf(inner) ?? [];
    const [, digits] = /^nth\.(\d{1,2})$/.exec(word) ?? [];
    const nth = word === 'first' ? 1 : word === 'last' ? LAST : Number(digits ?? Number.NaN);
    const event = readEvent(spoken);
    const meets = readTreeOf(around, readLeafOf);
    if (event === null || meets === null || Number.isNaN(nth)) return null;
    return { index: { event, ...(nth === 1 ? {} : { nth }) }, meets };
  },
};
