import { topographies } from '../icd-o-3/topography.ts';
import type { Label } from '../label.ts';
import { once, rows } from '../rows.ts';
import { SITE_GROUPS } from '../sites/site-groups.ts';
import { WORD_ROWS } from './word-rows.ts';

/** Words with a part that varies: what each language makes of the part's words. */
interface Pattern {
  readonly form: RegExp;
  readonly label: (part: Label, rest: string) => Label;
}

const han = /\p{Script=Han}/u;
const fold = (words: string): string =>
  words.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

const table = once(() => {
  const found = new Map<string, Label>();
  const add = (label: Label): void => {
    for (const words of [label.zh, label.en])
      if (!found.has(fold(words))) found.set(fold(words), label);
  };
  for (const [zh = '', en = ''] of rows(WORD_ROWS)) add({ en, zh });
  for (const { label } of SITE_GROUPS) add(label);
  for (const { label } of topographies()) add(label);
  return found as ReadonlyMap<string, Label>;
});

const lower = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

/** Studies, reports of them, variants and plans, as they are composed. */
const patterns: readonly Pattern[] = [
  {
    form: /^(.+?)(CT|MRI)平扫\+增强$/,
    label: (part, kind) => ({
      en: `${kind} of ${lower(part.en)} without and with contrast`,
      zh: `${part.zh}${kind}平扫+增强`,
    }),
  },
  {
    form: /^(.+?)(CT|MRI)(?:平扫)$/,
    label: (part, kind) => ({ en: `${kind} of ${lower(part.en)}`, zh: `${part.zh}${kind}平扫` }),
  },
  {
    form: /^(.+)报告$/,
    label: (part) => ({ en: `Report: ${lower(part.en)}`, zh: `${part.zh}报告` }),
  },
  {
    form: /^(.+?)(?:癌|恶性肿瘤|肉瘤|瘤)?治疗后随访计划$/,
    label: (part, whole) => ({
      en: `Follow-up plan after treatment: ${lower(part.en)}`,
      zh: whole,
    }),
  },
];

/** Variants and fusions are named alike in both languages but for their kind: `G13D突变`, `EML4::ALK融合`. */
const variant = (words: string): Label | null => {
  const [, name, kind] = /^([A-Z0-9][A-Za-z0-9:*_-]*)(突变|融合|型突变)$/.exec(words) ?? [];
  if (name === undefined) return null;
  const en =
    kind === '融合' ? `${name} fusion` : kind === '型突变' ? `Type ${name} mutation` : name;
  return { en, zh: words };
};

const score = (words: string): Label | null => {
  const [, positive, how] = /^(阳性|阴性)\((.+)\)$/.exec(words) ?? [];
  if (positive === undefined) return null;
  return { en: `${positive === '阳性' ? 'Positive' : 'Negative'} (${how})`, zh: words };
};

const composed = (words: string): Label | null => {
  for (const { form, label } of patterns) {
    const [, part, rest] = form.exec(words) ?? [];
    const known = part === undefined ? null : labelOfWords(part);
    if (known !== null) return label(known, rest ?? words);
  }
  return null;
};

/**
 * How words that came without a known code read in both languages; in their own language they stay as they were
 * sent. Null where they are not known, or are of neither language.
 */
export function labelOfWords(words: string | null): Label | null {
  if (words === null || words.length > 200) return null;
  const text = words.trim();
  const known = table().get(fold(text)) ?? variant(text) ?? score(text) ?? composed(text);
  if (known === undefined || known === null) return null;
  return han.test(text) ? { en: known.en, zh: text } : { en: text, zh: known.zh };
}
