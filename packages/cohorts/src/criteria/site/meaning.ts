import { SITE_GROUPS } from '@nodp/terminology';
import { siteChoice } from '@nodp/terminology/sites';
import { codesMeaning } from '../../criterion/codes.ts';
import { among, both, either } from '../../criterion/where.ts';
import { same } from '../../criterion/words.ts';

const sexes: ReadonlyMap<string, 'male' | 'female' | null> = new Map(
  SITE_GROUPS.map(({ id, sex }) => [id, sex]),
);

/** Topographies as a case can have them: a category (`C18`) is itself and its ten fourth characters. */
const written = (codes: readonly string[]): string[] =>
  codes.flatMap((code) =>
    code.length > 3
      ? [code]
      : [code, ...Array.from({ length: 10 }, (_, fourth) => `${code}.${fourth}`)],
  );

export const meaning = codesMeaning<string>({
  isKnown: (id) => siteChoice(id) !== null,
  label: (id) => siteChoice(id)?.label ?? same(id),
  before: { en: 'cancer of ', zh: '部位：' },
  where: (ids) => {
    const parts = ids.flatMap((id) => {
      const choice = siteChoice(id);
      return choice === null || choice.topographies === null
        ? []
        : [
            both([
              among('site_group', [choice.siteGroup]),
              among('topography', written(choice.topographies)),
            ]),
          ];
    });
    const groups = ids.filter((id) => (siteChoice(id)?.topographies ?? null) === null);
    const inGroups = among('site_group', groups);
    return parts.length === 0 ? inGroups : either([inGroups, ...parts]);
  },
});

/** The only sex in which the cancers of a site occur; null where they do in both. */
export const onlySexOf = (id: string): 'male' | 'female' | null =>
  sexes.get(siteChoice(id)?.siteGroup ?? id) ?? null;
