import { once } from '../rows.ts';

/**
 * Genes that targeted drugs are chosen by: HGNC number and symbol (HUGO Gene Nomenclature Committee, genenames.org, CC0).
 * A sender that gives a number without its symbol is read by this list; others are retained by the number.
 */
const GENES = `
76 ABL1;391 AKT1;427 ALK;659 ARAF;795 ATM;644 AR;1014 BCR;1097 BRAF;1100 BRCA1;1101 BRCA2;1133 BTK;1582 CCND1;24224 CDK12
1773 CDK4;1787 CDKN2A;2433 CSF1R;3236 EGFR;3430 ERBB2;3431 ERBB3;3467 ESR1;3527 EZH2;3688 FGFR1;3689 FGFR2;3690 FGFR3
3765 FLT3;4379 GNA11;4390 GNAQ;5173 HRAS;5382 IDH1;5383 IDH2;6190 JAK1;6192 JAK2;23177 KEAP1;6342 KIT;6407 KRAS;6840 MAP2K1
6973 MDM2;7029 MET;7059 MGMT;7127 MLH1;7325 MSH2;7329 MSH6;3942 MTOR;7765 NF1;7881 NOTCH1;7910 NPM1;7989 NRAS;8031 NTRK1
8032 NTRK2;8033 NTRK3;26144 PALB2;8803 PDGFRA;8975 PIK3CA;9122 PMS2;9113 PML;9177 POLE;9585 PTCH1;9588 PTEN;9864 RARA
9884 RB1;9967 RET;10261 ROS1;11389 STK11;11119 SMO;11730 TERT;11998 TP53;12362 TSC1;12363 TSC2;12687 VHL
`;

const byNumber = once(
  () =>
    new Map(
      GENES.trim()
        .split(/[;\n]/)
        .map((row) => row.split(' ') as [string, string]),
    ),
);

/** Symbols of the list, in order. */
export const geneSymbols = (): readonly string[] => [...byNumber().values()].sort();

/** Older and usual names of genes, upper case, and their HGNC symbol. */
const USUAL: Readonly<Record<string, string>> = {
  HER2: 'ERBB2',
  'HER-2': 'ERBB2',
  HER3: 'ERBB3',
  HER1: 'EGFR',
  'C-MET': 'MET',
  'C-KIT': 'KIT',
  ABL: 'ABL1',
  MLL: 'KMT2A',
  PDL1: 'CD274',
  P53: 'TP53',
  MEK1: 'MAP2K1',
};

const SYMBOL = /^[A-Z][A-Z0-9]*(?:orf\d+)?[A-Z0-9]*(?:-[A-Z0-9]+)?$/;

/**
 * The HGNC symbol of a gene as sent: by its words where they are a symbol or a usual name (`HER2` is `ERBB2`), else by its
 * HGNC number (`HGNC:3236`). Null where neither says one.
 */
export const geneSymbolOf = (code: string | null, display: string | null): string | null => {
  const known = byNumber().get((code ?? '').replace(/^HGNC:/i, ''));
  if (known !== undefined) return known;
  const words = (display ?? code ?? '')
    .normalize('NFKC')
    .trim()
    .replace(/\s*(gene|基因)$/i, '');
  const upper = /orf/i.test(words) ? words : words.toUpperCase();
  const usual = Object.hasOwn(USUAL, upper) ? USUAL[upper] : undefined;
  return usual ?? (words.length <= 20 && SYMBOL.test(upper) ? upper : null);
};
