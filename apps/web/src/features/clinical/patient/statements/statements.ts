import type { PatientDemographicsQuery } from '../../../../graph/generated/graphql.ts';

export type Statement = NonNullable<PatientDemographicsQuery['patient']>['demographics'][number];

/** What institutions may say of a person differently. */
export type Fact = 'name' | 'sex' | 'birthDate' | 'vitalStatus' | 'deathDate';

const facts: readonly Fact[] = ['name', 'sex', 'birthDate', 'vitalStatus', 'deathDate'];

/** What says nothing contradicts nothing. */
const said = (statement: Statement, fact: Fact): string | null => {
  const value = statement[fact];
  return value === null || value === '' || value === 'UNKNOWN' ? null : value;
};

/** The facts of which institutions say different things. */
export const differing = (statements: readonly Statement[]): ReadonlySet<Fact> =>
  new Set(
    facts.filter(
      (fact) =>
        new Set(statements.map((s) => said(s, fact)).filter((value) => value !== null)).size > 1,
    ),
  );
