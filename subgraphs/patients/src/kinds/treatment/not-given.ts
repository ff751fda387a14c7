/** Statuses of treatments that nobody has had yet. */
export const NOT_GIVEN: ReadonlySet<string> = new Set([
  ...[
    'planned',
    'preparation',
    'draft',
    'intended',
    'proposed',
    'cancelled',
    'not-done',
    'entered-in-error',
  ],
]);

/** Of a release and of quality indicators: what a release leaves out. */
export const NOT_RELEASED: readonly string[] = [
  'not-done',
  'not-taken',
  'entered-in-error',
  'cancelled',
  'draft',
  'preparation',
  'intended',
];
