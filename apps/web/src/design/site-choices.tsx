/** Cancer sites as choices of a picker. */

import Box from '@mui/material/Box';
import { JOINT_SITES } from '@nodp/terminology/joint-sites';
import { SITE_CHOICES, type SiteChoice } from '@nodp/terminology/sites';
import { useLabel } from '../i18n/label.ts';
import type { Choice } from './filters/choice.ts';
import { SiteName } from './marks.tsx';

/** A site in its group's colour; a part of a group stands under it. */
export const SiteMark = ({ site }: { site: SiteChoice }) => (
  <Box component="span" sx={{ pl: site.topographies === null ? 0 : 2.5 }}>
    <SiteName site={site.siteGroup} label={site.label} />
  </Box>
);

const isGroup = ({ topographies }: SiteChoice): boolean => topographies === null;

/**
 * @param parts whether parts of a group (colon, rectum) can be chosen too
 * @param joint whether several groups under one name (all sites but C44) can be chosen too; they stand first
 */
export function useSiteChoices({
  parts,
  joint = false,
}: {
  parts: boolean;
  joint?: boolean;
}): Choice[] {
  const label = useLabel();
  const several = joint
    ? JOINT_SITES.map((site) => ({ value: site.id, words: label(site.label) }))
    : [];
  const single = SITE_CHOICES.filter((site) => parts || isGroup(site)).map((site) => ({
    value: site.id,
    words: label(site.label),
    mark: <SiteMark site={site} />,
  }));
  return [...several, ...single];
}
