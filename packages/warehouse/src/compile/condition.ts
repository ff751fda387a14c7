import type { CohortDefinition, Range } from '../definition/definition.ts';
import type { TableName } from '../schema/columns.ts';

/** What differs between the engines: how a release's table is called. */
export interface Dialect {
  readonly name: 'duckdb' | 'postgres';
  readonly table: (name: TableName) => string;
}

export type Parameter = string | number;

/** A statement with its parameters, bound by place. */
export interface Compiled {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

/** Collects parameters: values never become text. */
export class Parameters {
  readonly values: Parameter[] = [];
  /** The placeholder of a value. */
  add(value: Parameter): string {
    this.values.push(value);
    return `$${this.values.length}${typeof value === 'number' ? '::integer' : ''}`;
  }
  list(values: readonly Parameter[]): string {
    return values.map((value) => this.add(value)).join(', ');
  }
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
  const ofPerson = (table: TableName, conditions: readonly string[]): string =>
    `c.person_key in (select e.person_key from ${dialect.table(table)} e where ${conditions.join(' and ')})`;
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
      case 'treatment': {
        const { kind, drugs = [], regimens = [] } = node;
        if (drugs.length === 0 && regimens.length === 0 && kind !== undefined && kind !== 'OTHER')
          return `c.${kind.toLowerCase()}`;
        return ofPerson('treatments', [
          ...(kind === undefined ? [] : [`e.kind = ${parameters.add(kind)}`]),
          ...(drugs.length === 0 ? [] : [among('e.drug', drugs)]),
          ...(regimens.length === 0 ? [] : [among('e.regimen', regimens)]),
        ]);
      }
      case 'biomarker': {
        const { findings = [] } = node;
        return ofPerson('biomarkers', [
          `e.biomarker = ${parameters.add(node.biomarker)}`,
          ...(findings.length === 0 ? [] : [among('e.finding', findings)]),
        ]);
      }
    }
  };
  return write(definition);
};
