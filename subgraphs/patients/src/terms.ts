import { type Coded, coded, type Label } from '@nodp/graph';
import { type SiteGroupId, siteGroup } from '@nodp/terminology';
import { drugOfAtc } from '@nodp/terminology/drugs';
import { labelOf } from '@nodp/terminology/lookup';

export const siteLabel = (id: string): Label => siteGroup(id as SiteGroupId).label;

/** @param drug ATC code where the terminology knew the drug, whatever code it was sent with */
export const codedTerm = (
  system: string | null,
  code: string | null,
  display: string | null,
  drug: string | null = null,
): Coded =>
  coded(
    system,
    code,
    display,
    drug === null ? labelOf(system, code) : (drugOfAtc(drug)?.label ?? null),
  );

export const codedOrNull = (
  system: string | null,
  code: string | null,
  display: string | null,
): Coded | null => (code === null && display === null ? null : codedTerm(system, code, display));
