import { codesMeaning } from '../../criterion/codes.ts';
import { among } from '../../criterion/where.ts';
import { TIERS, type Tier, tierLabel } from './form.ts';

export const meaning = codesMeaning<Tier>({
  isKnown: (code) => TIERS.includes(code as Tier),
  label: tierLabel,
  before: { en: 'first reported by: ', zh: '首报机构：' },
  where: (tiers) => among('institution_tier', tiers),
});
