/** Templates checked, and the text of a message made of one: pure. */
import { nationalTimeZone } from '@nodp/graph';
import type { Label } from '@nodp/terminology';
import { programmeLabel } from '../screening/programmes.ts';
import {
  type MessageChannel,
  type MessageOccasion,
  OCCASIONS,
  type Placeholder,
  placeholdersOf,
} from './occasions.ts';

export type Language = 'en' | 'zh';

interface TemplateWords {
  readonly title: Label;
  readonly text: Label;
}

/** Characters: of a heading, of a letter, and of a text message, which networks part in pieces. */
const LONGEST = { title: 120, LETTER: 6000, SMS: 300 } as const;
const SLOT = /\{([^{}]*)\}/g;

const slotsOf = (words: string): string[] => [...words.matchAll(SLOT)].map(([, name = '']) => name);

const problemsIn = (
  words: string,
  language: string,
  occasion: MessageOccasion,
  channel: MessageChannel,
): Label[] => {
  const allowed = placeholdersOf(occasion, channel);
  const unknown = slotsOf(words).filter((name) => !(allowed as readonly string[]).includes(name));
  const list = allowed.map((one) => `{${one}}`).join(', ');
  const open = words.replace(SLOT, '').match(/[{}]/) !== null;
  return [
    ...[...new Set(unknown)].map((name) => ({
      en: `${language}: {${name}} is no placeholder of this kind of message; there are ${list}.`,
      zh: `${language}：此类信息没有占位符{${name}}，可用：${list}。`,
    })),
    ...(open
      ? [
          {
            en: `${language}: a brace stands alone; write a placeholder as {name of it}.`,
            zh: `${language}：有单独的花括号，占位符须写作{名称}。`,
          },
        ]
      : []),
  ];
};

/** Why a template cannot be kept; empty where nothing forbids it. */
export const templateProblems = (
  { title, text }: TemplateWords,
  occasion: MessageOccasion,
  channel: MessageChannel,
): Label[] => {
  const languages = [
    ['English', title.en, text.en],
    ['中文', title.zh, text.zh],
  ] as const;
  const most = LONGEST[channel];
  return languages.flatMap(([language, heading, words]) => {
    const missing = OCCASIONS[occasion].needed.filter((one) => !slotsOf(words).includes(one));
    return [
      ...(words.trim() === '' || (channel === 'LETTER' && heading.trim() === '')
        ? [
            {
              en: `${language}: the words are missing.`,
              zh: `${language}：缺少文字。`,
            },
          ]
        : []),
      ...(words.length > most || heading.length > LONGEST.title
        ? [
            {
              en: `${language}: ${most} characters at most, ${LONGEST.title} of the heading.`,
              zh: `${language}：正文不超过${most}个字符，标题不超过${LONGEST.title}个字符。`,
            },
          ]
        : []),
      ...problemsIn(`${heading}\n${words}`, language, occasion, channel),
      ...(words.trim() === ''
        ? []
        : missing.map((one) => ({
            en: `${language}: {${one}} is missing.`,
            zh: `${language}：缺少{${one}}。`,
          }))),
    ];
  });
};

/** What of the records a message speaks of, as `followup.message_facts` gives it. */
export interface MessageFacts {
  /** An instant, or a day. */
  readonly at?: string | null;
  readonly what?: string | null;
  readonly programme?: string | null;
  readonly until?: string | null;
  readonly place?: string | null;
}

interface Addressee {
  readonly name: string;
  readonly institution: Label;
  /** Whole; null where it is not shown, as in a preview. */
  readonly link: string | null;
}

const NOT_YET: Label = { en: 'a day that we will tell you', zh: '另行通知的日期' };
const HIDDEN: Label = { en: '(the link)', zh: '（链接）' };
const FOLLOW_UP: Label = { en: 'follow-up', zh: '随访' };
const locale = { en: 'en-GB', zh: 'zh-CN' } as const;

const dayOf = (at: string | null | undefined, language: Language): string =>
  at == null
    ? NOT_YET[language]
    : new Intl.DateTimeFormat(locale[language], {
        dateStyle: 'long',
        timeZone: nationalTimeZone,
      }).format(new Date(at.length === 10 ? `${at}T12:00:00+08:00` : at));

const timeOf = (at: string | null | undefined, language: Language): string =>
  at == null || at.length === 10
    ? NOT_YET[language]
    : new Intl.DateTimeFormat(locale[language], {
        timeStyle: 'short',
        timeZone: nationalTimeZone,
      }).format(new Date(at));

/** The words of a message: every placeholder replaced at once, so that what replaces one is never read as another. */
export const messageText = (
  { title, text }: TemplateWords,
  facts: MessageFacts,
  { name, institution, link }: Addressee,
  language: Language,
): { readonly title: string; readonly text: string } => {
  const values: Readonly<Record<Placeholder, () => string>> = {
    name: () => name,
    institution: () => institution[language],
    // Where no place is said, it is the institution.
    place: () => facts.place ?? institution[language],
    date: () => dayOf(facts.at, language),
    time: () => timeOf(facts.at, language),
    what: () => facts.what ?? FOLLOW_UP[language],
    programme: () => programmeLabel(facts.programme ?? '')[language],
    link: () => link ?? HIDDEN[language],
    until: () => dayOf(facts.until, language),
  };
  const fill = (words: string): string =>
    words.replace(SLOT, (slot, key: string) =>
      Object.hasOwn(values, key) ? values[key as Placeholder]() : slot,
    );
  return { title: fill(title[language]), text: fill(text[language]) };
};

/** What a template looks like, in both languages: of nobody. */
export const exampleOf = (
  template: TemplateWords,
): Readonly<Record<Language, { readonly title: string; readonly text: string }>> => {
  const facts = {
    ...{ at: '2026-03-09T09:30:00+08:00', until: '2026-03-16', programme: 'lung' },
    what: null,
  };
  const inWords = (language: Language) =>
    messageText(
      template,
      facts,
      {
        name: { en: 'Wang Xiaoming', zh: '王小明' }[language],
        institution: { en: 'Cancer Hospital', zh: '肿瘤医院' },
        link: 'https://…/questionnaire#…',
      },
      language,
    );
  return { en: inWords('en'), zh: inWords('zh') };
};
