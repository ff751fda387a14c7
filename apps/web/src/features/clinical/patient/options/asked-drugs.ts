/** Which drugs of the evidence are asked about among patients, and by which driver. */
import type { Label } from '../../../../i18n/label.ts';

interface Group {
  readonly drugs: readonly string[];
  readonly names: readonly Label[];
  readonly interaction?: string | null;
  readonly items: readonly { readonly level: string; readonly by: readonly string[] }[];
}

export interface AskedDrug {
  readonly drug: string;
  readonly name: Label;
  /** The gene by whose alteration the evidence matched; null where it matched by a gene that is not altered. */
  readonly driver: string | null;
}

/** CIViC's letters of studies of patients; D is preclinical, E inferential. */
const OF_PATIENTS = new Set(['A', 'B', 'C']);

/** `EGFR` of `EGFR L858R`; of a fusion the gene at its end. */
const geneOf = (alteration: string): string | null =>
  alteration.split(' ')[0]?.split('::').at(-1) ?? null;

/** Single drugs that patients were given in some study, in the order of the evidence. */
export const askedDrugs = (groups: readonly Group[]): AskedDrug[] => [
  ...new Map(
    groups.flatMap(({ drugs: [drug], names: [name], interaction, items }) => {
      if (drug === undefined || name === undefined || interaction) return [];
      if (!items.some(({ level }) => OF_PATIENTS.has(level))) return [];
      const by = items
        .flatMap((item) => item.by)
        .find((alteration) => !/ (wildtype|wild type)$/i.test(alteration));
      return [[drug, { drug, name, driver: by === undefined ? null : geneOf(by) }] as const];
    }),
  ).values(),
];
