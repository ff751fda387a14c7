import { decodePair, recordsOf, type SubgraphContext } from '@nodp/graph';
import {
  CIVIC_EVIDENCE_VERSION,
  diseaseLabelOf,
  diseaseNameOf,
  diseaseOfTumour,
  matchEvidence,
  proteinChangeOf,
} from '@nodp/oncology';
import { chineseTherapyName } from '@nodp/terminology/drugs';
import { evidenceSets, itemsOf } from '../evidence/sets.ts';
import type {
  DrugEvidenceResolvers,
  EvidenceMatchResolvers,
  TargetedOptionsResolvers,
  TumourResolvers,
  UndecidedEvidenceResolvers,
} from '../generated/resolvers.ts';
import { biomarker } from '../kinds/biomarker/table.ts';
import { genomicTestRows } from '../kinds/genomic-test/resolver.ts';
import { variantRows } from '../kinds/variant/resolver.ts';
import { labelSets, labelsInForce, labelsOf } from '../labels/labels.ts';
import type { TargetedOptionsModel, TumourModel } from '../models.ts';
import { type Said, saidByBiomarker, saidByVariant } from './alterations.ts';
import { byDrug } from './drugs.ts';
import { evidenceIsInForce } from './rule-in-force.ts';

const biomarkerRows = recordsOf(biomarker, biomarker.testedOn);

const MOST_UNDECIDED = 20;

/** `EGFR p.Leu858Arg` as `EGFR L858R`: two writings of one change are one. */
const inOneWriting = (text: string): string => {
  const [gene = '', ...rest] = text.split(' ');
  const change = proteinChangeOf(rest.join(' '));
  return change === null ? text : `${gene} ${change.written}`;
};

const together = (all: readonly Said[]): Said => {
  const of = (part: keyof Said): string[] =>
    [...new Set(all.flatMap((said) => said[part]).map(inOneWriting))].sort();
  const found = of('found');
  // A gene known by its change needs no second entry that says no more than mutated.
  const named = new Set(
    found.filter((one) => !one.endsWith(' Mutation')).map((one) => one.split(' ')[0]),
  );
  return {
    found: found.filter((one) => !one.endsWith(' Mutation') || !named.has(one.split(' ')[0])),
    absent: of('absent').filter((one) => !found.includes(one)),
    tested: of('tested'),
  };
};

const saidOf = async (patientId: string, context: SubgraphContext): Promise<Said> => {
  const [variants, biomarkers, tests] = await Promise.all([
    context.once(variantRows).load(patientId),
    context.once(biomarkerRows).load(patientId),
    context.once(genomicTestRows).load(patientId),
  ]);
  return together([
    ...variants.map(saidByVariant),
    ...biomarkers.map(saidByBiomarker),
    { found: [], absent: [], tested: tests.flatMap(({ genes }) => genes) },
  ]);
};

/** What has no Chinese name recorded keeps the name of CIViC in both languages: the page says so. */
const nameOfDrug = (name: string) => ({ en: name, zh: chineseTherapyName(name) ?? name });

const codeOf = (concept: TumourModel['topography']): string | null => concept?.code ?? null;

export const Tumour: TumourResolvers = {
  // The patients subgraph decides whether the reader sees the tumour; what is read here is of the patient's own rows.
  __resolveReference: ({ id, topography, morphology }) => {
    const { patientId, id: tumourId } = decodePair('Tumour', id);
    return {
      patientId,
      id: tumourId,
      topography: topography ? { code: topography.code ?? null } : null,
      morphology: morphology ? { code: morphology.code ?? null } : null,
    };
  },
  targetedOptions: async (tumour, _, context): Promise<TargetedOptionsModel> => {
    const [inForce, sets, said] = await Promise.all([
      context.once(evidenceIsInForce),
      context.once(evidenceSets),
      saidOf(tumour.patientId, context),
    ]);
    const set = sets.at(-1);
    if (set === undefined) throw new Error('There is no set of evidence.');
    const doid = diseaseOfTumour({
      topography: codeOf(tumour.topography),
      morphology: codeOf(tumour.morphology),
    });
    const nothing = { inForce, set, doid, said, matches: [], undecided: [] };
    if (!inForce) return nothing;
    const patient = {
      diseases: doid === null ? [] : [doid],
      alterations: said.found,
      absent: said.absent,
      tested: said.tested,
    };
    return { ...nothing, ...matchEvidence(await itemsOf(set, context), patient) };
  },
};

export const TargetedOptions: TargetedOptionsResolvers = {
  evidenceAsOf: ({ set }) => set.asOf,
  evidenceItems: ({ set }) => set.items,
  disease: ({ doid }) => {
    const name = doid === null ? null : diseaseNameOf(doid);
    return doid === null || name === null ? null : diseaseLabelOf(doid, name);
  },
  found: ({ said }) => [...said.found],
  absent: ({ said }) => [...said.absent],
  genesTested: ({ said }) => [...said.tested],
  drugs: ({ matches }) => byDrug(matches),
  undecided: ({ undecided }) => undecided.slice(0, MOST_UNDECIDED),
  undecidedCount: ({ undecided }) => undecided.length,
  labelsAsOf: async (_, __, context) => (await context.once(labelSets))[0]?.asOf ?? null,
  count: ({ matches }) => matches.length,
  ruleVersion: () => CIVIC_EVIDENCE_VERSION,
};

export const DrugEvidence: DrugEvidenceResolvers = {
  drugs: ({ drugs }) => [...drugs],
  names: ({ drugs }) => drugs.map(nameOfDrug),
  labels: async ({ drugs }, _, context) => labelsOf(await context.once(labelsInForce), drugs),
  items: ({ items }) => [...items],
};

export const EvidenceMatch: EvidenceMatchResolvers = {
  evidenceId: ({ item }) => `EID${item.id}`,
  profile: ({ item }) => item.profile,
  by: ({ by }) => [...by],
  disease: ({ item }) => diseaseLabelOf(item.doid, item.disease),
  level: ({ item }) => item.level,
  direction: ({ item }) => item.direction,
  significance: ({ item }) => item.significance,
  rating: ({ item }) => item.rating,
  germline: ({ item }) => /germline/i.test(item.origin),
  sourceType: ({ item }) => item.sourceType,
  citation: ({ item }) => item.citation,
  publication: ({ item }) =>
    item.sourceType === 'PubMed' && item.citationId !== '' ? { pmid: item.citationId } : null,
  reviewed: ({ item }) => item.reviewed || null,
};

export const UndecidedEvidence: UndecidedEvidenceResolvers = {
  evidenceId: ({ item }) => `EID${item.id}`,
  profile: ({ item }) => item.profile,
  open: ({ open }) => [...open],
  drugs: ({ item }) => [...item.therapies],
  names: ({ item }) => item.therapies.map(nameOfDrug),
};
