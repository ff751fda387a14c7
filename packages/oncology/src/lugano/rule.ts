import { choice, count, flag } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs, notFor } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const LUGANO_VERSION = 1;

const stageOf = (
  regions: number,
  bothSides: boolean,
  spleen: boolean,
  extranodal: string,
): string => {
  if (extranodal === 'disseminated') return 'IV';
  if (bothSides) return 'III';
  // The spleen lies below the diaphragm and counts as a node.
  const groups = regions + (spleen ? 1 : 0);
  if (groups === 0) return extranodal === 'none' ? '' : 'I';
  return groups === 1 ? 'I' : 'II';
};

export const LUGANO = clinicalRule({
  id: 'lugano',
  version: LUGANO_VERSION,
  title: { en: 'Lugano stage of lymphoma', zh: '淋巴瘤Lugano分期' },
  source: 'Cheson BD et al. J Clin Oncol 2014;32:3059-68',
  mark: 'known',
  population: { en: 'Hodgkin and non-Hodgkin lymphoma', zh: '霍奇金和非霍奇金淋巴瘤' },
  fields: {
    nodal_regions: count('nodal regions involved', '受累淋巴结区数', 50),
    both_sides: flag(
      'nodes on both sides of the diaphragm, or above it with the spleen',
      '横膈两侧受累，或膈上受累伴脾受累',
    ),
    spleen: flag('spleen involved', '脾受累'),
    extranodal: choice('extralymphatic involvement', '结外受累', {
      none: 'none',
      // One organ, by itself or contiguous with involved nodes.
      limited: 'limited',
      contiguous: 'limited',
      single: 'limited',
      disseminated: 'disseminated',
      'non-contiguous': 'disseminated',
      diffuse: 'disseminated',
      无: 'none',
      局限: 'limited',
      弥漫: 'disseminated',
    }),
    bulky: flag('bulky disease', '大肿块'),
  },
  decide: (given) => {
    const { nodal_regions, both_sides, spleen, extranodal } = given;
    if (extranodal === 'disseminated')
      return decided('IV', [
        { en: 'IV: disseminated extralymphatic involvement.', zh: 'Ⅳ期：结外弥漫受累。' },
      ]);
    if (nodal_regions === null || both_sides === null || spleen === null || extranodal === null)
      return needs(missingOf(given, ['nodal_regions', 'both_sides', 'spleen', 'extranodal']));
    const stage = stageOf(nodal_regions, both_sides, spleen, extranodal);
    if (stage === '') return notFor('No involvement is recorded.', '未记录受累部位。');
    const limited = stage !== 'III' && extranodal === 'limited' ? 'E' : '';
    const bulky = stage === 'II' && given.bulky === true ? ' bulky' : '';
    const group = `${stage}${limited}${bulky}`;
    return decided(group, [
      {
        en: `${group}: ${nodal_regions} nodal region${nodal_regions === 1 ? '' : 's'}${both_sides ? ' on both sides of the diaphragm' : ''}${spleen ? ', spleen' : ''}${limited === '' ? '' : ', limited extralymphatic involvement'}.`,
        zh: `${group}期：受累淋巴结区${nodal_regions}个${both_sides ? '，横膈两侧' : ''}${spleen ? '，脾' : ''}${limited === '' ? '' : '，局限性结外受累'}。`,
      },
    ]);
  },
});
