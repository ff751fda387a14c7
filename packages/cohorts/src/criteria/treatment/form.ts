import * as v from 'valibot';
import { members, parts, sorted, wellFormed } from '../../criterion/codes-form.ts';
import type { CriterionForm } from '../../criterion/module.ts';
import { escaped, isSentName, unescaped } from '../../criterion/sent-name.ts';

export const TREATMENT_KINDS = ['SURGERY', 'RADIOTHERAPY', 'SYSTEMIC', 'OTHER'] as const;
export type TreatmentKind = (typeof TREATMENT_KINDS)[number];

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
}

interface Sent {
  readonly kind?: TreatmentKind | null | undefined;
  readonly drugs?: string[] | null | undefined;
  readonly regimens?: string[] | null | undefined;
  readonly lines?: number[] | null | undefined;
}

/** Without what asks nothing. */
const given = ({ kind, drugs, regimens, lines }: Sent): Treatment => ({
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

/** In an address: `systemic,drug.cisplatin,regimen.R-CHOP,line.1`. */
export const form: CriterionForm<Treatment> = {
  name: { en: 'Treatment', zh: '治疗' },
  detail: {
    en: 'kind, drug, regimen, line; of the cancer it was given for, where that is known',
    zh: '类别、药物、方案、线数；已知所针对的癌者只计该癌',
  },
  schema: v.pipe(
    v.object({
      kind: v.nullish(v.picklist(TREATMENT_KINDS)),
      drugs: codes,
      regimens: codes,
      lines: lineNumbers,
    }),
    v.transform(given),
  ),
  blank: {},
  asks: (value) => Object.keys(given(value)).length > 0,
  canonical: ({ kind, drugs = [], regimens = [], lines = [] }) =>
    given({ kind, drugs: sorted(drugs), regimens: sorted(regimens), lines: ascending(lines) }),
  write: ({ kind, drugs = [], regimens = [], lines = [] }) =>
    [
      ...(kind === undefined ? [] : [kind.toLowerCase()]),
      ...drugs.map((code) => `drug.${escaped(code)}`),
      ...regimens.map((id) => `regimen.${id}`),
      ...lines.map((line) => `line.${line}`),
    ].join(','),
  read: (text) => {
    const values = parts(text);
    return given({
      kind: members(values, TREATMENT_KINDS)[0],
      drugs: prefixed(values, 'drug.', (code) => DRUG.test(code) || isSentName(code)),
      regimens: prefixed(values, 'regimen.', (id) => REGIMEN.test(id)),
      lines: ascending(prefixed(values, 'line.', (line) => /^[1-9]$/.test(line)).map(Number)),
    });
  },
};
