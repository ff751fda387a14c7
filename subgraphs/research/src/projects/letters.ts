import type { Label } from '@nodp/terminology';
import type { ProjectStepKind, StepRow } from './project.ts';

interface Addressed {
  readonly title: string;
  /** Who applied. */
  readonly applicant: Label;
}

type Written = (of: Addressed, step: StepRow) => Label;

const counted = ({ detail }: StepRow): Label =>
  detail.countsPerDay === undefined
    ? { en: '', zh: '' }
    : {
        en: `The accounts of the project together may be told ${detail.countsPerDay} distinct counts a day.`,
        zh: `课题全部账号每日合计可获得${detail.countsPerDay}个不同的计数。`,
      };

const until = ({ detail }: StepRow): Label =>
  detail.until === undefined
    ? { en: '', zh: '' }
    : {
        en: `It is granted until ${detail.until}. A report is due within 30 days after that day.`,
        zh: `有效期至${detail.until}，期满后30日内须提交报告。`,
      };

const conditions = ({ detail }: StepRow): Label =>
  detail.conditions
    ? { en: `Conditions: ${detail.conditions}`, zh: `条件：${detail.conditions}` }
    : { en: '', zh: '' };

const joined = (...parts: readonly Label[]): Label => ({
  en: parts
    .map(({ en }) => en)
    .filter(Boolean)
    .join('\n'),
  zh: parts
    .map(({ zh }) => zh)
    .filter(Boolean)
    .join('\n'),
});

const reason = ({ words }: StepRow): Label => ({ en: `Reason: ${words}`, zh: `理由：${words}` });

/** Steps of which a letter goes out, and what it says. Words a person wrote stand in both as they were written. */
const LETTERS: Readonly<Partial<Record<ProjectStepKind, Written>>> = {
  SUBMIT: ({ title }) => ({
    en: `The application “${title}” has been received. The data access committee decides within 45 days, and may ask before.`,
    zh: `课题“${title}”的申请已收到。数据访问委员会将在45日内作出决定，此前可能提出问题。`,
  }),
  ASK: ({ title }, step) => ({
    en: `The data access committee has questions on “${title}”. Please answer within 30 days.\n${step.words}`,
    zh: `数据访问委员会对课题“${title}”有以下问题，请在30日内答复。\n${step.words}`,
  }),
  APPROVE: ({ title }, step) =>
    joined(
      {
        en: `The data access committee has approved “${title}”.`,
        zh: `数据访问委员会已批准课题“${title}”。`,
      },
      reason(step),
      conditions(step),
      until(step),
      counted(step),
    ),
  REJECT: ({ title }, step) =>
    joined(
      {
        en: `The data access committee has not approved “${title}”.`,
        zh: `数据访问委员会未批准课题“${title}”。`,
      },
      reason(step),
    ),
  SUSPEND: ({ title }, step) =>
    joined(
      {
        en: `“${title}” is suspended: rows, exports and its budget of counts are closed until it is resumed.`,
        zh: `课题“${title}”已暂停：在恢复之前，逐行数据、导出及计数额度均关闭。`,
      },
      reason(step),
    ),
  RESUME: ({ title }, step) =>
    joined({ en: `“${title}” may go on.`, zh: `课题“${title}”可以继续。` }, reason(step)),
  END: ({ title }, step) =>
    joined(
      {
        en: `“${title}” has ended. Exports that are still held have to be deleted.`,
        zh: `课题“${title}”已结束，仍持有的导出数据必须删除。`,
      },
      reason(step),
    ),
};

/** The letter that a step sends to who applied, in both languages; null where it sends none. */
export const letterOf = (of: Addressed, step: StepRow): Label | null => {
  const body = LETTERS[step.kind]?.(of, step);
  if (body === undefined) return null;
  const day = step.at.slice(0, 10);
  return {
    en: `${day}\nDear ${of.applicant.en},\n\n${body.en}\n\nThe data access committee`,
    zh: `${of.applicant.zh}：\n\n${body.zh}\n\n数据访问委员会\n${day}`,
  };
};
