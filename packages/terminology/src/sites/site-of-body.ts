import { parseTopography } from '../icd-o-3/codes.ts';
import { bodySite } from '../snomed/body-sites.ts';
import { siteGroupOf } from './site-groups.ts';

const SNOMED = 'http://snomed.info/sct';

/** The site group in which a body site lies, by SNOMED CT, ICD-O-3 or ICD-10; null where it is none of a tumour's. */
export const siteOfBody = (system: string | null, code: string): string | null => {
  const topography =
    system === SNOMED
      ? (bodySite(code)?.topography ?? null)
      : (parseTopography(code)?.code ?? null);
  return topography === null ? null : siteGroupOf(topography);
};
