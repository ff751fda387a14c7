import { asKnown } from './as-known.ts';
import { type Event, eventTable } from './criterion/event.ts';
import type { Around, Happening } from './criterion/timeline.ts';
import type { Where } from './criterion/where.ts';
import { type CohortDefinition, type Criterion, formOf, kindOf, valueIn } from './definition.ts';
import { meaningOf } from './meaning.ts';
import { type Problem, within } from './problem.ts';
import { branchOf, leavesOf, placeIn } from './tree.ts';

/** A column of a release that a criterion asks. */
export interface AskedColumn {
  readonly table: string;
  readonly column: string;
}

const ofEvent = ({ table, among, within: bounded = [] }: Event): AskedColumn[] =>
  [...among, ...bounded].map(([column]) => ({ table, column }));

const ofHappening = (happening: Happening): AskedColumn[] =>
  happening.kind === 'mark'
    ? []
    : [...ofEvent(happening), { table: happening.table, column: eventTable(happening.table).day }];

const ofAround = (around: Around): AskedColumn[] =>
  around.kind === 'observed' ? [] : ofHappening(around.occurs.of);

const ofWhere = (where: Where): AskedColumn[] => {
  switch (where.kind) {
    case 'event':
      return ofEvent(where);
    case 'timeline':
      return [
        ...ofHappening(where.timeline.index.of),
        ...leavesOf(where.timeline.meets).flatMap(ofAround),
      ];
    case 'series':
      return [{ table: 'results', column: 'value' }];
    case 'either':
    case 'both':
      return where.of.flatMap(ofWhere);
    default:
      return [{ table: 'cases', column: where.column }];
  }
};

const ofCriterion = (criterion: Criterion): AskedColumn[] =>
  leavesOf(asKnown(criterion)).flatMap((leaf) => {
    const kind = kindOf(leaf);
    return kind === null ? [] : ofWhere(meaningOf(kind).where(valueIn(leaf)));
  });

/**
 * Criteria that ask what a release does not have, because it was built before the platform kept it: such a release would answer
 * nobody, which is no answer.
 * @param lacks whether the release was built without a column
 */
export const notInRelease = (
  definition: CohortDefinition,
  lacks: (asked: AskedColumn) => boolean,
): Problem[] => {
  const at = (node: CohortDefinition, path: string): Problem[] => {
    const branch = branchOf(node);
    if (branch !== null)
      return branch.of.flatMap((child, i) => at(child, within(path, placeIn(branch, i))));
    const kind = kindOf(node);
    if (kind === null || !ofCriterion(node as Criterion).some(lacks)) return [];
    const { name } = formOf(kind);
    return [
      {
        code: 'not-in-release',
        severity: 'error',
        path: within(path, kind),
        message: {
          en: `This release cannot answer “${name.en}”: it was built before the platform released what the criterion asks. Choose a later release, or leave the criterion out.`,
          zh: `本版数据无法回答“${name.zh}”：该版构建时平台尚未发布该条件所需的数据。请选择更新的数据版本，或去掉该条件。`,
        },
      },
    ];
  };
  return at(definition, '');
};
