/** A patient by record number, with the way to who looked at the patient. */
import { useLingui } from '@lingui/react/macro';
import { AppLink } from '../../design/links.tsx';
import { shortId } from './short-id.ts';

export function PatientAudited({
  patient: { id, recordNumbers },
}: {
  patient: { id: string; recordNumbers: string[] };
}) {
  const { t } = useLingui();
  const words = recordNumbers.join(', ') || shortId(id);
  return (
    <AppLink
      to={'/privacy/audit' as string}
      search={{ patient: id } as never}
      aria-label={t`Who accessed patient ${words}`}
    >
      {words}
    </AppLink>
  );
}
