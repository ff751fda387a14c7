import { text, words } from '../registry/fields.ts';
import { clinicalRule, decided, type Json, missingOf, needs } from '../registry/rule.ts';
import { doidOf } from './diseases.ts';
import { type EvidenceItem, SHIPPED_EVIDENCE_DATE, shippedEvidence } from './evidence.ts';
import { type Match, matchEvidence } from './match.ts';

/** Raised whenever the same input gives another answer. */
export const CIVIC_EVIDENCE_VERSION = 1;

const idsOf = (matches: readonly { readonly item: EvidenceItem }[]): string[] =>
  matches.map(({ item }) => `EID${item.id}`);

const supportsSensitivity = ({ item }: Match): boolean =>
  item.direction === 'Supports' && item.significance === 'Sensitivity/Response';

/** The same disease by CIViC's name, or by its DOID. */
const isOf = (name: string, match: Match): boolean =>
  match.relation === 'same' || match.item.disease.toLowerCase() === name.trim().toLowerCase();

const listsOf = (disease: string, matches: readonly Match[]) => {
  const of = (tier: Match['tier'], belongs: (match: Match) => boolean): Match[] =>
    matches.filter((match) => match.tier === tier && belongs(match));
  const same = (match: Match) => isOf(disease, match);
  const related = (relation: Match['relation']) => (match: Match) =>
    !same(match) && match.relation === relation;
  const here = [...of('exact', same), ...of('category', same)].sort(
    (a, b) => a.item.id - b.item.id,
  );
  const elsewhere = (match: Match) => !same(match) && match.relation !== 'any-cancer';
  const levels = here.filter(supportsSensitivity).map(({ item }) => item.level);
  return {
    exact_same_disease: idsOf(of('exact', same)),
    category_same_disease: idsOf(of('category', same)),
    class_same_disease: idsOf(of('class', same)),
    exact_any_cancer: idsOf(of('exact', related('any-cancer'))),
    exact_broader_disease: idsOf(of('exact', related('broader'))),
    exact_narrower_disease: idsOf(of('exact', related('narrower'))),
    category_broader_disease: idsOf(of('category', related('broader'))),
    category_narrower_disease: idsOf(of('category', related('narrower'))),
    exact_other_disease_count: of('exact', elsewhere).length,
    category_other_or_general_count: of('category', (match) => !same(match)).length,
    resistance_same_disease: idsOf(
      here.filter(
        ({ item }) => item.direction === 'Supports' && item.significance === 'Resistance',
      ),
    ),
    does_not_support_same_disease: idsOf(
      here.filter(({ item }) => item.direction === 'Does Not Support'),
    ),
    best_supporting_level_sensitivity_same_disease: levels.toSorted()[0] ?? null,
  };
};

const OUTPUTS = Object.keys(listsOf('', [])).concat('undecided');

export const CIVIC_EVIDENCE = clinicalRule({
  id: 'civic-evidence',
  version: CIVIC_EVIDENCE_VERSION,
  title: {
    en: 'Evidence for targeted drugs by variant (CIViC)',
    zh: '按变异查找靶向药物证据（CIViC）',
  },
  source: `CIViC, civicdb.org, CC0 1.0, accepted predictive items as of ${SHIPPED_EVIDENCE_DATE.slice(0, 7)}; Disease Ontology, CC0 1.0`,
  sourceInChinese: `CIViC（civicdb.org，CC0 1.0），截至${SHIPPED_EVIDENCE_DATE.slice(0, 7)}已接受的预测性证据；疾病本体Disease Ontology（CC0 1.0）`,
  mark: 'seen',
  population: null,
  fields: {
    disease: text('disease by CIViC’s name or DOID', 'CIViC疾病名称或DOID编号', ['doid']),
    alterations: words(
      'alterations found, as CIViC writes them (EGFR L858R; EML4::ALK Fusion)',
      '检出的变异（EGFR L858R；EML4::ALK Fusion）',
      ['alteration', 'variants'],
    ),
    wild_type: words(
      'genes known to be wild type, and alterations looked for and not found',
      '已知野生型的基因及已查未见的变异',
      [
        'absent',
        'known_absent',
        'wildtype',
        'known_wild_type',
        'wild_type_genes',
        'not_found',
        'not_detected',
        'negative',
        'tested_negative',
      ],
    ),
    genes_tested: words('genes whose sequence was read', '已测序的基因', [
      'tested',
      'genes_covered',
      'covered',
    ]),
  },
  outputs: OUTPUTS,
  names: ['civic'],
  decide: (given) => {
    const missing = missingOf(given, ['disease', 'alterations']);
    const { disease, alterations } = given;
    if (disease === null || alterations === null) return needs(missing);
    const items = shippedEvidence();
    const named = items.find(
      (item) => item.disease.toLowerCase() === disease.toLowerCase() && item.doid !== '',
    );
    const number = /^(?:DOID:)?(\d{3,7})$/i.exec(disease.trim())?.[1];
    const doid = number ?? named?.doid ?? doidOf(disease);
    const patient = {
      diseases: doid === null ? [] : [doid],
      alterations: alterations as readonly string[],
      absent: (given.wild_type ?? []) as readonly string[],
      tested: (given.genes_tested ?? []) as readonly string[],
    };
    const { matches, undecided } = matchEvidence(items, patient);
    const lists = listsOf(disease, matches);
    const count = matches.length;
    const searched = patient.alterations.join(', ');
    return decided<Json>({ ...lists, undecided: idsOf(undecided) }, [
      {
        en: `${count} of ${items.length} predictive items of CIViC of ${SHIPPED_EVIDENCE_DATE.slice(0, 7)} hold of ${searched === '' ? 'no alteration' : searched}; looked up for ${disease}${doid === null ? ', which the Disease Ontology does not know by this name: no broader or narrower disease' : ` (DOID ${doid})`}.`,
        zh: `CIViC ${SHIPPED_EVIDENCE_DATE.slice(0, 7)}的${items.length}条预测性证据中，${count}条适用于${searched === '' ? '（无变异）' : searched}；疾病：${disease}${doid === null ? '（疾病本体中无此名称，不能查找上下位疾病）' : `（DOID ${doid}）`}。`,
      },
      ...undecided.slice(0, 20).map(({ item, open }) => ({
        en: `EID${item.id} (${item.profile}) cannot be decided: not tested or not said: ${open.join(', ')}.`,
        zh: `EID${item.id}（${item.profile}）无法判定：未检测或未说明：${open.join('、')}。`,
      })),
      { en: 'Information, not a recommendation.', zh: '仅供参考，不是用药建议。' },
    ]);
  },
});
