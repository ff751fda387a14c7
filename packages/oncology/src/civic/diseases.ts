import { readFileSync } from 'node:fs';

interface Disease {
  readonly parents: readonly string[];
  readonly name: string;
}

/**
 * Diseases by DOID with their parents: the part of the Disease Ontology (disease-ontology.org, release of August 2026, CC0)
 * that lies above the diseases of CIViC and of the tumours of the platform.
 */
const table = (() => {
  let read: ReadonlyMap<string, Disease> | null = null;
  return (): ReadonlyMap<string, Disease> => {
    read ??= new Map(
      readFileSync(new URL('./data/diseases.tsv', import.meta.url), 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => {
          const [doid = '', parents = '', name = ''] = line.split('\t');
          return [doid, { parents: parents === '' ? [] : parents.split(','), name }];
        }),
    );
    return read;
  };
})();

const HEAD_AND_NECK = '11934';

/** The ontology's cell types stand beside its organs: a skin melanoma is nowhere a melanoma. They are joined here by name. */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/melanoma$/, '1909'],
  [/(?<!histiocytic |Langerhans cell )sarcoma$/i, '1115'],
  [/squamous cell carcinoma$/, '1749'],
  [/adenocarcinoma$/, '299'],
  [
    /^(?:nasopharynx|oropharynx|hypopharynx|larynx|oral cavity|tongue|salivary gland) /,
    HEAD_AND_NECK,
  ],
  [/^(?:pharynx|laryngeal|oral|tongue) squamous cell carcinoma$/, '5520'],
  [/urothelial carcinoma$/, '2671'],
];

const parentsOf = (doid: string): readonly string[] => {
  const disease = table().get(doid);
  if (disease === undefined) return [];
  const byName = BY_NAME.filter(([name]) => name.test(disease.name)).map(([, parent]) => parent);
  return [...disease.parents, ...byName.filter((parent) => parent !== doid)];
};

const ancestorCache = new Map<string, ReadonlySet<string>>();

/** Everything that a disease is a kind of, itself not among it. */
const ancestorsOf = (doid: string): ReadonlySet<string> => {
  const known = ancestorCache.get(doid);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const open = [...parentsOf(doid)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...parentsOf(next));
  }
  if (table().has(doid)) ancestorCache.set(doid, found);
  return found;
};

/** Disease, proliferation, cancer, and its divisions by organ and by cell: said of every cancer. */
const GENERAL: ReadonlySet<string> = new Set(['4', '14566', '162', '0050686', '0050687']);
const HAEMATOLOGIC = '2531';

/** Names of the evidence that have no DOID. */
const NAMELESS: Readonly<Record<string, string>> = {
  'solid tumor': 'solid',
  'solid tumors, advanced': 'solid',
  glioma: '0060108',
};

/**
 * How a disease of the evidence stands to the patient's: the same; a broader one that the patient's is a kind of; a narrower
 * one, which the patient's may be; any cancer; another one.
 */
export type Relation = 'same' | 'broader' | 'narrower' | 'any-cancer' | 'other';

const folded = (name: string): string => name.trim().toLowerCase();

/** What stands for a disease of the evidence that has no DOID; empty where nothing does. */
export const doidWithout = (name: string): string => NAMELESS[folded(name)] ?? '';

/** The DOID of a disease as it is named; null where the name is not known. */
export const doidOf = (name: string): string | null => {
  const wanted = folded(name);
  for (const [doid, disease] of table()) if (folded(disease.name) === wanted) return doid;
  return null;
};

/** The ontology's name of a disease. */
export const diseaseNameOf = (doid: string): string | null => table().get(doid)?.name ?? null;

/**
 * @param patient the patient's diseases, by DOID: a cancer may be of several classes (breast cancer, HER2 positive)
 * @param evidence DOID and name of the evidence's disease; the DOID may be empty
 */
export const relationOf = (
  patient: readonly string[],
  evidence: { readonly doid: string; readonly name: string },
): Relation => {
  const doid = evidence.doid === '' ? doidWithout(evidence.name) : evidence.doid;
  if (patient.includes(doid)) return 'same';
  if (GENERAL.has(doid)) return 'any-cancer';
  if (doid === 'solid')
    return patient.some((own) => own === HAEMATOLOGIC || ancestorsOf(own).has(HAEMATOLOGIC))
      ? 'other'
      : 'any-cancer';
  if (patient.some((own) => ancestorsOf(own).has(doid))) return 'broader';
  const above = ancestorsOf(doid);
  return patient.some((own) => above.has(own)) ? 'narrower' : 'other';
};
