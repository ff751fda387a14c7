import { readFileSync } from 'node:fs';
import { csvRecords, FileError } from '../registry/csv.ts';

/** One accepted, predictive item of CIViC: its facts, no sentence. */
export interface EvidenceItem {
  /** CIViC's number of the item. */
  readonly id: number;
  readonly profile: string;
  readonly disease: string;
  /** Empty where CIViC names none. */
  readonly doid: string;
  readonly therapies: readonly string[];
  /** Together, one after another, or each by itself; null for one drug. */
  readonly interaction: 'Combination' | 'Sequential' | 'Substitutes' | null;
  /** CIViC's own letters: A validated, B clinical, C case study, D preclinical, E inferential. */
  readonly level: 'A' | 'B' | 'C' | 'D' | 'E';
  readonly direction: 'Supports' | 'Does Not Support';
  /** `Sensitivity/Response`, `Resistance`, `Reduced Sensitivity`, `Adverse Response`, `N/A`. */
  readonly significance: string;
  /** 1 to 5 stars. */
  readonly rating: number | null;
  /** `Somatic`, `Rare Germline`, `Common Germline`, …; empty where not said. */
  readonly origin: string;
  /** `PubMed`, `ASCO` or `ASH`, and the number there. */
  readonly sourceType: string;
  readonly citationId: string;
  readonly citation: string;
  /** The day of its last review, ISO; empty where not said. */
  readonly reviewed: string;
}

/** What CIViC's nightly export calls a column, and what other files call it. */
const COLUMNS = {
  id: ['evidence_id'],
  profile: ['molecular_profile'],
  disease: ['disease'],
  doid: ['doid'],
  therapies: ['therapies', 'drugs'],
  interaction: ['therapy_interaction_type', 'therapy_interaction'],
  level: ['evidence_level', 'level'],
  direction: ['evidence_direction', 'direction'],
  significance: ['significance', 'clinical_significance'],
  rating: ['rating'],
  origin: ['variant_origin'],
  sourceType: ['source_type'],
  citationId: ['citation_id'],
  citation: ['citation'],
  reviewed: ['last_review_date', 'last_review'],
  type: ['evidence_type'],
  status: ['evidence_status', 'status'],
  flagged: ['is_flagged', 'flagged'],
} as const;

type Column = keyof typeof COLUMNS;

const NEEDED: readonly Column[] = [
  'id',
  'profile',
  'disease',
  'therapies',
  'level',
  'direction',
  'significance',
];

const oneOf = <T extends string>(values: readonly T[], written: string): T | null =>
  values.find((value) => value.toLowerCase() === written.toLowerCase()) ?? null;

const dayOf = (written: string): string => /^\d{4}-\d{2}-\d{2}/.exec(written)?.[0] ?? '';

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

const linesOf = (text: string): Line[] => {
  const end = text.indexOf('\n');
  if (!text.slice(0, end === -1 ? undefined : end).includes('\t')) return csvRecords(text);
  // The nightly export is not quoted: a quotation mark is a part of its cell.
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, cells: line.split('\t').map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
};

/**
 * The accepted, unflagged, predictive items of a file of CIViC: the nightly export (tab-separated) or a CSV with the same
 * columns. Items of other types and states are passed over; a row that is not readable is an error with its line.
 */
export const evidenceOf = (text: string): EvidenceItem[] => {
  const [heading, ...rows] = linesOf(text);
  if (heading === undefined) throw new FileError(1, 'the file is empty', '文件为空');
  const at = Object.fromEntries(
    Object.entries(COLUMNS).map(([name, written]) => [
      name,
      heading.cells.findIndex((cell) => (written as readonly string[]).includes(cell)),
    ]),
  ) as Readonly<Record<Column, number>>;
  const missing = NEEDED.filter((name) => at[name] === -1).map((name) => COLUMNS[name][0]);
  if (missing.length > 0)
    throw new FileError(
      heading.line,
      `there is no column ${missing.join(', ')}`,
      `缺少列：${missing.join('、')}`,
    );
  const items = new Map<number, EvidenceItem>();
  for (const { line, cells } of rows) {
    const cell = (name: Column): string => cells[at[name]] ?? '';
    if (at.type !== -1 && cell('type') !== 'Predictive') continue;
    if (at.status !== -1 && cell('status').toLowerCase() !== 'accepted') continue;
    if (at.flagged !== -1 && cell('flagged').toLowerCase() === 'true') continue;
    const id = Number(cell('id').replace(/^EID/, ''));
    const level = oneOf(['A', 'B', 'C', 'D', 'E'] as const, cell('level'));
    const direction = oneOf(['Supports', 'Does Not Support'] as const, cell('direction'));
    if (!Number.isSafeInteger(id) || id <= 0)
      throw new FileError(
        line,
        `evidence_id “${cell('id')}” is no number`,
        `evidence_id“${cell('id')}”不是数值`,
      );
    if (level === null)
      throw new FileError(
        line,
        `“${cell('level')}” is no level A to E`,
        `“${cell('level')}”不是A至E级`,
      );
    if (direction === null)
      throw new FileError(
        line,
        `“${cell('direction')}” is neither Supports nor Does Not Support`,
        `“${cell('direction')}”既非Supports也非Does Not Support`,
      );
    if (items.has(id))
      throw new FileError(line, `evidence ${id} stands twice`, `证据${id}出现两次`);
    const therapies = cell('therapies')
      .split(/,(?!\d)/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const rating = Number(cell('rating'));
    items.set(id, {
      id,
      profile: cell('profile'),
      disease: cell('disease'),
      doid: cell('doid').replace(/^DOID:/i, ''),
      therapies,
      interaction: oneOf(
        ['Combination', 'Sequential', 'Substitutes'] as const,
        cell('interaction'),
      ),
      level,
      direction,
      significance: cell('significance'),
      rating: Number.isInteger(rating) && rating > 0 ? rating : null,
      origin: cell('origin'),
      sourceType: cell('sourceType') || 'PubMed',
      citationId: cell('citationId'),
      citation: cell('citation'),
      reviewed: dayOf(cell('reviewed')),
    });
  }
  return [...items.values()].sort((a, b) => a.id - b.id);
};

/** The day of the evidence that the platform ships with. */
export const SHIPPED_EVIDENCE_DATE = '2026-05-31';

let shipped: readonly EvidenceItem[] | null = null;

/**
 * The evidence that the platform ships with: facts of the accepted, unflagged, predictive items of CIViC's nightly export of
 * May 2026 (civicdb.org, CC0 1.0).
 */
export const shippedEvidence = (): readonly EvidenceItem[] => {
  shipped ??= evidenceOf(
    readFileSync(new URL('./data/evidence-2026-05.tsv', import.meta.url), 'utf8'),
  );
  return shipped;
};
