/** What a page shows when it has nothing else to show. */

import { Trans, useLingui } from '@lingui/react/macro';
import {
  mdiAlertCircleOutline,
  mdiLockOutline,
  mdiMapMarkerQuestionOutline,
  mdiTrayRemove,
} from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { GraphError } from '../graph/execute.ts';
import { Icon } from './icon.tsx';

type NoticeProps = {
  icon: string;
  title: ReactNode;
  heading?: 'h1' | 'h2' | 'h3';
  children?: ReactNode;
  action?: ReactNode;
  alert?: boolean;
};

function Notice({ icon, title, heading = 'h2', children, action, alert }: NoticeProps) {
  return (
    <Stack
      role={alert ? 'alert' : undefined}
      sx={{
        alignItems: 'center',
        textAlign: 'center',
        gap: 1,
        px: 2,
        py: 6,
        maxWidth: 560,
        mx: 'auto',
      }}
    >
      <Icon path={icon} sx={{ fontSize: 32, color: 'text.secondary' }} />
      <Typography variant="h2" component={heading} tabIndex={-1}>
        {title}
      </Typography>
      {children && (
        <Typography
          variant="body2"
          component="div"
          sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}
        >
          {children}
        </Typography>
      )}
      {action}
    </Stack>
  );
}

/** Rows to come. */
export function LoadingRows({ rows = 8, height = 36 }: { rows?: number; height?: number }) {
  const { t } = useLingui();
  return (
    <Box role="status" aria-label={t`Loading`} sx={{ px: 2, py: 1 }}>
      {Array.from({ length: rows }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity
        <Skeleton key={i} height={height} animation="wave" />
      ))}
    </Box>
  );
}

/** Nothing to show. */
export const Empty = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <Notice icon={mdiTrayRemove} title={children} heading="h3" action={action} />
);

/** A page that the person's role does not open. */
export const NotAllowed = () => (
  <Notice
    icon={mdiLockOutline}
    heading="h1"
    title={<Trans>This page is not open to your role</Trans>}
  >
    <Trans>
      Your account does not carry the right to see it. If your work needs it, ask your institution’s
      administrator.
    </Trans>
  </Notice>
);

/** An address without a page. */
export const NotFound = () => (
  <Notice
    icon={mdiMapMarkerQuestionOutline}
    heading="h1"
    title={<Trans>There is no page at this address</Trans>}
  >
    <Trans>The address may be mistyped, or what it named is no longer there.</Trans>
  </Notice>
);

/** Something went wrong: what, under which code and request, and a way to try again. */
export function ErrorPanel({
  error,
  retry,
  heading,
}: {
  error: unknown;
  retry?: () => void;
  /** `h1` where the page has no other heading. */
  heading?: 'h1';
}) {
  const code = error instanceof GraphError ? error.code : 'UNEXPECTED';
  const requestId = error instanceof GraphError ? error.requestId : null;
  if (code === 'FORBIDDEN') return <NotAllowed />;
  return (
    <Notice
      alert
      heading={heading ?? 'h2'}
      icon={mdiAlertCircleOutline}
      title={<ErrorTitle code={code} />}
      action={
        // What is not there will not be there a moment later.
        retry &&
        code !== 'NOT_FOUND' && (
          <Button variant="outlined" onClick={retry}>
            <Trans>Try again</Trans>
          </Button>
        )
      }
    >
      {error instanceof Error && error.message && (
        <p style={{ margin: '0 0 8px' }}>{error.message}</p>
      )}
      <Trans>Code</Trans>: <code>{code}</code>
      {requestId && (
        <>
          {' · '}
          <Trans>Request</Trans>: <code>{requestId}</code>
        </>
      )}
    </Notice>
  );
}

function ErrorTitle({ code }: { code: string }) {
  switch (code) {
    case 'UNREACHABLE':
      return <Trans>The platform cannot be reached</Trans>;
    case 'UNAUTHENTICATED':
      return <Trans>Your session has ended</Trans>;
    case 'NOT_FOUND':
      return <Trans>It is not there, or not yours to see</Trans>;
    case 'BAD_USER_INPUT':
      return <Trans>The request was not understood</Trans>;
    default:
      return <Trans>Something went wrong on the platform’s side</Trans>;
  }
}
