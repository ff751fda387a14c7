/** How the values of a clinical track read. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { SITE_CHOICES } from '@nodp/terminology/sites';
import { sexWords, stageWords, vitalStatusWords } from '../../../../design/words.ts';
import { useLabel } from '../../../../i18n/label.ts';

/** Stands in a release for a value that was generalised away. */
const LEFT_OUT = '*';
const leftOut = msg`Left out`;

const words: Readonly<Record<string, Readonly<Record<string, MessageDescriptor>>>> = {
  ...{ 'cases.stage': stageWords, 'cases.sex': sexWords },
  'persons.vital_status': vitalStatusWords,
};

/** Values of a column named by table and column, as they read; a code without words as it is. */
export function useTrackWords(): (column: string, value: string | null) => string | null {
  const { i18n } = useLingui();
  const label = useLabel();
  return (column, value) => {
    if (value === null) return null;
    if (value === LEFT_OUT) return i18n._(leftOut);
    const found = words[column]?.[value];
    if (found !== undefined) return i18n._(found);
    const site = column === 'cases.site_group' && SITE_CHOICES.find(({ id }) => id === value);
    return site ? label(site.label) : value;
  };
}
