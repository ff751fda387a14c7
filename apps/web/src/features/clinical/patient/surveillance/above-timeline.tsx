/** The line of surveillance above the timeline. */
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../../design/page.tsx';
import type { Patient } from '../data.ts';
import { surveillanceQuery } from './data.ts';
import { ScheduleLine } from './schedule-line.tsx';

export function AboveTimeline({ patient }: { patient: Patient }) {
  const { t } = useLingui();
  const found = useQuery(surveillanceQuery(patient)).data;
  const schedule = found?.schedule;
  if (!schedule) return null;
  return (
    <Panel title={t`Surveillance`}>
      <ScheduleLine schedule={schedule} ended={found.ended != null} />
    </Panel>
  );
}
