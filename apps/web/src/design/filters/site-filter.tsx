/** Cancer sites and their parts (colon, rectum) to choose from, kept in the address. */
import { useLingui } from '@lingui/react/macro';
import { useSiteChoices } from '../site-choices.tsx';
import { PickFilter } from './pick-filter.tsx';

const control = async () => (await import('./site-pick-control.tsx')).SitePickControl;

/** @param joint whether several groups under one name (all sites but C44) can be chosen too */
export function SiteFilter({
  joint = false,
  single = false,
}: {
  joint?: boolean;
  single?: boolean;
}) {
  const { t } = useLingui();
  const choices = useSiteChoices({ parts: true, joint });
  return (
    <PickFilter
      label={t`Cancer site`}
      name="site"
      choices={choices}
      single={single}
      control={control}
    />
  );
}
