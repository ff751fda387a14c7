import { siteGroupOf } from '@nodp/terminology';
import { icdOOfIcd10 } from '@nodp/terminology/icd-10';
import { histologyGroup, isSpecific } from '../multiple-primaries/histology-groups.ts';

/** Raised whenever the same input gives another answer. */
export const TUMOUR_FINDINGS_VERSION = 1;

/** What a pathologist's finding says of a tumour; either part may be absent. */
export interface TumourFinding {
  /** ICD-O-3, sixth digit, 1 to 4. */
  readonly grade: string | null;
  /** ICD-O-3 with behaviour, e.g. 8500/3. */
  readonly morphology: string | null;
  /** A histology in words, where no code of the terminology says it. */
  readonly histology?: string | null;
}

interface Reported {
  readonly kind: 'PRIMARY' | 'SECONDARY';
  readonly siteGroup: string | null;
  readonly topography: string | null;
  readonly morphology: string | null;
  readonly icd10: string | null;
  readonly grade: string | null;
  /** A histology in the report's words, where no code of the terminology says it. */
  readonly histologySent?: string | null;
}

/** What findings add to a tumour; null where the report itself says it, or no finding does. */
export interface Found {
  readonly foundGrade: string | null;
  readonly foundMorphology: string | null;
  /** Where the histology found puts the tumour into another group than its report (a lymphoma of the stomach). */
  readonly foundSiteGroup: string | null;
  /** A histology in words, where neither report nor findings have a code for it. */
  readonly foundHistology: string | null;
}

/** Whether a report's histology is no more than what its code implies, or says less than a specific one. */
const mayGiveWay = ({ morphology, icd10 }: Reported): boolean =>
  morphology === null ||
  !isSpecific(histologyGroup(morphology)) ||
  (icd10 !== null && icdOOfIcd10(icd10)?.morphology === morphology);

/**
 * What pathologists' findings of a tumour add to its report: the grade, and a specific histology where the report has
 * none. The report's own grade and specific histology stand: whoever reported the diagnosis saw them.
 * @param findings of this tumour, the one that counts most first
 */
export const foundOf = (reported: Reported, findings: readonly TumourFinding[]): Found => {
  const grade = findings.find((finding) => finding.grade !== null)?.grade ?? null;
  const coded = findings.find((finding) => finding.morphology !== null);
  const morphology = coded?.morphology ?? null;
  const foundMorphology = morphology !== null && mayGiveWay(reported) ? morphology : null;
  const group =
    foundMorphology === null || reported.kind === 'SECONDARY' || reported.topography === null
      ? null
      : siteGroupOf(reported.topography, foundMorphology);
  // Of a code that the terminology does not have the words are retained too.
  const inWords =
    foundMorphology === null ? findings.find(({ histology }) => histology != null) : coded;
  const said =
    reported.histologySent != null || (foundMorphology === null && !mayGiveWay(reported));
  return {
    foundHistology: said ? null : (inWords?.histology ?? null),
    foundGrade: reported.grade === null ? grade : null,
    foundMorphology: foundMorphology === reported.morphology ? null : foundMorphology,
    foundSiteGroup: group === reported.siteGroup ? null : group,
  };
};
