/** Why a question has no answer, and a way to one that has. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useLabel } from '../../../i18n/label.ts';
import type { Change } from '../question/change.ts';
import { corrected, type Obstacle } from '../question/possible.ts';
import type { Question } from '../question/question.ts';

export function Obstacles({
  question,
  obstacles,
  onChange,
}: {
  question: Question;
  obstacles: readonly Obstacle[];
  onChange: Change;
}) {
  const words = useObstacleWords();
  const next = corrected(question, obstacles);
  return (
    <Alert
      severity="info"
      action={
        next !== question && (
          <Button color="inherit" onClick={() => onChange(next)}>
            <Trans>Change the question so that it can be answered</Trans>
          </Button>
        )
      }
      sx={{ mb: 2, '& .MuiAlert-action': { alignItems: 'center', flex: 'none' }, flexWrap: 'wrap' }}
    >
      {obstacles.map((obstacle) => (
        <div key={`${obstacle.is} ${'dimension' in obstacle ? obstacle.dimension : ''}`}>
          {words(obstacle)}
        </div>
      ))}
    </Alert>
  );
}

function useObstacleWords(): (obstacle: Obstacle) => string {
  const { t } = useLingui();
  const label = useLabel();
  return (obstacle) => {
    const name = 'label' in obstacle ? label(obstacle.label) : '';
    const reason = 'reason' in obstacle ? label(obstacle.reason) : '';
    switch (obstacle.is) {
      case 'no-measure':
        return t`There is no such measure: choose one from the list.`;
      case 'measure':
        return t`${name} cannot be answered from this source: ${reason}`;
      case 'events':
        return t`The measure is not of these events in this source.`;
      case 'axis':
        return t`Cannot be crossed by “${name}”: ${reason}`;
      case 'filter':
        return t`Cannot be narrowed by “${name}”: ${reason}`;
      case 'required':
        return t`The measure has to be crossed by “${name}”.`;
      case 'no-reference':
        return t`Choose what the figures are compared with.`;
    }
  };
}
