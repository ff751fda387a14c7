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
