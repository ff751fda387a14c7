/** The section of targeted drugs; its code is fetched when it is opened. */
import { lazy, Suspense } from 'react';
import { LoadingRows } from '../../../../design/states.tsx';
import type { Patient } from '../data.ts';

const Options = lazy(async () => ({ default: (await import('./options.tsx')).Options }));

export function OptionsSection({ patient }: { patient: Patient }) {
  return (
    <Suspense fallback={<LoadingRows rows={6} />}>
      <Options patient={patient} />
    </Suspense>
  );
}
