import type { SiteGroupId } from '@nodp/terminology';
import { siteGroup } from '@nodp/terminology';

/** Raised whenever the same input gives another answer. */
export const SEX_AND_SITE_VERSION = 1;

/** Female genital organs C51 to C58, male ones C60 to C63, as ICD-O-3 orders them. */
const onlySexOf = (topography: string | null): 'male' | 'female' | null => {
  const category = topography?.slice(0, 3) ?? '';
  if (category >= 'C51' && category <= 'C58') return 'female';
  return category >= 'C60' && category <= 'C63' ? 'male' : null;
};

/**
 * Whether a neoplasm cannot be where it is reported in a person of that sex: of a female genital organ in a man, of a
 * male one in a woman. Either the sex or the site is wrong, so that it is in no count of cases. A sex that is not known, or
 * neither, contradicts nothing; nor does a breast, which both have. Source: IARC/IACR check programs, sex and site (IARC
 * Technical Report 42, 2005).
 */
export const sexContradictsSite = (
  sex: string,
  topography: string | null,
  group: string | null,
): boolean => {
  const only =
    onlySexOf(topography) ?? (group === null ? null : siteGroup(group as SiteGroupId).sex);
  return (sex === 'MALE' && only === 'female') || (sex === 'FEMALE' && only === 'male');
};
