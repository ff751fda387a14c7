import type { Laterality } from '../icd-o-3/laterality.ts';
import type { Label } from '../label.ts';
import { once, rows } from '../rows.ts';
import { BODY_SITE_ROWS } from './body-site-rows.ts';
import { SNOMED_MORPHOLOGY_ROWS } from './morphology-rows.ts';

export type BodySite = {
  readonly code: string;
  readonly topography: string;
  readonly laterality: Laterality | null;
  readonly label: Label;
};

const sites = once(
  () =>
    new Map(
      rows(BODY_SITE_ROWS).map(([code = '', topography = '', side = '', en = '', zh = '']) => [
        code,
        { code, topography, laterality: (side || null) as Laterality | null, label: { en, zh } },
      ]),
    ) as ReadonlyMap<string, BodySite>,
);

const morphologies = once(
  () =>
    new Map(
      rows(SNOMED_MORPHOLOGY_ROWS).map(([code = '', morphology = '']) => [code, morphology]),
    ) as ReadonlyMap<string, string>,
);

/** Every body structure of the subset. */
export function bodySites(): readonly BodySite[] {
  return [...sites().values()];
}

/** The topography and side a SNOMED CT body structure stands for; null when not of the subset. */
export function bodySite(code: string): BodySite | null {
  return sites().get(code) ?? null;
}

/** Organs whose structure SNOMED CT names by an adjective. */
const NOUNS: Readonly<Record<string, string>> = {
  Abdominal: 'Abdomen',
  Adrenal: 'Adrenal gland',
  Esophageal: 'Oesophagus',
  Gingival: 'Gingiva',
  Hypopharyngeal: 'Hypopharynx',
  Laryngeal: 'Larynx',
  Nasopharyngeal: 'Nasopharynx',
  Oropharyngeal: 'Oropharynx',
  Ovarian: 'Ovary',
  Palatal: 'Palate',
  Pancreatic: 'Pancreas',
  'Pleural membrane': 'Pleura',
  Prostatic: 'Prostate',
  'Small intestinal': 'Small intestine',
  Splenic: 'Spleen',
  Tonsillar: 'Tonsil',
  Tracheal: 'Trachea',
  Ureteric: 'Ureter',
  Uterine: 'Uterus',
};

/** A body structure as people write it: “Structure of root of tongue” is “Root of tongue”, “Splenic structure” is “Spleen”. */
export function plainBodySite({ label }: Pick<BodySite, 'label'>): Label {
  const en = label.en.replace(/^Structure of /, '').replace(/ structure$/, '');
  return { en: NOUNS[en] ?? en.charAt(0).toUpperCase() + en.slice(1), zh: label.zh };
}

const bySaid = once(
  () =>
    new Map(
      bodySites().flatMap((site) =>
        [site.label.en, plainBodySite(site).en, site.label.zh].map((words) => [
          words.toLowerCase(),
          site,
        ]),
      ),
    ) as ReadonlyMap<string, BodySite>,
);

/** The body structure that words name in either language; null where they name none of the subset. */
export function bodySiteOfWords(words: string): BodySite | null {
  return bySaid().get(words.normalize('NFKC').trim().toLowerCase()) ?? null;
}

/** The ICD-O-3 morphology (8500/3) of a SNOMED CT morphologic abnormality; null when not of the subset. */
export function morphologyOfSnomed(code: string): string | null {
  return morphologies().get(code) ?? null;
}

/** All SNOMED CT morphologic abnormalities of the subset, code to ICD-O-3 morphology. */
export function snomedMorphologies(): ReadonlyMap<string, string> {
  return morphologies();
}
