import type { CohortDefinition, Range } from '../definition/definition.ts';
import type { TableName } from '../schema/columns.ts';
import { whereabouts } from './of-persons.ts';
import type { Parameter, Parameters } from './parameters.ts';

/** What differs between the engines: how a release's table is called. */
export interface Dialect {
  readonly name: 'duckdb' | 'postgres';
  readonly table: (name: TableName) => string;
}

/** A statement with its parameters, bound by place. */
export interface Compiled {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

/**
 * The condition a case `c` has to meet, as SQL both engines read. It may be null where something is not
 * known; `is not true` and `is true` make two values of three wherever that matters.
 */
export const condition = (
  definition: CohortDefinition,
  parameters: Parameters,
  dialect: Dialect,
): string => {
  const among = (column: string, codes: readonly string[]): string =>
    codes.length === 0 ? 'false' : `${column} in (${parameters.list(codes)})`;
  const between = (column: string, { from, to }: Range): string =>
    [
      ...(from === undefined ? [] : [`${column} >= ${parameters.add(from)}`]),
      ...(to === undefined ? [] : [`${column} <= ${parameters.add(to)}`]),
    ].join(' and ') || `${column} is not null`;
  const write = (node: CohortDefinition): string => {
    switch (node.op) {
      case 'all':
        return node.of.length === 0 ? 'true' : `(${node.of.map(write).join(' and ')})`;
      case 'any':
        return node.of.length === 0 ? 'false' : `(${node.of.map(write).join(' or ')})`;
      case 'not':
        return `((${write(node.of)}) is not true)`;
      case 'atLeast': {
        const met = node.of.map((child) => `case when ${write(child)} then 1 else 0 end`);
        return `(${met.join(' + ') || '0'} >= ${parameters.add(node.least)})`;
      }
      case 'site':
        return among('c.site_group', node.siteGroups);
      case 'histology': {
        const whole = node.morphologies.filter((code) => code.length === 4);
        const exact = node.morphologies.filter((code) => code.length !== 4);
        const parts = [
          ...(whole.length === 0 ? [] : [among('c.histology', whole)]),
          ...exact.map(
            (code) =>
              `(c.histology = ${parameters.add(code.slice(0, 4))} and c.behaviour = ${parameters.add(code.slice(5))})`,
          ),
        ];
        return parts.length === 0 ? 'false' : `(${parts.join(' or ')})`;
      }
      case 'stage':
        return among('c.stage', node.stages);
      case 'sex':
        return among('c.sex', node.sexes);
      case 'age':
        return `(${between('c.age', node)})`;
      case 'year':
        return `(${between('c.diagnosis_year', node)})`;
      case 'province':
        return among('c.province', node.provinces);
      case 'treatment':
      case 'biomarker': {
        const at = whereabouts(node, parameters);
        return at.kind === 'flag'
          ? `c.${at.flag}`
          : `c.person_key in (select e.person_key from ${dialect.table(at.table)} e where ${at.condition})`;
      }
    }
  };
  return write(definition);
};
