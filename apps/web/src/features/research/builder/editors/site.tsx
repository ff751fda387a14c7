/** Cancer sites and their parts, found by every name and code, each in its group's colour. */
import { useLingui } from '@lingui/react/macro';
import { JOINT_SITES } from '@nodp/terminology/joint-sites';
import { SITE_CHOICES } from '@nodp/terminology/sites';
import { findSiteChoices } from '../../../../design/find-sites.ts';
import { SiteMark } from '../../../../design/site-choices.tsx';
import { type Code, CodePicker } from './code-picker.tsx';
import type { EditorProps } from './editor-props.ts';

const codes: Code[] = [
  ...JOINT_SITES.map(({ id, label }) => ({ value: id, label })),
  ...SITE_CHOICES.map((site) => ({
    value: site.id,
    label: site.label,
    mark: <SiteMark site={site} />,
  })),
];

export function SiteEditor({ value, onChange }: EditorProps<'site'>) {
  const { t } = useLingui();
  return (
    <CodePicker
      label={t`Cancer sites`}
      placeholder={t`type a name`}
      codes={codes}
      find={findSiteChoices}
      values={value}
      onChange={onChange}
    />
  );
}
