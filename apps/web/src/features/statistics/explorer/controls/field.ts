/** How wide the controls of a question are: two beside each other on a telephone, the column's width beside the answer. */
export const field = {
  width: '100%',
  minWidth: 0,
  '& .MuiInputBase-root': { maxWidth: '100%' },
  // A name that is cut ends before the arrow.
  '& .MuiInputLabel-root:not(.MuiInputLabel-shrink)': { maxWidth: 'calc(100% - 48px)' },
} as const;

/** Controls in rows. */
export const fields = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 138px), 1fr))',
  gap: 1.25,
  pt: 0.75,
} as const;
