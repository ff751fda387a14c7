/** Words of the data, which come in both languages. */
import { useLingui } from '@lingui/react';

/** A term in both languages. */
export type Label = { en: string; zh: string };

/** Reads labels in the language of the page. */
export function useLabel(): (label: Label | null | undefined) => string {
  const { i18n } = useLingui();
  return (label) => (label ? (i18n.locale === 'zh' ? label.zh : label.en) : '—');
}

/** Reads several labels as one list, parted as the language parts them. */
export function useLabels(): (labels: readonly Label[]) => string {
  const { i18n } = useLingui();
  const label = useLabel();
  return (labels) => labels.map(label).join(i18n.locale === 'zh' ? '；' : '; ');
}
