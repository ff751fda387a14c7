import type { Warning } from '@nodp/circe';
import type { Note } from '@nodp/circe/exchange';
import type { Label, Language } from '@nodp/terminology';

const KINDS: Readonly<Record<Note['kind'], Label>> = {
  LEFT_OUT: { en: 'left out', zh: '未表达' },
  APPROXIMATE: { en: 'nearly the same', zh: '近似' },
};

const SEVERITIES: Readonly<Record<Warning['severity'], Label>> = {
  critical: { en: 'critical', zh: '严重' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'note', zh: '提示' },
};

/** `left out: all.1.stage: circe has no equivalent of: stage IV`. */
export const noteInWords = ({ kind, at, reason }: Note, language: Language): string =>
  `${KINDS[kind][language]}: ${at}: ${reason[language]}`;

/** `warning [unused-concept-set]: Concept Set "x" is not used`. */
export const warningInWords = ({ id, severity, message }: Warning, language: Language): string =>
  `${SEVERITIES[severity][language]} [${id}]: ${message[language]}`;

export const unreadInWords = (at: string, language: Language): string =>
  language === 'zh'
    ? `未读取: ${at}: circe 没有这个字段`
    : `not read: ${at}: circe has no such field`;
