/** What a patient is written to about: which placeholders its templates may have, and the words that a new one begins with. */
import type { Label } from '@nodp/terminology';
import type { MessageChannel, MessageOccasion } from '../generated/resolvers.ts';

export type { MessageChannel, MessageOccasion };

export const PLACEHOLDERS = {
  name: { en: 'The patient’s name', zh: '患者姓名' },
  institution: { en: 'The institution’s name', zh: '机构名称' },
  date: { en: 'The day', zh: '日期' },
  time: { en: 'The time of day', zh: '时间' },
  place: { en: 'The place', zh: '地点' },
  what: { en: 'What for, as it is recorded', zh: '事由（按记录）' },
  programme: { en: 'The screening programme', zh: '筛查项目' },
  link: { en: 'The link for the patient', zh: '患者链接' },
  until: { en: 'The day the link ends', zh: '链接截止日期' },
} as const satisfies Record<string, Label>;
export type Placeholder = keyof typeof PLACEHOLDERS;

/** What a telephone may show whoever holds it: neither who the patient is nor what for. */
const OPEN_TO_ALL: readonly Placeholder[] = ['institution', 'date', 'time', 'link', 'until'];

interface Words {
  readonly title: Label;
  readonly text: Label;
}

interface Occasion {
  readonly placeholders: readonly Placeholder[];
  /** Without which a message of the occasion says nothing. */
  readonly needed: readonly Placeholder[];
  readonly start: Readonly<Record<MessageChannel, Words>>;
}

const nothing: Label = { en: '', zh: '' };

export const OCCASIONS: Readonly<Record<MessageOccasion, Occasion>> = {
  PLAN: {
    placeholders: ['name', 'institution', 'what', 'date'],
    needed: [],
    start: {
      LETTER: {
        title: { en: 'Your follow-up at {institution}', zh: '{institution}随访安排' },
        text: {
          en: 'Dear {name},\n\nYour follow-up plan ({what}) continues at {institution}. Your next contact is planned for {date}. Please call us if you cannot come or if your telephone number or address has changed.\n\n{institution}',
          zh: '{name}：\n\n您好！您在{institution}的随访计划（{what}）继续进行，下次随访安排在{date}。如不便前来，或电话、地址有变更，请与我们联系。\n\n{institution}',
        },
      },
      SMS: {
        title: nothing,
        text: {
          en: '{institution}: your next contact with us is planned for {date}. Please call us if your number or address has changed.',
          zh: '【{institution}】您的下次随访安排在{date}。如电话或地址有变更，请与我们联系。',
        },
      },
    },
  },
  APPOINTMENT: {
    placeholders: ['name', 'institution', 'what', 'date', 'time', 'place'],
    needed: ['date'],
    start: {
      LETTER: {
        title: { en: 'Your appointment on {date}', zh: '{date}就诊提醒' },
        text: {
          en: 'Dear {name},\n\nYou have an appointment at {institution} on {date} at {time} ({what}). Please come to {place} and bring your earlier reports with you. If you cannot come, call us to choose another day.\n\n{institution}',
          zh: '{name}：\n\n您好！您已预约{date} {time}到{institution}（{what}），请到{place}并携带既往检查报告。如不能前来，请来电改期。\n\n{institution}',
        },
      },
      SMS: {
        title: nothing,
        text: {
          en: '{institution}: you have an appointment on {date} at {time}. Please call us if you cannot come.',
          zh: '【{institution}】您已预约{date} {time}就诊，如不能前来请来电改期。',
        },
      },
    },
  },
  QUESTIONNAIRE: {
    placeholders: ['name', 'institution', 'link', 'until'],
    needed: ['link'],
    start: {
      LETTER: {
        title: { en: 'How are you?', zh: '您最近身体如何？' },
        text: {
          en: 'Dear {name},\n\nPlease tell us how you are. Open this address on a telephone or computer until {until}; it needs no account and is for you alone:\n\n{link}\n\nIf you feel seriously unwell, do not wait: call us or an ambulance.\n\n{institution}',
          zh: '{name}：\n\n您好！请在{until}前用手机或电脑打开以下网址，告诉我们您的身体状况。无需账号，仅供您本人使用：\n\n{link}\n\n如感觉严重不适，请立即来电或呼叫急救，不要等待。\n\n{institution}',
        },
      },
      SMS: {
        title: nothing,
        text: {
          en: '{institution}: please tell us how you are, until {until}: {link} If you feel seriously unwell, call us or an ambulance.',
          zh: '【{institution}】请在{until}前填写近期身体状况：{link} 如严重不适请立即来电或呼叫急救。',
        },
      },
    },
  },
  SCREENING_RECALL: {
    placeholders: ['name', 'institution', 'programme', 'date'],
    needed: [],
    start: {
      LETTER: {
        title: { en: 'Your next examination', zh: '复查提醒' },
        text: {
          en: 'Dear {name},\n\nYour last examination ({programme}) is to be followed by another one, due on {date}. A recall does not mean that you are ill. Please call {institution} for an appointment.\n\n{institution}',
          zh: '{name}：\n\n您好！您上次的检查（{programme}）需要复查，应于{date}进行。通知复查并不表示您患病，请与{institution}联系预约。\n\n{institution}',
        },
      },
      SMS: {
        title: nothing,
        text: {
          en: '{institution}: an examination of yours is due on {date}. Please call us for an appointment.',
          zh: '【{institution}】您有一项检查应于{date}进行，请来电预约。',
        },
      },
    },
  },
};

export const CHANNELS: readonly MessageChannel[] = ['LETTER', 'SMS'];

/** Placeholders of a template of the occasion by the channel. */
export const placeholdersOf = (
  occasion: MessageOccasion,
  channel: MessageChannel,
): readonly Placeholder[] =>
  channel === 'SMS'
    ? OCCASIONS[occasion].placeholders.filter((one) => OPEN_TO_ALL.includes(one))
    : OCCASIONS[occasion].placeholders;
