/** What becomes of a study of a partner's. */
const PARTNER_STUDY_STATES = [
  /** Its signature holds; nothing was run. */
  'RECEIVED',
  /** The committee declined it. */
  'DECLINED',
  /** It was allowed and run; its answer waits for a second member. */
  'ANSWERED',
  /** The answer was signed for the partner. */
  'RELEASED',
  /** The second member kept the answer back. */
  'WITHHELD',
] as const;
export type PartnerStudyState = (typeof PARTNER_STUDY_STATES)[number];
