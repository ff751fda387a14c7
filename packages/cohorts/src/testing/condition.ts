import type { CohortDefinition } from '../definition.ts';
import type { Parameters } from '../engine/parameters.ts';
import { type Dialect, whereSql } from '../engine/sql.ts';
import { whereOf } from '../engine/where-of.ts';

/**
 * The condition a case `c` has to meet, as SQL both engines read. It may be null where something is not
 * known; `is not true` and `is true` make two values of three wherever that matters.
 */
export const condition = (
  definition: CohortDefinition,
  parameters: Parameters,
  dialect: Dialect,
): string => {
  const write = (node: CohortDefinition): string => {
    if ('all' in node) return `(${node.all.map(write).join(' and ') || 'true'})`;
    if ('any' in node) return `(${node.any.map(write).join(' or ') || 'false'})`;
    if ('not' in node) return `((${write(node.not)}) is not true)`;
    if ('atLeast' in node) {
      const { least, of } = node.atLeast;
      const met = of.map((child) => `case when ${write(child)} then 1 else 0 end`);
      return `(${met.join(' + ') || '0'} >= ${parameters.add(least)})`;
    }
    return whereSql(whereOf(node), parameters, dialect);
  };
  return write(definition);
};
