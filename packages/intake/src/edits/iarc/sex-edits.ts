import { sexContradictsSite } from '@nodp/oncology';
import { histologyFamily } from '@nodp/terminology/site-histology';
import { type Edit, edit } from '../edit.ts';
import { ofTumour } from './tumour-case.ts';

const FAMILIES =
  'CanReg5 CheckSexMorphology (families 22–26 female, 27–28 male); IARC Technical Report 42';

const inFamilies = (histology: number, from: number, to: number): boolean => {
  const family = histology === 0 ? null : histologyFamily(String(histology));
  const number = Number(family?.family ?? 0);
  return number >= from && number <= to;
};

export const SEX_EDITS = {
  'sex-site': edit<'tumour'>({
    title: { en: 'Sex and site', zh: '性别与部位矛盾' },
    kinds: ['tumour'],
    fields: ['topography'],
    severity: 'quarantine',
    source:
      'IARC Technical Report 42, SEX_SITE_M and SEX_SITE_F; CanReg5 CheckSexTopography; iarc_check_sim',
    since: '2026-11-29',
    choice:
      'As the clinical rule sex-and-site reads it, which excludes such a case from every count. Where the sex is wrong, the Patient is sent again, and the held record looked at anew.',
    find: (r, { person }) => {
      if (r.spread !== 'PRIMARY' || person === null) return null;
      if (!sexContradictsSite(person.sex, r.topography, r.siteGroup)) return null;
      const site = r.topography ?? r.siteGroup;
      const sex = person.sex.toLowerCase();
      return {
        elements: ['code'],
        reason: {
          en: `A person of that sex (${sex}) has no such site (${site}).`,
          zh: `${sex === 'male' ? '男性' : '女性'}没有该部位（${site}）。`,
        },
        remedy: {
          en: 'Send the true sex, or the true site.',
          zh: '请上报正确的性别或部位。',
        },
      };
    },
  }),
  'male-histology': ofTumour({
    title: { en: 'Histology of female organs in a man', zh: '男性出现女性器官的组织学' },
    fields: ['morphology'],
    source: FAMILIES,
    choice:
      'iarc_check_sim numbers the families one higher (23–27); they are the same histologies.',
    when: ({ sex, histology }) => sex === 'MALE' && inFamilies(histology, 22, 26),
  }),
  'male-9084': ofTumour({
    title: { en: 'Malignant dermoid (9084/3) in a man', zh: '男性出现恶性皮样囊肿（9084/3）' },
    fields: ['morphology'],
    source: 'CanReg5 CheckSexMorphology',
    when: ({ sex, histology, behaviour }) =>
      sex === 'MALE' && histology === 9084 && behaviour === '3',
  }),
  'female-histology': ofTumour({
    title: { en: 'Histology of male organs in a woman', zh: '女性出现男性器官的组织学' },
    fields: ['morphology'],
    source: FAMILIES,
    choice:
      'iarc_check_sim numbers the families one higher (28–29); they are the same histologies.',
    when: ({ sex, histology }) => sex === 'FEMALE' && inFamilies(histology, 27, 28),
  }),
} as const satisfies Record<string, Edit>;
