import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasScope, type Principal, type Role, roles } from '@nodp/database';
import { type AccessRule, writtenRule } from '@nodp/graph';
import { readSupergraphFile, type SubgraphPromise } from '@nodp/graph/composition';
import {
  type DefinitionNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type TypeNode,
} from 'graphql';

/** Writes `docs/data-dictionary.md` from what the subgraphs promise in their SDL. */

const root = join(import.meta.dirname, '..');

const cell = (text: string | undefined): string =>
  (text ?? '').replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const code = (text: string): string => `\`${text}\``;
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string[] => [
  row(...head),
  row(...head.map(() => '---')),
  ...rows,
  '',
];

const named = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);

interface Subgraph extends SubgraphPromise {
  readonly definitions: readonly DefinitionNode[];
}

const holds = (role: Role, { scopeSets }: AccessRule): boolean => {
  const principal: Principal = {
    accountId: '',
    name: { en: '', zh: '' },
    role,
    institutionId: null,
  };
  const all = (set: readonly string[]) => set.every((scope) => hasScope(principal, scope));
  return scopeSets.length === 0 || scopeSets.some(all);
};

/** A field's rule stands beside its type's: both must be met. */
const access = (field: FieldDefinitionNode, type: ObjectTypeDefinitionNode): string => {
  const rules = [writtenRule(field.directives), writtenRule(type.directives)].filter(
    (r) => r !== null,
  );
  const scopes = new Set(
    rules.flatMap(({ scopeSets }) =>
      scopeSets.map((set) => set.map(code).join(' and ')).join(' or '),
    ),
  );
  scopes.delete('');
  if (scopes.size === 0) return 'signed in';
  const who = roles.filter((role) => rules.every((rule) => holds(role, rule)));
  return `${[...scopes].join(', ')}: ${who.map((role) => role.toLowerCase().replaceAll('_', ' ')).join(', ')}`;
};

const anchor = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const argumentRows = (owner: FieldDefinitionNode): string[] =>
  (owner.arguments ?? []).map((argument) => {
    const by = argument.defaultValue ? ` By default ${code(print(argument.defaultValue))}.` : '';
    return row(
      `— ${code(argument.name.value)}`,
      code(print(argument.type)),
      `${cell(argument.description?.value)}${by}`,
      '',
    );
  });

const keysOf = (type: ObjectTypeDefinitionNode): string[] =>
  (type.directives ?? [])
    .filter((directive) => directive.name.value === 'key')
    .map((directive) => print(directive.arguments?.[0]?.value as never).replaceAll('"', ''));

const objectSection = (type: ObjectTypeDefinitionNode): string[] => {
  const keys = keysOf(type);
  const entity = keys.length > 0 ? ` Entity, known by ${keys.map(code).join(' or ')}.` : '';
  const rows = (type.fields ?? []).flatMap((field) => [
    row(
      code(field.name.value),
      code(print(field.type)),
      cell(field.description?.value),
      access(field, type),
    ),
    ...argumentRows(field),
  ]);
  return [
    `### ${type.name.value}`,
    '',
    `${cell(type.description?.value)}${entity}`,
    '',
    ...table(['Field', 'Type', 'Meaning', 'Open to'], rows),
  ];
};

const enumSection = (type: EnumTypeDefinitionNode): string[] => [
  `### ${type.name.value}`,
  '',
  cell(type.description?.value),
  '',
  ...table(
    ['Value', 'Meaning'],
    (type.values ?? []).map((value) => row(code(value.name.value), cell(value.description?.value))),
  ),
];

const inputRow = (field: InputValueDefinitionNode): string =>
  row(code(field.name.value), code(print(field.type)), cell(field.description?.value));

const inputSection = (type: InputObjectTypeDefinitionNode): string[] => [
  `### ${type.name.value}`,
  '',
  cell(type.description?.value),
  '',
  ...table(['Field', 'Type', 'Meaning'], (type.fields ?? []).map(inputRow)),
];

const section = (definition: DefinitionNode): string[] => {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
      return objectSection(definition);
    case Kind.ENUM_TYPE_DEFINITION:
      return enumSection(definition);
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return inputSection(definition);
    case Kind.SCALAR_TYPE_DEFINITION:
      return [`### ${definition.name.value}`, '', cell(definition.description?.value), ''];
    default:
      return [];
  }
};

const nameOf = (definition: DefinitionNode): string =>
  'name' in definition ? (definition.name?.value ?? '') : '';

/** Value types and scalars that several subgraphs promise alike: they are described once. */
const isShared = (definition: DefinitionNode, subgraphs: readonly Subgraph[]): boolean => {
  const shareable =
    definition.kind === Kind.SCALAR_TYPE_DEFINITION ||
    ('directives' in definition &&
      (definition.directives ?? []).some((d) => d.name.value === 'shareable'));
  const times = subgraphs.filter((subgraph) =>
    subgraph.definitions.some((d) => nameOf(d) === nameOf(definition)),
  );
  return shareable && times.length > 1;
};

/** Fields whose type is an entity, by the subgraphs that add to it: where a reader finds its other fields. */
const entities = (subgraphs: readonly Subgraph[]): string[] => {
  const places = new Map<string, string[]>();
  for (const { name, definitions } of subgraphs) {
    for (const definition of definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || keysOf(definition).length === 0)
        continue;
      places.set(definition.name.value, [...(places.get(definition.name.value) ?? []), name]);
    }
  }
  return table(
    ['Entity', 'Fields in'],
    [...places].map(([entity, names]) =>
      row(code(entity), names.map((name) => `[${name}](#${anchor(name)})`).join(', ')),
    ),
  );
};

const countFields = (subgraphs: readonly Subgraph[]): number =>
  subgraphs.flatMap(({ definitions }) =>
    definitions.flatMap((d) => (d.kind === Kind.OBJECT_TYPE_DEFINITION ? (d.fields ?? []) : [])),
  ).length;

const promises = await readSupergraphFile(join(root, 'supergraph.yaml'));
const subgraphs: Subgraph[] = promises.map((subgraph) => ({
  ...subgraph,
  definitions: parse(subgraph.sdl).definitions,
}));
const shared = new Map(
  subgraphs
    .flatMap(({ definitions }) => definitions)
    .filter((definition) => isShared(definition, subgraphs))
    .map((definition) => [nameOf(definition), definition]),
);
const used = new Set(
  subgraphs.flatMap(({ definitions }) =>
    definitions.flatMap((d) =>
      d.kind === Kind.OBJECT_TYPE_DEFINITION ? (d.fields ?? []).map(({ type }) => named(type)) : [],
    ),
  ),
);

const lines = [
  '# Data dictionary / 数据字典',
  '',
  'Written by `scripts/data-dictionary.ts` from the schemas of the subgraphs; do not edit it. 由脚本根据各子图的模式生成，请勿手工修改。',
  '',
  `${subgraphs.length} subgraphs, ${countFields(subgraphs)} fields. “Open to” names the scopes a field asks for and the roles that have them; identified rows are further held to patients in the care of the reader’s institution.`,
  '',
  '## Entities',
  '',
  ...entities(subgraphs),
  '## Shared types',
  '',
  ...[...shared.values()].filter((definition) => used.has(nameOf(definition))).flatMap(section),
  ...subgraphs.flatMap(({ name, definitions }) => [
    `## ${name}`,
    '',
    ...definitions.filter((definition) => !shared.has(nameOf(definition))).flatMap(section),
  ]),
];

const path = join(root, 'docs/data-dictionary.md');
const text = `${lines.join('\n').trimEnd()}\n`;
if (process.argv.includes('--check')) {
  if ((await readFile(path, 'utf8')) !== text) {
    console.error('docs/data-dictionary.md is older than the schemas: npm run dictionary');
    process.exit(1);
  }
} else await writeFile(path, text);
console.log(`${path}: ${countFields(subgraphs)} fields of ${subgraphs.length} subgraphs.`);
