/**
 * What becomes of a study of a partner's: its signature holds and nothing was run; the committee declined it; it was run and its answer waits
 * for a second member; the answer was signed for the partner; the second member kept it back.
 */
export type PartnerStudyState = 'RECEIVED' | 'DECLINED' | 'ANSWERED' | 'RELEASED' | 'WITHHELD';
