import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';

/** How a code of a dictionary reads; one that is not in it as it is. */
export function useWords() {
  const { i18n } = useLingui();
  return (of: Readonly<Record<string, MessageDescriptor>>, code: string | null | undefined) => {
    if (!code) return null;
    const known = of[code];
    return known ? i18n._(known) : code;
  };
}
