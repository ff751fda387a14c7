import type { Label } from '@nodp/terminology';
import { AMAP } from '../amap/rule.ts';
import { APCS } from '../apcs/rule.ts';
import { BCRAT, BCRAT_THRESHOLD } from '../bcrat/rule.ts';
import { CHINA_LUNG_2021 } from '../china-lung-2021/rule.ts';
import { COLORECTAL_PROGRAMME } from '../colorectal-programme/rule.ts';
import { GASTRIC_SCREENING } from '../gastric-screening/rule.ts';
import { LLPV2, LLPV2_THRESHOLD } from '../llpv2/rule.ts';
import { PAGE_B } from '../page-b/rule.ts';
import { PLCOM2012, PLCOM2012_THRESHOLD } from '../plcom2012/rule.ts';
import { REACH_B } from '../reach-b/rule.ts';
import type { ClinicalRule, Json } from '../registry/rule.ts';

/** An answer as it is compared with others: in which class, and by how much. */
export interface Outcome {
  /** `high`, `eligible` …; null where the model has no classes. */
  readonly cls: string | null;
  readonly amount: number | null;
}

const label = (en: string, zh: string): Label => ({ en, zh });

/** Classes of answers in words, from the least on. */
export const CLASS_LABELS: Readonly<Record<string, Label>> = {
  'not-high': label('not high risk', '非高风险'),
  below: label('below the threshold', '低于界值'),
  low: label('low', '低'),
  average: label('average', '一般'),
  moderate: label('moderate', '中等'),
  medium: label('medium', '中'),
  'at-or-above': label('at or above the threshold', '达到或高于界值'),
  high: label('high risk', '高风险'),
};

/** From the least on. */
export const CLASSES: readonly string[] = Object.keys(CLASS_LABELS);

/** A model of the risk of one cancer, as the page of a person asks it. */
export interface RiskModel {
  readonly rule: ClinicalRule;
  /** Of which cancer. */
  readonly of: Label;
  /** What the amount is: points, or how many of 100 persons. */
  readonly unit: 'points' | 'of-100' | 'none';
  readonly outcome: (value: Json) => Outcome;
  /** Fields of a file that nobody is asked of one person. */
  readonly leftOut?: readonly string[];
  /** For women alone: the rule has no field that says so. */
  readonly womenAlone?: true;
  /** A number by which files of the rule say that a value is not known. */
  readonly notKnownCode?: number;
  /** Inputs whose absence the rule reads as a value: where the answer hangs on them it is not given without. */
  readonly readsAbsent?: readonly string[];
}

type Parts = { readonly [name: string]: Json };

const parts = (value: Json): Parts => value as Parts;
const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
const amount = (value: Json | undefined): number | null =>
  typeof value === 'number' ? value : null;

/** Models that answer a share, with the share from which something is done. */
const share =
  (name: string, threshold: number, hundred: number) =>
  (value: Json): Outcome => {
    const found = amount(parts(value)[name]);
    return {
      cls: found === null ? null : found >= threshold ? 'at-or-above' : 'below',
      amount: found === null ? null : found * hundred,
    };
  };

const tier =
  (points: string, cls: string | null) =>
  (value: Json): Outcome => ({
    cls: cls === null ? null : text(parts(value)[cls]),
    amount: amount(parts(value)[points]),
  });

const flagged =
  (name: string, yes: string, no: string, points: string | null) =>
  (value: Json): Outcome => ({
    cls: parts(value)[name] === true ? yes : no,
    amount: points === null ? null : amount(parts(value)[points]),
  });

const LUNG = { en: 'Lung', zh: '肺' };
const BREAST = { en: 'Breast', zh: '乳腺' };
const COLORECTUM = { en: 'Colorectum', zh: '结直肠' };
const STOMACH = { en: 'Stomach', zh: '胃' };
const LIVER = { en: 'Liver', zh: '肝' };

/** In the order of the page. */
export const RISK_MODELS: readonly RiskModel[] = [
  {
    rule: CHINA_LUNG_2021,
    of: LUNG,
    unit: 'none',
    outcome: flagged('eligible', 'high', 'not-high', null),
    readsAbsent: ['smoking', 'years_since_quit'],
  },
  {
    rule: PLCOM2012,
    of: LUNG,
    unit: 'of-100',
    outcome: share('risk6y', PLCOM2012_THRESHOLD, 100),
  },
  { rule: LLPV2, of: LUNG, unit: 'of-100', outcome: share('risk5y', LLPV2_THRESHOLD, 100) },
  {
    rule: BCRAT,
    of: BREAST,
    unit: 'of-100',
    outcome: share('AbsRisk', BCRAT_THRESHOLD, 1),
    leftOut: ['projected_to', 'case_id'],
    womenAlone: true,
    notKnownCode: 99,
  },
  { rule: APCS, of: COLORECTUM, unit: 'points', outcome: tier('score', 'tier') },
  {
    rule: COLORECTAL_PROGRAMME,
    of: COLORECTUM,
    unit: 'points',
    outcome: flagged('high_risk', 'high', 'not-high', 'score'),
  },
  { rule: GASTRIC_SCREENING, of: STOMACH, unit: 'points', outcome: tier('score', 'tier') },
  { rule: AMAP, of: LIVER, unit: 'points', outcome: tier('score', 'risk') },
  { rule: REACH_B, of: LIVER, unit: 'points', outcome: tier('points', null) },
  { rule: PAGE_B, of: LIVER, unit: 'points', outcome: tier('points', 'risk') },
];
