/** The section of targeted drugs; its code is fetched when it is opened. */
import { lazy, Suspense } from 'react';
import { LoadingRows } from '../../../../design/states.tsx';
import { openWords } from '../../../../i18n/language.ts';
import type { Patient } from '../data.ts';

const Options = lazy(async () => {
  const [{ Options: part }] = await Promise.all([
    import('./options.tsx'),
    openWords('clinical-options'),
  ]);
  return { default: part };
});

export function OptionsSection({ patient }: { patient: Patient }) {
  return (
    <Suspense fallback={<LoadingRows rows={6} />}>
      <Options patient={patient} />
    </Suspense>
  );
}
