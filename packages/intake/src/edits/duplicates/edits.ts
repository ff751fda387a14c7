import { type Edit, edit } from '../edit.ts';

/** The same thing reported twice by one institution. */
export const DUPLICATE_EDITS = {
  'duplicate-tumour': edit<'tumour'>({
    title: { en: 'Tumour reported twice', zh: '同一肿瘤重复上报' },
    kinds: ['tumour'],
    fields: [],
    severity: 'warn',
    source: 'IARC Technical Report 42 (2005), duplicate registrations',
    since: '2026-11-29',
    choice:
      'Warned of alone: the rules of multiple primaries count the reports as one, so that nothing is counted twice meanwhile.',
    find: (r, { person }) => {
      if (r.spread !== 'PRIMARY' || r.topography === null || r.diagnosed === null) return null;
      const { topography, morphology, diagnosed } = r;
      const duplicate = person?.tumours.find(
        (t) =>
          t.key !== r.source.id &&
          t.topography === topography &&
          t.morphology === morphology &&
          t.diagnosed?.date === diagnosed.date,
      );
      if (duplicate === undefined) return null;
      return {
        elements: ['id', 'code'],
        reason: {
          en: `The same site, histology and day of diagnosis were reported under another key (${topography}, ${diagnosed.date}).`,
          zh: `相同部位、组织学和诊断日期已以另一编号上报（${topography}，${diagnosed.date}）。`,
        },
        remedy: {
          en: 'Send one of them as entered in error, or both under one key.',
          zh: '请将其中一条作为误录撤回，或使用同一编号上报。',
        },
      };
    },
  }),
} as const satisfies Record<string, Edit>;
