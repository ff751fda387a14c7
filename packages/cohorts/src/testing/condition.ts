import { asKnown } from '../as-known.ts';
import type { CohortDefinition } from '../definition.ts';
import type { Dialect } from '../engine/event-sql.ts';
import type { Parameters } from '../engine/parameters.ts';
import { whereSql } from '../engine/sql.ts';
import { treeSql } from '../engine/timeline-sql.ts';
import { whereOf } from '../engine/where-of.ts';

/**
 * The condition a case `c` has to meet, as SQL both engines read. It may be null where something is not
 * known; `is not true` and `is true` make two values of three wherever that matters.
 */
export const condition = (
  definition: CohortDefinition,
  parameters: Parameters,
  dialect: Dialect,
): string =>
  treeSql(asKnown(definition), (criterion) => whereSql(whereOf(criterion), parameters, dialect));
