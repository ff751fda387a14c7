/** What makes other patients like this one: site, stage, sex, age at diagnosis and histology. */
import type { SimilarPatientsQueryVariables } from '../../../../graph/generated/graphql.ts';

type Of = {
  sex: string;
  birthDate?: string | null;
  tumour: {
    siteGroup?: string | null;
    broadStage: string;
    diagnosedOn?: string | null;
    morphology?: { code?: string | null } | null;
  };
};

/** Completed years between two dates, as far as both are known to the day; whole years between years else. */
export const yearsBetween = (
  born: string | null | undefined,
  on: string | null | undefined,
): number | null => {
  if (!born || !on) return null;
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  const told = Math.min(born.length, on.length);
  const before = told > 4 && on.slice(5, told) < born.slice(5, told);
  return years - (before ? 1 : 0);
};

/** Null where the site is not known: nobody is alike then. */
export const likenessOf = ({
  sex,
  birthDate,
  tumour,
}: Of): SimilarPatientsQueryVariables | null => {
  if (!tumour.siteGroup) return null;
  const age = yearsBetween(birthDate, tumour.diagnosedOn);
  return {
    site: tumour.siteGroup,
    stage: tumour.broadStage === 'UNKNOWN' ? null : (tumour.broadStage as never),
    sex: sex === 'FEMALE' || sex === 'MALE' ? sex : null,
    age: age !== null && age >= 0 && age <= 130 ? age : null,
    histology: /^(\d{4})/.exec(tumour.morphology?.code ?? '')?.[1] ?? null,
  };
};
