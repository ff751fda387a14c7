import { primaryReports } from './reports-of.ts';
import type { StagedTumour } from './stages-of.ts';

const keyOf = (institutionId: string, sourceId: string): string => `${institutionId} ${sourceId}`;

/** What a record says of which tumour it is about. */
export interface OfTumour {
  readonly tumourSourceId: string | null;
  readonly institutionId: string;
}

/**
 * Whether a record names another tumour than the primary of these reports. A key that was never sent is another's where its
 * hospital reports this primary by a key of its own, and where the patient has other primaries.
 */
export const namesAnother = (
  reports: readonly StagedTumour[],
  tumours: readonly StagedTumour[],
): ((record: OfTumour) => boolean) => {
  const own = new Set(reports.map((one) => keyOf(one.institutionId, one.sourceId)));
  const sent = new Set(tumours.map((one) => keyOf(one.institutionId, one.sourceId)));
  const reporting = new Set(reports.map(({ institutionId }) => institutionId));
  const alone = primaryReports(tumours).length === 1;
  return ({ tumourSourceId, institutionId }) => {
    if (tumourSourceId === null) return false;
    const key = keyOf(institutionId, tumourSourceId);
    if (own.has(key)) return false;
    return sent.has(key) || reporting.has(institutionId) || !alone;
  };
};
