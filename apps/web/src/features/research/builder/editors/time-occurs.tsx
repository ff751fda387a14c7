/** An event around the index event: in which days, how often, which day of it. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { type Bounds, MEASURES, type Measure, type Occurs } from '@nodp/cohorts';
import { NativeChoice } from '../native-choice.tsx';
import { NumberField, RangeEditor } from './range.tsx';
import { TimeEventEditor } from './time-event.tsx';

const OFTEN = ['once', 'never', 'exactly', 'atLeast', 'atMost'] as const;
type Often = (typeof OFTEN)[number];

const oftenOf = ({ times }: Occurs): readonly [often: Often, times: number] => {
  if (times === undefined) return ['once', 1];
  const { from = 0, to } = times;
  if (to === undefined) return from <= 1 ? ['once', 1] : ['atLeast', from];
  if (to === 0) return ['never', 0];
  return from === to ? ['exactly', to] : ['atMost', to];
};

const timesOf = (often: Often, times: number): Bounds | undefined =>
  ({
    once: undefined,
    never: { from: 0, to: 0 },
    exactly: { from: times, to: times },
    atLeast: { from: times },
    atMost: { from: 0, to: times },
  })[often];

export function OccursEditor({
  occurs,
  onChange,
}: {
  occurs: Occurs;
  onChange: (occurs: Occurs) => void;
}) {
  const { t } = useLingui();
  const [often, times] = oftenOf(occurs);
  const words: Record<Often, string> = {
    once: t`Once or more`,
    never: t`Never`,
    exactly: t`Exactly … times`,
    atLeast: t`At least … times`,
    atMost: t`At most … times`,
  };
  const measures: Record<Measure, string> = {
    START: t`Begins`,
    END: t`Ends`,
    OVERLAP: t`Goes on`,
  };
  const setTimes = (chosen: Often, count: number) => {
    const { times: _, ...rest } = occurs;
    const asked = timesOf(chosen, count);
    onChange(asked === undefined ? rest : { ...rest, times: asked });
  };
  const counted = often !== 'once' && often !== 'never';
  return (
    <Stack sx={{ gap: 1.25 }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <NativeChoice
          label={t`How often`}
          value={often}
          choices={OFTEN.map((value) => ({ value, words: words[value] }))}
          onChange={(chosen) => setTimes(chosen, Math.max(chosen === 'atLeast' ? 2 : 1, times))}
        />
        {counted && (
          <NumberField
            label={t`Times`}
            name={t`Times`}
            value={times}
            onChange={(count) => setTimes(often, count ?? 1)}
          />
        )}
      </Box>
      <TimeEventEditor
        label={t`Event`}
        event={occurs.event}
        onChange={(event) => onChange({ ...occurs, event })}
      />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <NativeChoice
          label={t`Which day`}
          value={occurs.measure ?? 'START'}
          choices={MEASURES.map((value) => ({ value, words: measures[value] }))}
          onChange={(measure) => onChange({ ...occurs, measure })}
        />
        <NativeChoice
          label={t`Counted from`}
          value={occurs.since ?? 'START'}
          choices={[
            { value: 'START', words: t`its first day` },
            { value: 'END', words: t`its last day` },
          ]}
          onChange={(since) => onChange({ ...occurs, since })}
        />
      </Box>
      <RangeEditor
        signed
        name={t`Days after the index event; negative before it`}
        bounds={{ from: occurs.from ?? null, to: occurs.to ?? null }}
        onChange={({ from, to }) => {
          const { from: _, to: __, ...rest } = occurs;
          onChange({
            ...rest,
            ...(from === null ? {} : { from }),
            ...(to === null ? {} : { to }),
          });
        }}
      />
    </Stack>
  );
}
