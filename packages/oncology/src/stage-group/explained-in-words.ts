import type { Label } from '@nodp/terminology';
import { chapterTitle } from './chapters.ts';
import { inForceFrom } from './edition.ts';
import { decidingValue, factorTitle } from './factor-words.ts';
import type { Assumption } from './factors.ts';
import type { ExplainedGroup, NoGroup, NotHeld } from './stage-group.ts';
import { editionsHeld } from './table.ts';

const ASSUMED: Readonly<Record<Assumption, Label>> = {
  'm-not-recorded': {
    en: 'Agrees with M0; M is not recorded.',
    zh: '按M0推导；未记录M。',
  },
  'oncotype-not-done': {
    en: 'No Oncotype DX score is recorded: the table without it was asked.',
    zh: '未记录Oncotype DX评分：按无该评分的表推导。',
  },
  'p16-not-tested': {
    en: 'p16 is not recorded: staged as p16-negative, as the manual says.',
    zh: '未记录p16：按手册规定作为p16阴性分期。',
  },
  'edition-of-no-date': {
    en: 'No edition and no date of diagnosis is recorded: every edition held was asked.',
    zh: '未记录版本和诊断日期：按所有已收录版本推导。',
  },
};

const NO_GROUP: Readonly<Record<NoGroup, Label>> = {
  lymphoma: {
    en: 'Not applicable: a lymphoma is staged by Lugano (Ann Arbor), not by TNM.',
    zh: '不适用：淋巴瘤按Lugano（Ann Arbor）分期，不用TNM。',
  },
  leukaemia: {
    en: 'Not applicable: a leukaemia has no stage group.',
    zh: '不适用：白血病没有分期组。',
  },
  myeloma: {
    en: 'Not applicable: a plasma cell neoplasm is staged by R-ISS.',
    zh: '不适用：浆细胞肿瘤按R-ISS分期。',
  },
  'central-nervous-system': {
    en: 'Not applicable: tumours of the central nervous system have no stage group.',
    zh: '不适用：中枢神经系统肿瘤没有分期组。',
  },
  'no-chapter-for-site-and-morphology': {
    en: 'Not applicable: no chapter with a stage group is held for this site and morphology.',
    zh: '不适用：该部位和形态学没有已收录的分期组章节。',
  },
  'benign-or-uncertain-behaviour': {
    en: 'Not applicable: the behaviour is benign or uncertain.',
    zh: '不适用：良性或性质未定的肿瘤。',
  },
  'site-not-known': {
    en: 'Neither chapter nor topography is recorded.',
    zh: '未记录章节或部位编码。',
  },
  'edition-not-held': {
    en: 'The stage tables of this edition are not held.',
    zh: '该版本的分期表未收录。',
  },
  'no-table-for-classification': {
    en: 'The chapter has no stage group for this classification.',
    zh: '该章节没有适用于此分期类别的分期组。',
  },
  'occult-carcinoma': {
    en: 'TX N0 M0 of this chapter is an occult carcinoma: a stage of its own, without a number.',
    zh: '该章节中TX N0 M0为隐匿癌：属独立分期，没有编号。',
  },
  'no-group-for-combination': {
    en: 'The table has no group for this combination.',
    zh: '分期表中没有该组合对应的分期组。',
  },
  'category-does-not-exist': {
    en: 'A category does not exist in this chapter.',
    zh: '某一类别在该章节中不存在。',
  },
  'factor-not-read': { en: 'A factor could not be read.', zh: '某一因素无法识别。' },
  'several-groups-possible': {
    en: 'Not enough is known for one group.',
    zh: '已知信息不足以确定一个分期组。',
  },
};

const dependsLine = (explained: ExplainedGroup): Label[] =>
  explained.depends.map(({ on, outcomes }) => {
    const each = (language: 'en' | 'zh'): string =>
      outcomes
        .map(({ value, groups }) => {
          const said = on === 'chapter' ? chapterTitle(value) : decidingValue(value);
          return `${said[language]}: ${groups.length === 0 ? '–' : groups.join('/')}`;
        })
        .join(', ');
    const title = factorTitle(on);
    return {
      en: `Depends on ${title.en}: ${each('en')}.`,
      zh: `取决于${title.zh}：${each('zh')}。`,
    };
  });

/** Why there is no group: of a category that does not exist, which it is. */
const noGroupLine = (because: NoGroup, absent: readonly string[]): Label =>
  because === 'category-does-not-exist' && absent.length > 0
    ? {
        en: `${absent.join(', ')} does not exist in this chapter and edition.`,
        zh: `该章节的这一版本中没有${absent.join('、')}。`,
      }
    : NO_GROUP[because];

/** Which edition of which chapter is not held, for whose diagnoses it counts, and which are held instead. */
const notHeldLine = ({ chapter, edition }: NotHeld): Label => {
  const title = chapterTitle(chapter);
  const from = inForceFrom(chapter, edition);
  const held = editionsHeld(chapter).toSorted();
  return {
    en: `Not held: AJCC ${edition}, ${title.en}${from === null ? '' : `, of diagnoses from ${from} on`}. ${held.length === 0 ? 'No edition of this chapter is held.' : `Held of this chapter: AJCC ${held.join(', ')}.`}`,
    zh: `未收录：AJCC 第${edition}版，${title.zh}${from === null ? '' : `（适用于${from}起的诊断）`}。${held.length === 0 ? '该章节没有已收录的版本。' : `该章节已收录：AJCC 第${held.join('、')}版。`}`,
  };
};

/** An answer in sentences: the rule or why there is none, what was assumed, what would decide, whether it is confirmed. */
export const explainedInWords = (explained: ExplainedGroup): readonly Label[] => [
  ...(explained.value === null ? [] : [explained.value.rule]),
  ...(explained.because === null ? [] : [noGroupLine(explained.because, explained.absent)]),
  ...explained.notHeld.map(notHeldLine),
  ...(explained.possible.length > 1
    ? [
        {
          en: `Possible: ${explained.possible.join(', ')}.`,
          zh: `可能：${explained.possible.join('、')}。`,
        },
      ]
    : []),
  ...dependsLine(explained),
  ...explained.why.flatMap((reason) => (reason in ASSUMED ? [ASSUMED[reason as Assumption]] : [])),
  ...(explained.mark === 'seen'
    ? []
    : [
        {
          en: 'The table is held as known and not yet confirmed by the clinical board.',
          zh: '该表按已知内容收录，尚未经临床专家委员会确认。',
        },
      ]),
];
