import type { Label } from '@nodp/terminology';

/** A code that reads alike in every language. */
export const same = (text: string): Label => ({ en: text, zh: text });

export const join = (labels: readonly Label[], en: string, zh: string): Label => ({
  en: labels.map((l) => l.en).join(en),
  zh: labels.map((l) => l.zh).join(zh),
});

export const or = (labels: readonly Label[]): Label => join(labels, ' or ', '或');

export const about = (en: string, zh: string, label: Label): Label => ({
  en: `${en}${label.en}`,
  zh: `${zh}${label.zh}`,
});
