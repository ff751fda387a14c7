import { eventTable } from '../criterion/event.ts';
import type { Around, Happening, Mark, Occurrence, Timeline } from '../criterion/timeline.ts';
import { branchOf, type Tree } from '../tree.ts';
import { type Dialect, eventSql, ofCaseSql } from './event-sql.ts';
import type { Parameters } from './parameters.ts';

/** Days from the person's first diagnosis to the case's, which is day 0 where it is the first and its day is not known. */
const ORIGIN = 'case when c.case_number = 1 then coalesce(c.origin_days, 0) else c.origin_days end';
const END = `${ORIGIN} + c.survival_days`;

const MARK_DAYS: Readonly<Record<Mark, readonly [day: string, when: string]>> = {
  DIAGNOSIS: [ORIGIN, 'true'],
  DEATH: [END, 'c.died'],
  END_OF_FOLLOW_UP: [END, 'true'],
};

/** A condition over a tree as SQL; never null where its leaves are not. */
export const treeSql = <Leaf extends object>(
  tree: Tree<Leaf>,
  ofLeaf: (leaf: Leaf) => string,
): string => {
  const branch = branchOf(tree);
  if (branch === null) return ofLeaf(tree as Leaf);
  const { kind, count } = branch;
  const of = branch.of.map((child) => treeSql(child, ofLeaf));
  const met = of.map((each) => `case when ${each} then 1 else 0 end`).join(' + ') || '0';
  switch (kind) {
    case 'all':
      return `(${of.join(' and ') || 'true'})`;
    case 'any':
      return `(${of.join(' or ') || 'false'})`;
    case 'not':
      return `((${of[0]}) is not true)`;
    case 'atLeast':
      return `(${met} >= ${count})`;
    case 'atMost':
      return `(${met} <= ${count})`;
  }
};

/**
 * Whether a case `c` has an index event with what has to lie around it, as SQL both engines read. Days (`s` first, `t` last) of
 * an event are one where several begin on one day.
 */
export const timelineSql = (
  { index, meets }: Timeline,
  parameters: Parameters,
  dialect: Dialect,
): string => {
  /** Rows `s, t` of what happens. */
  const days = (of: Happening): string => {
    if (of.kind === 'mark') {
      const [day, when] = MARK_DAYS[of.mark];
      return `select ${day} as s, ${day} as t where ${when} and ${day} is not null`;
    }
    const { day, lasts } = eventTable(of.table);
    const end = lasts === null ? `e.${day}` : `e.${day} + coalesce(e.${lasts}, 0)`;
    return `select e.${day} as s, max(${end}) as t from ${dialect.table(of.table)} e
      where ${ofCaseSql(of)} and ${eventSql(of, parameters)} and e.${day} is not null group by e.${day}`;
  };
  /** Whether the day of one is not known. */
  const undated = (of: Happening): string => {
    if (of.kind === 'mark') {
      const [day, when] = MARK_DAYS[of.mark];
      return `(${when} and ${day} is null)`;
    }
    return `exists (select 1 from ${dialect.table(of.table)} e where ${ofCaseSql(of)}
      and ${eventSql(of, parameters)} and e.${eventTable(of.table).day} is null)`;
  };
  const occurs = ({ of, from, to, by, since, least, most }: Occurrence): string => {
    const base = since === 'START' ? 'i.s' : 'i.t';
    const [late, early] =
      by === 'OVERLAP' ? ['o.t', 'o.s'] : by === 'END' ? ['o.t', 'o.t'] : ['o.s', 'o.s'];
    const within = [
      ...(from === null ? [] : [`${late} >= ${base} + ${parameters.add(from)}`]),
      ...(to === null ? [] : [`${early} <= ${base} + ${parameters.add(to)}`]),
    ].join(' and ');
    const count = `(select count(*) from (${days(of)}) o where ${within || 'true'})`;
    return `(${
      [
        ...(least > 0 ? [`${count} >= ${least}`] : []),
        ...(most === null ? [] : [`${count} <= ${most}`, `not ${undated(of)}`]),
      ].join(' and ') || 'true'
    })`;
  };
  const around = (leaf: Around): string => {
    if (leaf.kind === 'occurs') return occurs(leaf.occurs);
    const { before, after } = leaf.observed;
    const parts = [
      ...(before > 0 ? [`i.s >= ${parameters.add(before)}`] : []),
      ...(after > 0 ? [`coalesce(${END} - i.s >= ${parameters.add(after)}, false)`] : []),
    ];
    return `(${parts.join(' and ') || 'true'})`;
  };
  const last = index.nth < 0;
  const nth = `order by x.s ${last ? 'desc' : 'asc'} limit 1 offset ${last ? 0 : index.nth - 1}`;
  return `coalesce((select ${treeSql(meets, around)} from (select x.s, x.t from (${days(index.of)}) x ${nth}) i), false)`;
};
