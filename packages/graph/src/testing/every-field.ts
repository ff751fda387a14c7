import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';

/** Every field of a type as one question, however deep, and the fields that it asks: `Tumour.laterality`. */
export interface EveryField {
  /** `{ __typename laterality … }`. */
  readonly selection: string;
  readonly asked: ReadonlySet<string>;
}

const answerable = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.every((arg) => !isNonNullType(arg.type) || arg.defaultValue !== undefined);

/**
 * Asks a type for all that it has but what needs an argument; no type within itself.
 * @param beyond types that are led to and not asked
 */
export const everyFieldOf = (
  schema: GraphQLSchema,
  type: string,
  beyond: ReadonlySet<string> = new Set(),
): EveryField => {
  const asked = new Set<string>();
  const select = (name: string, above: readonly string[]): string => {
    const object = schema.getType(name);
    if (!isObjectType(object)) throw new Error(`${name} has no fields.`);
    const within = [...above, name];
    const texts = Object.values(object.getFields())
      .filter(answerable)
      .flatMap((field) => {
        const next = getNamedType(field.type);
        const plain = isScalarType(next) || isEnumType(next);
        if (!plain && (beyond.has(next.name) || within.includes(next.name))) return [];
        asked.add(`${name}.${field.name}`);
        return [plain ? field.name : `${field.name} ${select(next.name, within)}`];
      });
    return `{ __typename ${texts.join(' ')} }`;
  };
  return { selection: select(type, []), asked };
};

/** The fields of an answer that have a value in it, by the `__typename` of what they are of. */
export const fieldsWithValue = (answer: unknown): Set<string> => {
  const met = new Set<string>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) collect(each);
    else if (typeof value === 'object' && value !== null) {
      const { __typename: type } = value as { readonly __typename?: string };
      for (const [name, inner] of Object.entries(value)) {
        if (inner !== null) met.add(`${type}.${name}`);
        collect(inner);
      }
    }
  };
  collect(answer);
  return met;
};
