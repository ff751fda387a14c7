import type { Label } from '../label.ts';
import { once, rows } from '../rows.ts';
import { DRUG_ROWS } from './drug-rows.ts';
import { RXNORM_PRODUCTS } from './rxnorm-products.ts';

export type DrugClass = keyof typeof DRUG_CLASSES;

export const DRUG_CLASSES = {
  alkylating: { en: 'Alkylating agents', zh: '烷化剂' },
  antimetabolite: { en: 'Antimetabolites', zh: '抗代谢药' },
  'plant alkaloid': { en: 'Plant alkaloids', zh: '植物碱类' },
  taxane: { en: 'Taxanes', zh: '紫杉类' },
  'topoisomerase inhibitor': { en: 'Topoisomerase inhibitors', zh: '拓扑异构酶抑制剂' },
  anthracycline: { en: 'Anthracyclines', zh: '蒽环类' },
  antibiotic: { en: 'Cytotoxic antibiotics', zh: '抗肿瘤抗生素' },
  platinum: { en: 'Platinum compounds', zh: '铂类' },
  'other cytotoxic': { en: 'Other cytotoxic drugs', zh: '其他细胞毒药物' },
  differentiating: { en: 'Differentiating agents', zh: '诱导分化药' },
  targeted: { en: 'Targeted small molecules', zh: '小分子靶向药' },
  'monoclonal antibody': { en: 'Monoclonal antibodies', zh: '单克隆抗体' },
  'antibody-drug conjugate': { en: 'Antibody-drug conjugates', zh: '抗体偶联药物' },
  'bispecific antibody': { en: 'Bispecific antibodies', zh: '双特异性抗体' },
  'immune checkpoint inhibitor': { en: 'Immune checkpoint inhibitors', zh: '免疫检查点抑制剂' },
  endocrine: { en: 'Endocrine therapy', zh: '内分泌治疗' },
  immunomodulator: { en: 'Immunomodulators', zh: '免疫调节剂' },
  other: { en: 'Other antineoplastic', zh: '其他抗肿瘤药' },
  corticosteroid: { en: 'Corticosteroids', zh: '糖皮质激素' },
  supportive: { en: 'Supportive', zh: '辅助用药' },
} as const satisfies Record<string, Label>;

/** What the treatment counts as when lines are told apart. */
export type Modality = 'chemotherapy' | 'targeted' | 'immunotherapy' | 'endocrine' | 'supportive';

export const MODALITIES: Readonly<Record<Modality, Label>> = {
  chemotherapy: { en: 'Chemotherapy', zh: '化疗' },
  targeted: { en: 'Targeted therapy', zh: '靶向治疗' },
  immunotherapy: { en: 'Immunotherapy', zh: '免疫治疗' },
  endocrine: { en: 'Endocrine therapy', zh: '内分泌治疗' },
  supportive: { en: 'Supportive', zh: '辅助用药' },
};

export type Drug = {
  /** Stable key: the English name (INN), lower case. */
  readonly id: string;
  /** ATC code of the fifth level, or of the group where no fifth level is known to us. */
  readonly atc: string;
  readonly drugClass: DrugClass;
  readonly modality: Modality;
  /** RxNorm ingredient (RXCUI); null where not sure. */
  readonly rxnorm: string | null;
  readonly label: Label;
  readonly aliases: readonly string[];
};

function modalityOf(drugClass: DrugClass): Modality {
  switch (drugClass) {
    case 'endocrine':
      return 'endocrine';
    case 'immune checkpoint inhibitor':
      return 'immunotherapy';
    case 'targeted':
    case 'monoclonal antibody':
    case 'antibody-drug conjugate':
    case 'bispecific antibody':
    case 'immunomodulator':
    case 'other':
      return 'targeted';
    case 'supportive':
    case 'corticosteroid':
      return 'supportive';
    default:
      return 'chemotherapy';
  }
}

const table = once(() =>
  rows(DRUG_ROWS).map(
    ([atc = '', kind = '', rxnorm = '', en = '', zh = '', aliases = '']): Drug => {
      const drugClass = kind as DrugClass;
      return {
        id: en,
        atc,
        drugClass,
        modality: modalityOf(drugClass),
        rxnorm: rxnorm || null,
        label: { en, zh },
        aliases: aliases === '' ? [] : aliases.split(','),
      };
    },
  ),
);

const byId = once(() => new Map(table().map((drug) => [drug.id, drug])));
const byRxnorm = once(() => {
  const index = new Map(
    table().flatMap((drug) => (drug.rxnorm ? [[drug.rxnorm, drug] as const] : [])),
  );
  for (const [product, ingredient] of Object.entries(RXNORM_PRODUCTS)) {
    const drug = byId().get(ingredient);
    if (drug) index.set(product, drug);
  }
  return index;
});
const names = once(() =>
  table()
    .flatMap((drug) =>
      [drug.label.en, drug.label.zh, ...drug.aliases].map((name) => ({
        name: name.toLowerCase(),
        drug,
      })),
    )
    .sort((a, b) => b.name.length - a.name.length),
);
const byName = once(() => new Map(names().map(({ name, drug }) => [name, drug])));

/** Every drug of the list, in ATC order of its groups. */
export function drugs(): readonly Drug[] {
  return table();
}

/** The drug of an id (English name) of this list. */
export function drug(id: string): Drug | null {
  return byId().get(id) ?? null;
}

/** The drug of an ATC code of the fifth level; null for groups and unknown codes. */
export function drugOfAtc(atc: string): Drug | null {
  return atc.length === 7 ? (table().find((d) => d.atc === atc) ?? null) : null;
}

/** The drugs of an ATC code of any level: the one of a fifth level, every one of a group (`L01FF`). */
export function drugsOfAtc(atc: string): readonly Drug[] {
  return atc.length === 0 ? [] : table().filter((d) => d.atc.startsWith(atc));
}

/** The drug of an RxNorm code: ingredients, and the products met in mCODE and Synthea; null when not known. */
export function drugOfRxnorm(code: string): Drug | null {
  return byRxnorm().get(code) ?? null;
}

/**
 * The drug a text names: its name, or a product text that holds it ("Cisplatin 50 MG Injection", "注射用顺铂"). The
 * longest name found wins ("trastuzumab deruxtecan" over "trastuzumab"). Abbreviations count only when they are the
 * whole text. Null when none, or when two different drugs are named (a combination is not one drug).
 */
export function drugOfName(text: string): Drug | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const whole = byName().get(plain);
  if (whole) return whole;
  const found = drugsInText(plain);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Every drug a text names by a full name (abbreviations are too short to be told from other words). */
export function drugsInText(text: string): readonly Drug[] {
  let rest = text.normalize('NFKC').toLowerCase();
  const found = new Set<Drug>();
  for (const { name, drug: candidate } of names()) {
    const latin = /^[\x20-\x7e]+$/.test(name);
    if (latin ? name.length < 6 : name.length < 2) continue;
    const at = latin ? wordAt(rest, name) : rest.indexOf(name);
    if (at < 0) continue;
    found.add(candidate);
    rest = rest.slice(0, at) + ' '.repeat(name.length) + rest.slice(at + name.length);
  }
  return [...found];
}

function wordAt(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + name.length);
    if (!/[a-z0-9]/.test(before) && !/[a-z0-9]/.test(after)) return at;
  }
  return -1;
}
