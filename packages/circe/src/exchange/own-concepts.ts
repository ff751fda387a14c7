import type { ConceptSet } from '../schema/concept-set.ts';
import type { Concept } from '../schema/values.ts';

/** The vocabulary of codes that are ours: their concepts have numbers that OMOP leaves to each site. */
export const OWN_VOCABULARY = 'NODP';
const FIRST_LOCAL = 2_000_000_000;
const LOCAL = 147_483_000;

/** What a code of ours stands for. */
type OwnKind = 'site' | 'neoplasm' | 'treatment' | 'drug' | 'biomarker' | 'finding';

/** A number of a code that stays the same everywhere: FNV-1a in the range of local concepts. */
export const ownConceptId = (code: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < code.length; i++) hash = Math.imul(hash ^ code.charCodeAt(i), 0x01000193);
  return FIRST_LOCAL + ((hash >>> 0) % LOCAL);
};

const DOMAINS: Readonly<Record<OwnKind, string>> = {
  site: 'Condition',
  neoplasm: 'Condition',
  treatment: 'Procedure',
  drug: 'Drug',
  biomarker: 'Measurement',
  finding: 'Meas Value',
};

export const ownConcept = (kind: OwnKind, of: string, name: string): Concept => {
  const code = `${kind}:${of}`;
  return {
    CONCEPT_ID: ownConceptId(code),
    CONCEPT_NAME: name,
    CONCEPT_CODE: code,
    VOCABULARY_ID: OWN_VOCABULARY,
    DOMAIN_ID: DOMAINS[kind],
  };
};

/** The kind and code of a concept of ours; null for any other. */
export const readOwn = ({
  VOCABULARY_ID,
  CONCEPT_CODE = '',
}: Concept): { kind: string; of: string } | null => {
  if (VOCABULARY_ID !== OWN_VOCABULARY) return null;
  const at = CONCEPT_CODE.indexOf(':');
  return at < 1 ? null : { kind: CONCEPT_CODE.slice(0, at), of: CONCEPT_CODE.slice(at + 1) };
};

/** Concept sets collected while a definition is written, each once. */
export const collector = () => {
  const sets: ConceptSet[] = [];
  return {
    sets,
    /** The number of the set of these concepts. */
    of: (name: string, concepts: readonly Concept[]): number => {
      const key = (list: readonly { readonly concept: Concept }[]) =>
        list.map(({ concept }) => concept.CONCEPT_ID).join();
      const items = concepts.map((concept) => ({
        concept,
        isExcluded: false,
        includeDescendants: true,
        includeMapped: false,
      }));
      const known = sets.find(({ expression }) => key(expression.items) === key(items));
      if (known !== undefined) return known.id;
      sets.push({ id: sets.length, name, expression: { items } });
      return sets.length - 1;
    },
  };
};
export type Collector = ReturnType<typeof collector>;
