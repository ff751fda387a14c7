import { biomarkerOfLoinc, biomarkerOfName } from '@nodp/terminology/biomarkers';
import { drug } from '@nodp/terminology/drugs';
import { siteOfBody } from '@nodp/terminology/site-of-body';
import type { ConceptSet, ConceptSetItem } from '../schema/concept-set.ts';
import type { Take } from './note.ts';
import { readOwn } from './own-concepts.ts';

/** What the concepts of a set are in our terms. */
export interface Meant {
  readonly sites: string[];
  readonly drugs: string[];
  readonly treatments: string[];
  readonly biomarkers: string[];
  /** Whether any neoplasm is meant. */
  readonly any: boolean;
}

const ICD = /^ICD(?:10|O3)/;

const one = ({
  concept,
}: ConceptSetItem): { kind: keyof Omit<Meant, 'any'> | 'any'; of: string } | null => {
  const own = readOwn(concept);
  if (own !== null) {
    const kinds = {
      site: 'sites',
      drug: 'drugs',
      treatment: 'treatments',
      biomarker: 'biomarkers',
    } as const;
    if (own.kind === 'neoplasm') return { kind: 'any', of: '' };
    return Object.hasOwn(kinds, own.kind)
      ? { kind: kinds[own.kind as keyof typeof kinds], of: own.of }
      : null;
  }
  const { VOCABULARY_ID = '', CONCEPT_CODE = '', CONCEPT_NAME = '', DOMAIN_ID = '' } = concept;
  if (ICD.test(VOCABULARY_ID)) {
    const site = siteOfBody(null, CONCEPT_CODE);
    if (site !== null) return { kind: 'sites', of: site };
  }
  if (DOMAIN_ID.toLowerCase() === 'drug') {
    const named = drug(VOCABULARY_ID === 'ATC' ? CONCEPT_CODE : CONCEPT_NAME.toLowerCase());
    if (named !== null) return { kind: 'drugs', of: named.id };
  }
  if (DOMAIN_ID.toLowerCase() === 'measurement') {
    const test =
      VOCABULARY_ID === 'LOINC' ? biomarkerOfLoinc(CONCEPT_CODE) : biomarkerOfName(CONCEPT_NAME);
    if (test !== null) return { kind: 'biomarkers', of: test.id };
  }
  return null;
};

/** @param id of the concept set; each concept that means nothing here is named */
export const meantBy = (id: number | undefined, sets: readonly ConceptSet[], take: Take): Meant => {
  const meant = { sites: [], drugs: [], treatments: [], biomarkers: [] } as Record<
    keyof Omit<Meant, 'any'>,
    string[]
  >;
  let any = false;
  const at = sets.findIndex((set) => set.id === id);
  sets[at]?.expression.items.forEach((item, i) => {
    const place = `ConceptSets.${at}.expression.items.${i}`;
    const { CONCEPT_ID, CONCEPT_NAME = '' } = item.concept;
    if (item.isExcluded) {
      take(
        'LEFT_OUT',
        place,
        `What a set leaves out (${CONCEPT_NAME}) is not taken over.`,
        `概念集排除的“${CONCEPT_NAME}”未能导入。`,
      );
      return;
    }
    const found = one(item);
    if (found === null)
      take(
        'LEFT_OUT',
        place,
        `Concept ${CONCEPT_ID} ${CONCEPT_NAME} is none of our sites, drugs or biomarkers.`,
        `概念 ${CONCEPT_ID} ${CONCEPT_NAME} 不在本平台的癌种、药物或标志物之中。`,
      );
    else if (found.kind === 'any') any = true;
    else if (!meant[found.kind].includes(found.of)) meant[found.kind].push(found.of);
  });
  return { ...meant, any };
};
