/** What stands side by side: each a part of a source; the one that is open can be changed. */
import { Trans, useLingui } from '@lingui/react/macro';
import { mdiChevronDown, mdiClose, mdiPlus } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { SelectBox } from '../../../../design/filters/select-box.tsx';
import { Icon } from '../../../../design/icon.tsx';
import type { StatisticsDimension } from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';
import type { MeasureInfo, Source } from '../../asked.ts';
import {
  type Change,
  withOneMore,
  withoutSelection,
  withSelection,
} from '../../question/change.ts';
import { narrowable } from '../../question/possible.ts';
import type { Question, Selection } from '../../question/question.ts';
import { LETTERS } from '../../question/vocabulary.ts';
import { colourAt } from '../figure/colours.ts';
import type { Resolved } from '../resolved.ts';
import { field, fields } from './field.ts';
import { MembersField, YearFields } from './filter-fields.tsx';

export function Selections({
  question,
  sources,
  resolved,
  onChange,
}: {
  question: Question;
  sources: readonly Source[];
  resolved: readonly Resolved[];
  onChange: Change;
}) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(0);
  const open = Math.min(opened, resolved.length - 1);
  const alone = resolved.length === 1;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {resolved.map(({ letter, selection, source, info, words }, place) => {
        const isOpen = alone || place === open;
        return (
          <Box component="li" key={letter} sx={item}>
            {!alone && (
              <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
                {!question.beside && <Box aria-hidden sx={{ ...mark, bgcolor: colourAt(place) }} />}
                <Box sx={{ flex: 1, minWidth: 0, fontSize: 13, overflowWrap: 'anywhere' }}>
                  {letter} · {words}
                </Box>
                <Tooltip title={t`Change selection ${letter}`}>
                  <IconButton
                    aria-label={t`Change selection ${letter}`}
                    aria-expanded={isOpen}
                    onClick={() => setOpened(isOpen ? -1 : place)}
                  >
                    <Icon
                      path={mdiChevronDown}
                      sx={{ transform: isOpen ? 'rotate(180deg)' : undefined }}
                    />
                  </IconButton>
                </Tooltip>
                <Tooltip title={t`Take selection ${letter} away`}>
                  <IconButton
                    aria-label={t`Take selection ${letter} away`}
                    onClick={() => onChange(withoutSelection(question, place))}
                  >
                    <Icon path={mdiClose} />
                  </IconButton>
                </Tooltip>
              </Box>
            )}
            {isOpen && (
              <OneSelection
                selection={selection}
                source={source}
                sources={sources}
                info={info}
                onChange={(next) => onChange(withSelection(question, place, next))}
              />
            )}
          </Box>
        );
      })}
      {resolved.length < LETTERS.length && (
        <li>
          <Button
            startIcon={<Icon path={mdiPlus} />}
            onClick={() => {
              setOpened(resolved.length);
              onChange(withOneMore(question));
            }}
          >
            <Trans>Add a selection beside it</Trans>
          </Button>
        </li>
      )}
    </Box>
  );
}

const item = {
  '& + li': { borderTop: '1px solid var(--mui-palette-divider)', mt: 1, pt: 1 },
} as const;
const mark = { width: 10, height: 10, borderRadius: '2px', flex: 'none' } as const;

/** What most selections are narrowed by; the others open on demand. */
const common = new Set<StatisticsDimension>(['SITE', 'SEX', 'YEAR', 'PROVINCE']);

function OneSelection({
  selection,
  source,
  sources,
  info,
  onChange,
}: {
  selection: Selection;
  source: Source;
  sources: readonly Source[];
  info: MeasureInfo | null;
  onChange: (selection: Selection) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const { filter } = selection;
  const all = narrowable(info);
  const can = all.filter(({ absent }) => absent === null);
  const cannot = all.filter(({ absent }) => absent !== null);
  const set = (next: Selection['filter']) => onChange({ ...selection, filter: next });
  const rare = can.filter(({ dimension }) => !common.has(dimension));
  const narrowed = rare.some(({ dimension }) => filter.members[dimension] !== undefined);
  const one = ({ dimension }: { dimension: StatisticsDimension }) =>
    dimension === 'YEAR' ? (
      <YearFields key={dimension} source={source} filter={filter} onChange={set} />
    ) : (
      <MembersField
        key={dimension}
        source={source}
        dimension={dimension}
        filter={filter}
        onChange={set}
      />
    );
  return (
    <>
      <Box sx={fields}>
        <SelectBox
          always
          label={t`Source`}
          choices={sources.map(({ id, label: name }) => ({ value: id, words: label(name) }))}
          chosen={[source.id]}
          onChange={([id]) => {
            if (id) onChange({ ...selection, source: id === sources[0]?.id ? null : id });
          }}
          sx={{ ...field, gridColumn: '1 / -1' }}
        />
        {can.filter(({ dimension }) => common.has(dimension)).map(one)}
      </Box>
      {rare.length > 0 && (
        <Box component="details" open={narrowed || undefined} sx={{ mt: 1, fontSize: 13 }}>
          <Box component="summary" sx={{ cursor: 'pointer', py: 0.25 }}>
            <Trans>Narrow further</Trans>
          </Box>
          <Box sx={fields}>{rare.map(one)}</Box>
        </Box>
      )}
      {cannot.length > 0 && (
        <Box component="details" sx={{ mt: 1, fontSize: 12, color: 'text.secondary' }}>
          <summary>
            <Trans>What this measure cannot be narrowed by here</Trans>
          </summary>
          <Box component="ul" sx={{ m: 0, pl: 2 }}>
            {cannot.map(({ dimension, label: name, absent }) => (
              <li key={dimension}>
                {label(name)}: {label(absent)}
              </li>
            ))}
          </Box>
        </Box>
      )}
    </>
  );
}
