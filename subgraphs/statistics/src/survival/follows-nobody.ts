import type { Label } from '@nodp/graph';
import type { Source } from '../sources/source.ts';

/** Why a source has no survival; null where it follows its cases. */
export const followsNobody = ({ followed }: Source): Label | null =>
  followed === undefined
    ? {
        en: 'It counts cases and follows none of them: survival is asked of a release.',
        zh: '该来源仅有病例计数，未随访病例；生存率请在发布版中查询。',
      }
    : null;
