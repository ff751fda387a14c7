import type { Label } from '@nodp/terminology';
import { INSTITUTION_TIERS } from '@nodp/terminology/administrative';
import { choiceForm } from '../../criterion/codes-form.ts';

export const TIERS = ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'GENERAL'] as const;
export type Tier = (typeof TIERS)[number];

export const tierLabel = (tier: Tier): Label =>
  INSTITUTION_TIERS.get(tier.toLowerCase() as never)?.label ?? { en: tier, zh: tier };

export const form = choiceForm({
  name: { en: 'Tier of the institution', zh: '机构级别' },
  detail: { en: 'of the one that reported first', zh: '首报机构' },
  values: TIERS,
});
