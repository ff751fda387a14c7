import {
  astFromValue,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  Kind,
  parseValue,
  valueFromASTUntyped,
} from 'graphql';

/** One value within the arguments of a field: a text, a number, a day. */
export interface Place {
  /** `Query.patients(search)`, `Mutation.saveCohort(input.definition.site[])`. */
  readonly where: string;
  readonly scalar: string;
  /** The variables of the field's arguments with this value there. */
  readonly holding: (value: unknown) => Readonly<Record<string, unknown>>;
}

/** Inputs within inputs are gone into so deep. */
const DEEPEST = 5;

type Values = Readonly<Record<string, unknown>>;

/** The least that a type takes, so that only what is tried is wrong. */
const least = (type: GraphQLInputType): unknown => {
  if (!isNonNullType(type)) return null;
  const bare = getNullableType(type);
  if (isListType(bare)) return [];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (isInputObjectType(bare)) return leastOf(bare);
  const samples: Readonly<Record<string, unknown>> = {
    ...{ Int: 1, Float: 1, Boolean: false, PartialDate: '2026-01-05' },
    DateTime: '2026-01-05T00:00:00Z',
  };
  return samples[(bare as GraphQLNamedInputType).name] ?? 'x';
};

/** Of an input that takes one of its fields alone, the first. */
const leastOf = (type: GraphQLInputObjectType): Values => {
  const fields = Object.values(type.getFields());
  const wanted = fields.filter((f) => isNonNullType(f.type) && f.defaultValue === undefined);
  return Object.fromEntries(wanted.map(({ name, type: own }) => [name, least(own)]));
};

const within = (
  type: GraphQLInputType,
  where: string,
  given: unknown,
  put: (value: unknown) => Values,
  depth: number,
  known: Set<string>,
): Place[] => {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const [first] = Array.isArray(given) ? given : [];
    return within(bare.ofType, `${where}[]`, first, (value) => put([value]), depth, known);
  }
  if (isScalarType(bare)) return [{ where, scalar: bare.name, holding: put }];
  if (!isInputObjectType(bare) || depth === DEEPEST) return [];
  const base =
    typeof given === 'object' && given !== null && !bare.isOneOf ? { ...given } : leastOf(bare);
  // An input that many fields take is read in one place: it is tried by the first of them.
  const fresh = Object.values(bare.getFields()).filter(
    ({ name }) => !known.has(`${bare.name}.${name}`),
  );
  for (const { name } of fresh) known.add(`${bare.name}.${name}`);
  return fresh.flatMap((field) =>
    within(
      field.type,
      `${where}.${field.name}`,
      (base as Values)[field.name],
      (value) => put(bare.isOneOf ? { [field.name]: value } : { ...base, [field.name]: value }),
      depth + 1,
      known,
    ),
  );
};

/** A sample of arguments, `(id: "x", first: 2)`, as values. */
const read = (sample: string): Values => {
  const text = sample.trim();
  return text === '' ? {} : (valueFromASTUntyped(parseValue(`{${text.slice(1, -1)}}`)) as Values);
};

/** A question for one field, whose arguments are variables. */
export interface Asked {
  readonly field: string;
  readonly query: string;
  readonly usual: Values;
  readonly places: readonly Place[];
}

/**
 * @param sample of the arguments, as a document writes them
 * @param known fields of inputs that were tried already: those of this field are put to them
 */
export const askedOf = (
  root: 'Query' | 'Mutation',
  field: GraphQLField<unknown, unknown>,
  sample: string,
  known: Set<string>,
): Asked => {
  const given = read(sample);
  const usual: Record<string, unknown> = {};
  for (const { name, type, defaultValue } of field.args)
    if (name in given || (isNonNullType(type) && defaultValue === undefined))
      usual[name] = given[name] ?? least(type);
  const declared = field.args.map(({ name, type, defaultValue }) => {
    const ast = defaultValue === undefined ? null : astFromValue(defaultValue, type);
    const start = ast?.kind === undefined || ast.kind === Kind.OBJECT ? '' : ` = ${textOf(ast)}`;
    return `$${name}: ${type}${start}`;
  });
  const passed = field.args.map(({ name }) => `${name}: $${name}`);
  const below = getNamedType(field.type);
  const selection = isScalarType(below) || isEnumType(below) ? '' : ' { __typename }';
  const [head, args] =
    declared.length === 0 ? ['', ''] : [`(${declared.join(', ')})`, `(${passed.join(', ')})`];
  return {
    field: `${root}.${field.name}`,
    query: `${root.toLowerCase()} Tried${head} { ${field.name}${args}${selection} }`,
    usual,
    places: field.args.flatMap(({ name, type }) =>
      within(
        type,
        `${root}.${field.name}(${name})`,
        usual[name],
        (value) => ({ ...usual, [name]: value }),
        0,
        known,
      ),
    ),
  };
};

const textOf = (ast: { readonly kind: string }): string =>
  'value' in ast
    ? ast.kind === Kind.STRING
      ? JSON.stringify(ast.value)
      : String(ast.value)
    : '[]';
