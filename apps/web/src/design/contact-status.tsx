/** How a contact stands: overdue in words and weight, by the graph's one rule. */
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCodeWords } from './code-words.ts';
import { Tag } from './marks.tsx';

/** Okabe and Ito's orange: late, not yet lost. */
const lateColour = '#E69F00';

export function ContactStatus({
  contact: { status, daysLate },
  dead = false,
}: {
  contact: { status: string; daysLate: number | null };
  /** Of who has died nothing is due. */
  dead?: boolean;
}) {
  const { t } = useLingui();
  const code = useCodeWords();
  if (dead || daysLate === null || daysLate < 0) return code('status', status);
  if (daysLate === 0) return t`due today`;
  return (
    <Tag colour={lateColour}>
      {t`${plural(daysLate, { one: '# day late', other: '# days late' })}`}
    </Tag>
  );
}
