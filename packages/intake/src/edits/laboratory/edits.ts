import { type Analyte, analyteOfLoinc } from '@nodp/terminology/loinc';
import { type Edit, type Examined, edit, type Found } from '../edit.ts';
import { LIMIT_ROWS } from './limits.ts';

interface Limits {
  readonly least: number;
  readonly most: number;
}

const LIMITS: ReadonlyMap<string, Limits> = new Map(
  LIMIT_ROWS.trim()
    .split('\n')
    .map((row) => {
      const [id = '', least, most] = row.split('|');
      return [id, { least: Number(least), most: Number(most) }] as const;
    }),
);

/** No amount of a substance or of cells is below nothing. */
const NOTHING: Limits = { least: 0, most: Number.POSITIVE_INFINITY };

/** Powers of ten by which a unit or a decimal point slips. */
const SLIPS = [10, 100, 1_000, 0.1, 0.01, 0.001];

/** The value with its unit or point put right, where exactly one slip brings it near the usual range. */
const slipOf = ({ reference }: Analyte, value: number): number | null => {
  const ranges = [reference?.male, reference?.female].filter((range) => range != null);
  const usual = (one: number): boolean =>
    ranges.some(
      ({ low, high }) => one >= (low ?? 0) / 2 && one <= (high ?? Number.POSITIVE_INFINITY) * 2,
    );
  const found = SLIPS.map((by) => Number((value / by).toPrecision(12))).filter(usual);
  return ranges.length > 0 && found.length === 1 ? (found[0] ?? null) : null;
};

const impossible = ({ what, value }: Examined<'observation'>): Found | null => {
  if (value === null) return null;
  const analyte = analyteOfLoinc(what.code);
  // In a unit that is not the analyte's nothing but the sign can be judged.
  const normal = value.normal ?? null;
  const limits = (analyte !== null && normal !== null && LIMITS.get(analyte.id)) || NOTHING;
  const judged = normal?.value ?? value.value;
  const unit = normal?.unit ?? value.unit ?? '';
  if (analyte === null || (judged >= limits.least && judged <= limits.most)) return null;
  const slip = normal === null ? null : slipOf(analyte, judged);
  const from = limits.most === Number.POSITIVE_INFINITY ? `0` : `${limits.least}–${limits.most}`;
  const told = `${judged} ${unit}`.trim();
  const en = limits === NOTHING ? 'below nothing' : `outside of what can be (${from} ${unit})`;
  const zh = limits === NOTHING ? '为负值' : `超出可能范围（${from} ${unit}）`;
  return {
    elements: ['value'],
    reason: {
      en: `${analyte.label.en} ${told} is ${en}.`,
      zh: `${analyte.label.zh} ${told} ${zh}。`,
    },
    remedy:
      slip === null
        ? { en: 'Compare value and unit with the report.', zh: '请与报告核对数值和单位。' }
        : {
            en: `Compare value and unit with the report: ${slip} ${unit} may be meant, with a unit or decimal point that slipped.`,
            zh: `请与报告核对数值和单位：可能应为 ${slip} ${unit}（单位或小数点错位）。`,
          },
    // In the unit that it was sent in: the field is the value as sent.
    ...(slip === null
      ? {}
      : { suggestion: String(Number(((value.value * slip) / judged).toPrecision(12))) }),
  };
};

/** Results that cannot be. */
export const LABORATORY_EDITS = {
  'laboratory-impossible': edit<'observation'>({
    title: { en: 'Laboratory value that cannot be', zh: '不可能的检验值' },
    kinds: ['observation'],
    fields: ['value', 'unit'],
    severity: 'quarantine',
    source: 'The platform’s own limits, beyond what survivors were reported with',
    since: '2026-11-29',
    choice:
      'Limits are of what is possible, not of what is usual: a value that a survivor was reported with is never held.',
    find: impossible,
  }),
} as const satisfies Record<string, Edit>;
