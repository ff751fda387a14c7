import type { PatientDemographicsQuery } from '../../../../graph/generated/graphql.ts';

export type Statement = NonNullable<PatientDemographicsQuery['patient']>['demographics'][number];

/** What institutions may say of a person differently; two days of death are two words on whether the person lives. */
const facts = {
  name: ['name'],
  sex: ['sex'],
  birthDate: ['birthDate'],
  vitalStatus: ['vitalStatus', 'deathDate'],
} as const satisfies Record<string, readonly (keyof Statement)[]>;

export type Fact = keyof typeof facts;

/** What says nothing contradicts nothing. */
const saysSomething = (value: string | null): value is string =>
  value !== null && value !== '' && value !== 'UNKNOWN';

/** The facts of which institutions say different things. */
export const differing = (statements: readonly Statement[]): ReadonlySet<Fact> =>
  new Set(
    (Object.keys(facts) as Fact[]).filter((fact) =>
      facts[fact].some(
        (key) => new Set(statements.map((s) => s[key]).filter(saysSomething)).size > 1,
      ),
    ),
  );
