import { parseStageGroup } from '@nodp/terminology';
import { chapterOf } from '../stage-group/chapter-of.ts';
import { chapterTitle } from '../stage-group/chapters.ts';
import type { Classification } from '../stage-group/classification.ts';
import { editionsAt } from '../stage-group/edition.ts';
import { type ExplainedGroup, stageGroup } from '../stage-group/stage-group.ts';
import { editionsHeld } from '../stage-group/table.ts';
import { type CheckedStage, type Finding, ruleSource } from './facts.ts';

/**
 * Whether a group as sent is one of those possible: the same, what they have in common (II of IIB and IIC), or a
 * subdivision that FIGO makes and the table does not (IC1 of IC).
 */
const covers = (sent: string, possible: readonly string[]): boolean =>
  possible.some(
    (group) =>
      group === sent ||
      (parseStageGroup(group)?.broad === parseStageGroup(sent)?.broad &&
        (group.startsWith(sent) ||
          /^(?:\d|\(i{1,2}\))+$/.test(sent.startsWith(group) ? sent.slice(group.length) : ''))),
  );

const derive = (
  given: CheckedStage,
  more: {
    readonly chapters?: readonly string[];
    readonly edition?: number;
    readonly classification?: Classification | null;
    readonly categories?: CheckedStage['categories'];
  } = {},
): ExplainedGroup =>
  stageGroup({
    chapters: given.chapters,
    topography: given.topography,
    morphology: given.morphology,
    diagnosed: given.diagnosed,
    edition: given.edition,
    classification: given.classification,
    categories: given.categories,
    factors: given.factors,
    ...more,
  });

/** A category without its finest subdivision: N2 of N2a, M1c of M1c1. */
const coarser = (category: string | null): string | null =>
  category === null ? null : category.replace(/(?<=\d)[a-e]$|(?<=[a-e])\d$/, '');

/** The groups of another edition, in which a subdivision that it has not is the category that it divides (N2a is N2). */
const possibleInEdition = (given: CheckedStage, edition: number): readonly string[] => {
  let { categories } = given;
  for (;;) {
    const { possible, because, absent } = derive(given, { edition, categories });
    if (because !== 'category-does-not-exist') return possible;
    const less = Object.fromEntries(
      Object.entries(categories).map(([axis, written]) => [
        axis,
        absent.includes(written ?? '') ? coarser(written) : written,
      ]),
    ) as unknown as CheckedStage['categories'];
    if (absent.every((written) => coarser(written) === written)) return [];
    categories = less;
  }
};

const CLASSIFICATION_WORDS: Readonly<
  Record<'c' | 'p' | 'yp', { readonly en: string; readonly zh: string }>
> = {
  c: { en: 'clinical table', zh: '临床分期表' },
  p: { en: 'pathological table', zh: '病理分期表' },
  yp: { en: 'post-neoadjuvant table', zh: '新辅助治疗后分期表' },
};

/** The chapters of a stage: those said, or those of its site, with the breast's prognostic one beside the anatomic. */
export const chaptersOf = (given: CheckedStage): readonly string[] => {
  if (given.chapters !== null) return given.chapters;
  if (given.topography === null) return [];
  const found = chapterOf(given.topography, given.morphology, given.factors);
  return 'chapters' in found ? found.chapters : [];
};

/** Tables by which a group as sent would be right: another classification, edition, or the prognostic stage. */
const tablesThatFit = (
  given: CheckedStage,
  sent: string,
): { readonly en: string; readonly zh: string }[] => {
  const fits = (more: Parameters<typeof derive>[1]): boolean =>
    covers(sent, derive(given, more).possible);
  const found: { en: string; zh: string }[] = [];
  for (const classification of ['c', 'p', 'yp'] as const)
    if (classification !== given.classification && fits({ classification }))
      found.push(CLASSIFICATION_WORDS[classification]);
  const chapters = chaptersOf(given);
  const inForce =
    given.edition ??
    (given.diagnosed === null ? null : editionsAt(chapters[0] ?? '', given.diagnosed)[0]);
  for (const edition of new Set(chapters.flatMap(editionsHeld)))
    if (edition !== inForce && covers(sent, possibleInEdition(given, edition)))
      found.push({ en: `AJCC ${edition}`, zh: `AJCC第${edition}版` });
  for (const other of ['breast-anatomic', 'breast-prognostic'])
    if (
      chapters.some((id) => id.startsWith('breast-')) &&
      !given.chapters?.includes(other) &&
      fits({ chapters: [other] })
    )
      found.push(chapterTitle(other));
  return found;
};

/** The group sent is not one that the categories can make. */
export const groupDiffers = (given: CheckedStage): Finding[] => {
  if (given.group === null) return [];
  const sent = parseStageGroup(given.group.value)?.code;
  if (sent === undefined) return [];
  const derived = derive(given);
  if (derived.possible.length === 0 || covers(sent, derived.possible)) return [];
  const rule = derived.value?.rule;
  const possible = derived.possible.join('/');
  const fitting = tablesThatFit(given, sent);
  // The prognostic stage of a breast cancer is a stage of its own: a group that it gives contradicts nothing.
  const prognostic = chapterTitle('breast-prognostic').en;
  if (given.chapters === null && fitting.some(({ en }) => en === prognostic)) return [];
  const fit =
    fitting.length === 0
      ? { en: ' It fits no other table held.', zh: '其他已收录的表也不符合。' }
      : {
          en: ` It would fit: ${fitting.map(({ en }) => en).join(', ')}.`,
          zh: `它符合：${fitting.map(({ zh }) => zh).join('、')}。`,
        };
  return [
    {
      code: 'group-differs',
      sentence: {
        en: `Sent as ${sent}, but the categories give ${possible}${rule === undefined ? '' : ` (${rule.en})`}.${fit.en}`,
        zh: `送达的分期组为${sent}，但各类别推导为${possible}${rule === undefined ? '' : `（${rule.zh}）`}。${fit.zh}`,
      },
      sources: [given.group.source, given.categorySource],
    },
  ];
};

const unwritten = (category: string | null): boolean => category === null || category.trim() === '';

/** A group was sent, and the categories that would make it were not. */
export const categoriesMissing = (given: CheckedStage): Finding[] => {
  if (
    given.group === null ||
    parseStageGroup(given.group.value) === null ||
    chaptersOf(given).length === 0
  )
    return [];
  const missing = (['T', 'N'] as const).filter((axis) => unwritten(given.categories[axis]));
  if (missing.length === 0 || parseStageGroup(given.group.value)?.broad === 'IV') return [];
  return [
    {
      code: 'categories-missing',
      sentence: {
        en: `Sent as ${given.group.value} without ${missing.join(' and ')}: it cannot be checked.`,
        zh: `送达分期组${given.group.value}但缺少${missing.join('和')}：无法核对。`,
      },
      sources: [given.group.source],
    },
  ];
};

/** The edition said is not the one in force at diagnosis. */
export const editionNotOfDate = (given: CheckedStage): Finding[] => {
  const { edition, diagnosed } = given;
  if (edition === null || diagnosed === null) return [];
  const inForce = [
    ...new Set(chaptersOf(given).flatMap((chapter) => editionsAt(chapter, diagnosed))),
  ];
  if (inForce.length === 0 || inForce.includes(edition)) return [];
  return [
    {
      code: 'edition-not-of-date',
      sentence: {
        en: `Staged by edition ${edition}; at diagnosis (${diagnosed.date.slice(0, 10)}) edition ${inForce.join(' or ')} was in force.`,
        zh: `按第${edition}版分期；诊断时（${diagnosed.date.slice(0, 10)}）适用第${inForce.join('或')}版。`,
      },
      sources: [
        given.group?.source ?? given.categorySource,
        ruleSource('date of diagnosis', '诊断日期'),
      ],
    },
  ];
};

/** Two groups of one tumour and one classification that are not the same stage. */
export const stagesDisagree = (given: CheckedStage): Finding[] => {
  const { group } = given;
  const own = group === null ? null : parseStageGroup(group.value);
  if (group === null || own === null) return [];
  return given.otherGroups.flatMap((other) => {
    const read = parseStageGroup(other.value);
    if (read === null || read.code.startsWith(own.code) || own.code.startsWith(read.code)) {
      if (read === null || read.broad === own.broad) return [];
    }
    return [
      {
        code: 'stages-disagree' as const,
        sentence: {
          en: `Two stages of one classification disagree: ${own.code} and ${read.code}.`,
          zh: `同一分期类别的两个分期不一致：${own.code}与${read.code}。`,
        },
        sources: [group.source, other.source],
      },
    ];
  });
};
