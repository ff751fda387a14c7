import { SITE_GROUPS } from '@nodp/terminology';
import { type JointSite, jointSite } from '@nodp/terminology/joint-sites';
import { siteChoice } from '@nodp/terminology/sites';
import { codesMeaning } from '../../criterion/codes.ts';
import { among, both, either, type Where } from '../../criterion/where.ts';
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

const whereJoint = ({ groups, also, behaviours }: JointSite): Where =>
  both([
    either([
      among('site_group', groups),
      ...also.map(({ siteGroup, topographies }) =>
        both([among('site_group', [siteGroup]), among('topography', topographies)]),
      ),
    ]),
    among('behaviour', behaviours),
  ]);

export const meaning = codesMeaning<string>({
  isKnown: (id) => siteChoice(id) !== null || jointSite(id) !== null,
  label: (id) => siteChoice(id)?.label ?? jointSite(id)?.label ?? same(id),
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
    const joint = ids.flatMap((id) => jointSite(id) ?? []).map(whereJoint);
    const groups = ids.filter(
      (id) => jointSite(id) === null && (siteChoice(id)?.topographies ?? null) === null,
    );
    const inGroups = among('site_group', groups);
    const more = [...parts, ...joint];
    return more.length === 0 ? inGroups : either([inGroups, ...more]);
  },
});

/** The only sex in which the cancers of a site occur; null where they do in both. */
export const onlySexOf = (id: string): 'male' | 'female' | null =>
  sexes.get(siteChoice(id)?.siteGroup ?? id) ?? null;
