import { createHash } from 'node:crypto';
import { SITE_GROUPS, type SiteGroupId } from '@nodp/terminology';
import { biomarkerOfLoinc, biomarkerOfName, biomarkers } from '@nodp/terminology/biomarkers';
import { drug, drugs, regimens, regimensOf } from '@nodp/terminology/drugs';
import { intentOfSnomed } from '@nodp/terminology/procedures';
import { PROVINCES } from '@nodp/terminology/provinces';

/** Which codes a release is written in: a digest of the terminology's lists. */
export const vocabularyVersion = (): string =>
  createHash('sha256')
    .update(JSON.stringify([SITE_GROUPS, drugs(), regimens(), biomarkers(), PROVINCES]))
    .digest('hex')
    .slice(0, 12);

/** The regimen that drugs begun together make up, the one usual for the site first; null where none. */
export const regimenOf = (ids: readonly string[], site: string): string | null =>
  regimensOf([...ids], site as SiteGroupId)[0]?.id ?? null;

/** The ATC code of a drug, of its group where no fifth level is known to us. */
export const atcOf = (id: string): string | null => drug(id)?.atc ?? null;

/** The terminology's biomarker of a code as sent, or of its display; null where it knows neither. */
export const biomarkerOf = (
  system: string | null,
  code: string | null,
  display: string | null,
): string | null => {
  const byCode = system === 'http://loinc.org' && code !== null ? biomarkerOfLoinc(code) : null;
  return (byCode ?? (display === null ? null : biomarkerOfName(display)))?.id ?? null;
};

export const intentOf = (snomed: string): string | null => intentOfSnomed(snomed);
