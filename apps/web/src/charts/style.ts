/** The style of Recharts' parts, the same in all charts. */

/** Words along an axis. */
export const tick = { fill: 'var(--mui-palette-text-secondary)', fontSize: 11 } as const;

/** Lines behind the drawing. */
export const grid = 'var(--mui-palette-divider)';

/** What follows the pointer. */
export const tooltip = {
  contentStyle: {
    background: 'var(--mui-palette-background-paper)',
    borderColor: 'var(--mui-palette-divider)',
    borderRadius: 6,
    fontSize: 12,
    padding: '6px 10px',
  },
  itemStyle: { color: 'var(--mui-palette-text-primary)', padding: 0 },
  labelStyle: { fontWeight: 600 },
  isAnimationActive: false,
} as const;
