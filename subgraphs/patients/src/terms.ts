import { type Coded, coded, codedTerm, type Label } from '@nodp/graph';
import { type SiteGroupId, siteGroup } from '@nodp/terminology';
import { drugOfAtc } from '@nodp/terminology/drugs';

export const siteLabel = (id: string): Label => siteGroup(id as SiteGroupId).label;

/** @param drug ATC code where the terminology knew the drug, whatever code it was sent with */
export const drugTerm = (
  system: string | null,
  code: string | null,
  display: string | null,
  drug: string | null,
): Coded =>
  drug === null
    ? codedTerm(system, code, display)
    : coded(system, code, display, drugOfAtc(drug)?.label ?? null);
