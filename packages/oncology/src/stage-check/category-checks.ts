import { categoryOf, meaningOf } from '../stage-group/categories.ts';
import { chapterTitle } from '../stage-group/chapters.ts';
import { tablesFor } from '../stage-group/classification.ts';
import { editionsAt } from '../stage-group/edition.ts';
import { AXES, type Axis, editionsHeld } from '../stage-group/table.ts';
import { type CheckedStage, type Finding, ruleSource } from './facts.ts';
import { chaptersOf } from './group-checks.ts';
import { nodeCount } from './node-counts.ts';
import { sizeLimit } from './size-limits.ts';

/** Chapter and edition pairs by which a stage is read. */
const readings = (given: CheckedStage): { readonly chapter: string; readonly edition: number }[] =>
  chaptersOf(given).flatMap((chapter) => {
    const { edition, diagnosed } = given;
    const editions =
      edition !== null
        ? [edition]
        : diagnosed !== null
          ? editionsAt(chapter, diagnosed)
          : editionsHeld(chapter);
    return editions.map((one) => ({ chapter, edition: one }));
  });

const plain = (given: CheckedStage, axis: Axis): string | null => {
  const text = given.categories[axis];
  const read = text === null ? null : categoryOf(axis, text);
  return read === null ? null : read.category.replace(/\(.*$/, '');
};

/** A category that no table of the chapter has. */
export const categoryDoesNotExist = (given: CheckedStage): Finding[] => {
  const asked = readings(given).flatMap(({ chapter, edition }) =>
    tablesFor(chapter, edition, given.classification).map((table) => ({ chapter, edition, table })),
  );
  if (asked.length === 0) return [];
  return AXES.flatMap((axis) => {
    const text = given.categories[axis];
    if (text === null || text.trim() === '') return [];
    if (asked.some(({ table }) => !('wrong' in meaningOf(table, axis, text)))) return [];
    const [first] = asked;
    const title = chapterTitle(first?.chapter ?? '');
    return [
      {
        code: 'category-does-not-exist' as const,
        sentence: {
          en: `${text} does not exist in the chapter ${title.en} of edition ${first?.edition}.`,
          zh: `第${first?.edition}版“${title.zh}”章节中不存在${text}。`,
        },
        sources: [
          given.categorySource,
          ruleSource(first?.table.text.source ?? '', first?.table.text.source ?? ''),
        ],
      },
    ];
  });
};

const isAfterTreatment = (given: CheckedStage): boolean =>
  given.classification === 'yc' ||
  given.classification === 'yp' ||
  /y/.test(given.categories.T ?? '');

/** The tumour is larger or smaller than its T allows. After neoadjuvant treatment size and T need not be of one time. */
export const sizeContradictsT = (given: CheckedStage): Finding[] => {
  const { sizeMm } = given;
  const category = plain(given, 'T');
  if (sizeMm === null || category === null || isAfterTreatment(given)) return [];
  const limits = readings(given).map(({ chapter, edition }) =>
    sizeLimit(chapter, edition, category),
  );
  if (limits.length === 0) return [];
  const contradicts = limits.every((limit) => {
    if (limit === null) return false;
    const [over, upTo] = limit;
    return (over !== null && sizeMm.value <= over) || (upTo !== null && sizeMm.value > upTo);
  });
  const [limit] = limits;
  if (!contradicts || limit === null || limit === undefined) return [];
  const [over, upTo] = limit;
  const range = {
    en: [over === null ? '' : `over ${over} mm`, upTo === null ? '' : `up to ${upTo} mm`]
      .filter(Boolean)
      .join(', '),
    zh: [over === null ? '' : `大于${over} mm`, upTo === null ? '' : `不超过${upTo} mm`]
      .filter(Boolean)
      .join('、'),
  };
  return [
    {
      code: 'size-contradicts-t',
      sentence: {
        en: `${category} is ${range.en}, but the tumour measures ${sizeMm.value} mm.`,
        zh: `${category}应为${range.zh}，但肿瘤测量为${sizeMm.value} mm。`,
      },
      sources: [given.categorySource, sizeMm.source],
    },
  ];
};

/** The number of involved nodes is not one of the pathological N. */
export const nodesContradictN = (given: CheckedStage): Finding[] => {
  const { nodesPositive } = given;
  const text = given.categories.N ?? '';
  const category = plain(given, 'N');
  const pathological =
    given.classification === 'p' || given.classification === 'yp' || /^y?p/.test(text);
  if (nodesPositive === null || category === null || !pathological || category === 'NX') return [];
  // Isolated tumour cells are N0, however many nodes hold them.
  if (/\((?:i|mol)\+/.test(text)) return [];
  const counts = chaptersOf(given).map((chapter) => nodeCount(chapter, category));
  const contradicts =
    counts.length > 0 &&
    counts.every((range) => {
      if (range === null) return false;
      const [from, to] = range;
      return nodesPositive.value < from || (to !== null && nodesPositive.value > to);
    });
  const range = counts[0];
  if (!contradicts || range === null || range === undefined) return [];
  const allowed =
    range[1] === null
      ? `≥${range[0]}`
      : range[0] === range[1]
        ? `${range[0]}`
        : `${range[0]}–${range[1]}`;
  return [
    {
      code: 'nodes-contradict-n',
      sentence: {
        en: `${category} is ${allowed} involved ${allowed === '1' ? 'node' : 'nodes'}, but ${nodesPositive.value} ${nodesPositive.value === 1 ? 'is' : 'are'} reported.`,
        zh: `${category}对应阳性淋巴结${allowed}枚，但报告为${nodesPositive.value}枚。`,
      },
      sources: [given.categorySource, nodesPositive.source],
    },
  ];
};

const inSitu = (given: CheckedStage): boolean => plain(given, 'T') === 'Tis';

const level = (given: CheckedStage, axis: Axis): string | null => {
  const text = given.categories[axis];
  return text === null ? null : (categoryOf(axis, text)?.level ?? null);
};

/** A tumour in situ with involved nodes or metastases. A melanoma in situ with nodes is stage III: it may have regressed. */
export const inSituWithSpread = (given: CheckedStage): Finding[] => {
  if (!inSitu(given) || chaptersOf(given).includes('melanoma-skin')) return [];
  const spread = [
    /^[123]$/.test(level(given, 'N') ?? '') ? given.categories.N : null,
    level(given, 'M') === '1' ? given.categories.M : null,
  ].filter((text) => text !== null);
  if (spread.length === 0) return [];
  return [
    {
      code: 'in-situ-with-spread',
      sentence: {
        en: `Tis is in situ, but ${spread.join(' and ')} says that the tumour has spread.`,
        zh: `Tis为原位癌，但${spread.join('和')}表明肿瘤已扩散。`,
      },
      sources: [given.categorySource, given.categorySource],
    },
  ];
};

/** Behaviour /2 with a T of an invasive tumour, or /3 with Tis. */
export const behaviourContradictsT = (given: CheckedStage): Finding[] => {
  const behaviour = /\/(\d)/.exec(given.morphology ?? '')?.[1];
  const t = level(given, 'T');
  const invades = t !== null && /^[1-4]$/.test(t);
  if (!((behaviour === '2' && invades) || (behaviour === '3' && inSitu(given)))) return [];
  const said = given.categories.T ?? '';
  return [
    {
      code: 'behaviour-contradicts-t',
      sentence:
        behaviour === '2'
          ? {
              en: `The morphology ${given.morphology} is in situ, but ${said} is invasive.`,
              zh: `形态学${given.morphology}为原位，但${said}为浸润性。`,
            }
          : {
              en: `The morphology ${given.morphology} is invasive, but ${said} is in situ.`,
              zh: `形态学${given.morphology}为浸润性，但${said}为原位。`,
            },
      sources: [ruleSource('morphology', '形态学编码'), given.categorySource],
    },
  ];
};

/** MX and pM0 do not exist since the seventh edition. */
export const mReadAsM0 = (given: CheckedStage): Finding[] => {
  const text = given.categories.M?.trim() ?? '';
  const read = categoryOf('M', text);
  const isPm0 = read?.level === '0' && read.classification === 'p';
  if (read === null || !(read.level === 'X' || isPm0)) return [];
  return [
    {
      code: 'm-read-as-m0',
      sentence: {
        en: `${text} does not exist since the seventh edition: read as ${read.level === 'X' ? 'not recorded' : 'cM0'}.`,
        zh: `${text}自第7版起不再存在：按${read.level === 'X' ? '未记录' : 'cM0'}处理。`,
      },
      sources: [
        given.categorySource,
        ruleSource('AJCC Cancer Staging Manual, chapter 1', 'AJCC癌症分期手册第1章'),
      ],
    },
  ];
};
