/** Cancer sites to choose from, kept in the address. */
import { useLingui } from '@lingui/react/macro';
import { useSiteChoices } from '../site-choices.tsx';
import { PickFilter } from './pick-filter.tsx';

const control = async () => (await import('./site-pick-control.tsx')).SitePickControl;

/** @param parts whether parts of a group (colon, rectum) can be chosen too */
export function SiteFilter({ parts, single = false }: { parts: boolean; single?: boolean }) {
  const { t } = useLingui();
  const choices = useSiteChoices({ parts });
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
