import type { Label } from '@nodp/terminology';
import * as v from 'valibot';
import { members, parts, sorted, wellFormed } from '../../criterion/codes-form.ts';
import type { CriterionForm } from '../../criterion/module.ts';
import { type Bounds, boundsSchema, readBounds, writeBounds } from '../../criterion/range-form.ts';
import { escaped, isSentName, unescaped } from '../../criterion/sent-name.ts';

export const TREATMENT_KINDS = ['SURGERY', 'RADIOTHERAPY', 'SYSTEMIC', 'OTHER'] as const;
export type TreatmentKind = (typeof TREATMENT_KINDS)[number];

/** What a treatment is given for, of those that a treatment of a cancer has. */
export const TREATMENT_INTENTS = ['CURATIVE', 'PALLIATIVE', 'SUPPORTIVE', 'PREVENTIVE'] as const;
export type TreatmentIntent = (typeof TREATMENT_INTENTS)[number];

export const TREATMENT_INTENT_LABELS: Readonly<Record<TreatmentIntent, Label>> = {
  CURATIVE: { en: 'curative', zh: '根治性' },
  PALLIATIVE: { en: 'palliative', zh: '姑息性' },
  SUPPORTIVE: { en: 'supportive', zh: '支持性' },
  PREVENTIVE: { en: 'preventive', zh: '预防性' },
};

/** Lines of systemic treatment that can be asked for. */
export const MOST_LINES = 9;

/** One treatment that is of the kind, of one of the drugs, of one of the regimens and of one of the lines. */
export interface Treatment {
  kind?: TreatmentKind;
  /** Drugs by their names (INN), ATC codes of any level, or `sent:` and the name that an uncoded drug was sent with. */
  drugs?: string[];
  /** Ids of the terminology's regimens, e.g. `R-CHOP`. */
  regimens?: string[];
  /** Lines of systemic treatment, from 1. */
  lines?: number[];
  intents?: TreatmentIntent[];
  /** Total dose of radiotherapy in Gy. */
  dose?: Bounds;
  /** Fractions of radiotherapy. */
  fractions?: Bounds;
  /** Days from its start to its end. */
  days?: Bounds;
}

interface Sent {
  readonly kind?: TreatmentKind | null | undefined;
  readonly drugs?: string[] | null | undefined;
  readonly regimens?: string[] | null | undefined;
  readonly lines?: number[] | null | undefined;
  readonly intents?: TreatmentIntent[] | null | undefined;
  readonly dose?: Bounds | null | undefined;
  readonly fractions?: Bounds | null | undefined;
  readonly days?: Bounds | null | undefined;
}

const isBounded = (bounds: Bounds | null | undefined): bounds is Bounds =>
  bounds != null && (bounds.from !== undefined || bounds.to !== undefined);

/** Without what asks nothing. */
const given = (sent: Sent): Treatment => ({
  ...givenParts(sent),
  ...(sent.intents && sent.intents.length > 0 ? { intents: sent.intents } : {}),
  ...(isBounded(sent.dose) ? { dose: sent.dose } : {}),
  ...(isBounded(sent.fractions) ? { fractions: sent.fractions } : {}),
  ...(isBounded(sent.days) ? { days: sent.days } : {}),
});

const givenParts = ({ kind, drugs, regimens, lines }: Sent): Treatment => ({
  ...(kind === undefined || kind === null ? {} : { kind }),
  ...(drugs && drugs.length > 0 ? { drugs } : {}),
  ...(regimens && regimens.length > 0 ? { regimens } : {}),
  ...(lines && lines.length > 0 ? { lines } : {}),
});

const codes = v.nullish(v.array(v.string()));
const lineNumbers = v.nullish(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_LINES))),
);
const ascending = (lines: readonly number[]): number[] => [...new Set(lines)].sort((a, b) => a - b);
/** `cisplatin`, `tegafur, gimeracil and oteracil`, `interferon alfa`, `L01FF`. */
const DRUG = /^[A-Za-z0-9][A-Za-z0-9 ,./+-]{0,79}$/;
const REGIMEN = /^[A-Za-z0-9][A-Za-z0-9./-]{0,39}$/;

/** Values of the form `drug.cisplatin`, without what stands before the dot. */
const prefixed = (
  texts: readonly string[],
  prefix: string,
  isWellFormed: (code: string) => boolean,
): string[] =>
  wellFormed(
    texts
      .filter((text) => text.startsWith(prefix))
      .map((text) => unescaped(text.slice(prefix.length)) ?? ''),
    isWellFormed,
  );

const boundsAfter = (texts: readonly string[], prefix: string): Bounds | null => {
  const text = texts.find((each) => each.startsWith(prefix));
  return text === undefined ? null : readBounds(text.slice(prefix.length));
};

/** In an address: `systemic,drug.cisplatin,regimen.R-CHOP,line.1,intent.curative,dose.50-70,days.1-60`. */
export const form: CriterionForm<Treatment> = {
  name: { en: 'Treatment', zh: '治疗' },
  detail: {
    en: 'kind, drug, regimen, line, intent, dose, duration; of the cancer it was given for, where that is known',
    zh: '类别、药物、方案、线数、意图、剂量、持续时间；已知所针对的癌者只计该癌',
  },
  schema: v.pipe(
    v.object({
      kind: v.nullish(v.picklist(TREATMENT_KINDS)),
      drugs: codes,
      regimens: codes,
      lines: lineNumbers,
      intents: v.nullish(v.array(v.picklist(TREATMENT_INTENTS))),
      dose: v.nullish(boundsSchema),
      fractions: v.nullish(boundsSchema),
      days: v.nullish(boundsSchema),
    }),
    v.transform(given),
  ),
  blank: {},
  asks: (value) => Object.keys(given(value)).length > 0,
  canonical: ({ drugs = [], regimens = [], lines = [], intents = [], ...rest }) =>
    given({
      ...rest,
      drugs: sorted(drugs),
      regimens: sorted(regimens),
      lines: ascending(lines),
      intents: sorted(intents),
    }),
  write: (value) => {
    const { kind, drugs = [], regimens = [], lines = [], intents = [] } = value;
    const { dose, fractions, days } = given(value);
    return [
      ...(kind === undefined ? [] : [kind.toLowerCase()]),
      ...drugs.map((code) => `drug.${escaped(code)}`),
      ...regimens.map((id) => `regimen.${id}`),
      ...lines.map((line) => `line.${line}`),
      ...intents.map((intent) => `intent.${intent.toLowerCase()}`),
      ...(dose === undefined ? [] : [`dose.${writeBounds(dose)}`]),
      ...(fractions === undefined ? [] : [`fractions.${writeBounds(fractions)}`]),
      ...(days === undefined ? [] : [`days.${writeBounds(days)}`]),
    ].join(',');
  },
  read: (text) => {
    const values = parts(text);
    return given({
      kind: members(values, TREATMENT_KINDS)[0],
      drugs: prefixed(values, 'drug.', (code) => DRUG.test(code) || isSentName(code)),
      regimens: prefixed(values, 'regimen.', (id) => REGIMEN.test(id)),
      lines: ascending(prefixed(values, 'line.', (line) => /^[1-9]$/.test(line)).map(Number)),
      intents: members(
        prefixed(values, 'intent.', () => true),
        TREATMENT_INTENTS,
      ),
      dose: boundsAfter(values, 'dose.'),
      fractions: boundsAfter(values, 'fractions.'),
      days: boundsAfter(values, 'days.'),
    });
  },
};
