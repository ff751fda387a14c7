import type { Label } from '@nodp/terminology';
import type { Tenths } from '../recist/millimetres.ts';

/**
 * A length typed in mm, in whole tenths; null where nothing was typed. No finer than a tenth: limits of RECIST are retained exactly by
 * integers, and images do not tell more.
 * @param largest in mm
 */
export const readLength = (
  typed: string,
  largest: number,
): { readonly tenths: Tenths | null } | { readonly problem: Label } => {
  const written = typed.normalize('NFKC').trim();
  if (written === '') return { tenths: null };
  const parts = /^(\d{1,6})(?:\.(\d+))?$/.exec(written);
  if (parts === null)
    return {
      problem: {
        en: `“${typed.trim()}” is no length in mm: write 14 or 14.5.`,
        zh: `“${typed.trim()}”不是毫米数：请写14或14.5。`,
      },
    };
  const [, whole = '0', fraction = ''] = parts;
  if (/[1-9]/.test(fraction.slice(1)))
    return {
      problem: {
        en: `${written} mm is finer than a tenth of a millimetre: round it to ${Number(written).toFixed(1)}.`,
        zh: `${written} mm精度超过0.1 mm：请修约为${Number(written).toFixed(1)}。`,
      },
    };
  const tenths = Number(whole) * 10 + Number(fraction[0] ?? 0);
  if (tenths === 0)
    return {
      problem: {
        en: '0 mm is no length: say that the lesion is gone.',
        zh: '0 mm不是长度：请选择“消失”。',
      },
    };
  return tenths > largest * 10
    ? {
        problem: {
          en: `${written} mm is more than ${largest} mm.`,
          zh: `${written} mm超过${largest} mm。`,
        },
      }
    : { tenths };
};
