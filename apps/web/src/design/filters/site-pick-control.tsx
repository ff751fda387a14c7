import { findSiteChoices } from '../find-sites.ts';
import { PickControl } from './pick-control.tsx';
import type { PickProps } from './properties.ts';

/** The picker of cancer sites. */
export const SitePickControl = (props: PickProps) => (
  <PickControl {...props} find={findSiteChoices} />
);
