import type { PartialDate } from '../dates/partial-date.ts';
import { latestDay } from '../dates/partial-date.ts';

/**
 * From when a chapter's Version 9 is in force. Source: AJCC Version 9 protocols, dates of diagnosis of each; those of
 * 2025 and 2026 as the schema names of NCI's EOD 3.3 say them.
 */
const VERSION_9: Readonly<Record<string, string>> = {
  cervix: '2021-01-01',
  appendix: '2023-01-01',
  anus: '2023-01-01',
  vulva: '2024-01-01',
  'net-stomach': '2024-01-01',
  'net-duodenum': '2024-01-01',
  'net-jejunum-ileum': '2024-01-01',
  'net-appendix': '2024-01-01',
  'net-colorectum': '2024-01-01',
  'net-pancreas': '2024-01-01',
  lung: '2025-01-01',
  nasopharynx: '2025-01-01',
  thymus: '2025-01-01',
  'pleural-mesothelioma': '2025-01-01',
  'oropharynx-p16-positive': '2026-01-01',
  'salivary-glands': '2026-01-01',
};

const EIGHTH = '2018-01-01';

/** First day of diagnosis of an edition of a chapter, YYYY-MM-DD; null of an edition before the eighth. */
export const inForceFrom = (chapter: string, edition: number): string | null =>
  edition === 8 ? EIGHTH : edition === 9 ? (VERSION_9[chapter] ?? null) : null;

const on = (chapter: string, day: string): number => {
  if (day < EIGHTH) return 7;
  const ninth = VERSION_9[chapter];
  return ninth !== undefined && day >= ninth ? 9 : 8;
};

/** Editions by which a tumour of a chapter may be staged: one, or two where its date is not known precisely enough. */
export const editionsAt = (chapter: string, diagnosed: PartialDate): readonly number[] => [
  ...new Set([on(chapter, diagnosed.date), on(chapter, latestDay(diagnosed))]),
];
