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
import { readable } from '../graph/readable.ts';
import { useHeading } from './heading-level.tsx';
import { Icon } from './icon.tsx';
import { ButtonLink } from './links.tsx';

type NoticeProps = {
  icon: string;
  title: ReactNode;
  /** Where it is not what stands above it that says the level. */
  heading?: 'h1' | undefined;
  children?: ReactNode;
  action?: ReactNode;
  alert?: boolean;
};

function Notice({ icon, title, heading, children, action, alert }: NoticeProps) {
  const here = useHeading();
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
      <Typography
        variant="h2"
        component={heading ?? here}
        tabIndex={-1}
        data-page-heading={heading === 'h1' ? true : undefined}
      >
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
  <Notice icon={mdiTrayRemove} title={children} action={action} />
);

/** The way out of a page that shows nothing. */
const Home = () => (
  <ButtonLink to="/" search={{}} variant="outlined">
    <Trans>To the first page</Trans>
  </ButtonLink>
);

/** A page that the person's role does not open. */
export const NotAllowed = () => (
  <Notice
    icon={mdiLockOutline}
    heading="h1"
    title={<Trans>This page is not open to your role</Trans>}
    action={<Home />}
  >
    <Trans>
      Your account has no permission to see it. If your work needs it, ask your institution’s
      administrator.
    </Trans>
  </Notice>
);

/** An account whose role has no page at all. */
export const NoPages = () => (
  <Notice icon={mdiLockOutline} heading="h1" title={<Trans>Your role has no pages here</Trans>}>
    <Trans>
      An account of a hospital’s system sends records through the FHIR interface; it reads nothing
      in the browser.
    </Trans>
  </Notice>
);

/** An address without a page. */
export const NotFound = () => (
  <Notice
    icon={mdiMapMarkerQuestionOutline}
    heading="h1"
    title={<Trans>There is no page at this address</Trans>}
    action={<Home />}
  >
    <Trans>The address may be mistyped, or what it named is no longer there.</Trans>
  </Notice>
);

/** A file of the app that could not be fetched, most often because a newer version has replaced it. */
export class LostFile extends Error {}

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
  const { i18n } = useLingui();
  if (error instanceof LostFile) return <Outdated />;
  const code = error instanceof GraphError ? error.code : 'UNEXPECTED';
  const requestId = error instanceof GraphError ? error.requestId : null;
  if (code === 'FORBIDDEN') return <NotAllowed />;
  const given = error instanceof Error ? error.message : '';
  // What the program itself ran into is never a sentence for its reader.
  const { message, technical } =
    code === 'UNEXPECTED' ? { message: '', technical: given } : readable(given, i18n.locale);
  return (
    <Notice
      alert
      heading={heading}
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
      <Box component="p" sx={{ m: 0, mb: 1 }}>
        {message || <Advice code={code} />}
      </Box>
      <Trans>Code</Trans>: <code>{code}</code>
      {requestId && (
        <>
          {' · '}
          <Trans>Request</Trans>: <code>{requestId}</code>
        </>
      )}
      {technical && (
        <Box component="details" sx={{ mt: 1 }}>
          <summary>
            <Trans>Technical details</Trans>
          </summary>
          <code lang="en">{technical}</code>
        </Box>
      )}
    </Notice>
  );
}

/** What an error says, or what to do about it, in the reader's language: within a page that has more to show. */
export function ErrorWords({ error }: { error: Error }) {
  const { i18n } = useLingui();
  if (!(error instanceof GraphError)) return <Advice code="UNEXPECTED" />;
  return readable(error.message, i18n.locale).message || <Advice code={error.code} />;
}

/** The app that is open is older than the platform's, or the connection broke while a part of it was fetched. */
const Outdated = () => (
  <Notice
    alert
    icon={mdiAlertCircleOutline}
    heading="h1"
    title={<Trans>This page could not be loaded</Trans>}
    action={
      <Button variant="contained" onClick={() => window.location.reload()}>
        <Trans>Reload</Trans>
      </Button>
    }
  >
    <Trans>
      The platform was renewed since you opened it, or the connection was lost. Reloading brings the
      present version; the address stays.
    </Trans>
  </Notice>
);

function ErrorTitle({ code }: { code: string }) {
  switch (code) {
    case 'UNREACHABLE':
      return <Trans>The platform cannot be reached</Trans>;
    case 'UNAVAILABLE':
      return <Trans>The platform is not ready at the moment</Trans>;
    case 'UNAUTHENTICATED':
      return <Trans>Your session has ended</Trans>;
    case 'NOT_FOUND':
      return <Trans>It does not exist, or you have no permission to see it</Trans>;
    case 'TOO_MANY_REQUESTS':
      return <Trans>Too many requests in a short time</Trans>;
    case 'TOO_LARGE':
      return <Trans>What was sent is too large</Trans>;
    case 'BAD_USER_INPUT':
      return <Trans>The request was not understood</Trans>;
    case 'UNEXPECTED':
      return <Trans>Something went wrong on this page</Trans>;
    default:
      return <Trans>Something went wrong on the platform’s side</Trans>;
  }
}

/** What to do about it, where the platform has not said so in the reader's language. */
function Advice({ code }: { code: string }) {
  switch (code) {
    case 'UNREACHABLE':
      return (
        <Trans>
          Check the connection to the network. Nothing you see here is renewed until then.
        </Trans>
      );
    case 'UNAVAILABLE':
      return <Trans>It is starting or being renewed. Try again in a minute.</Trans>;
    case 'UNAUTHENTICATED':
      return <Trans>Sign in again to go on where you were.</Trans>;
    case 'NOT_FOUND':
      return <Trans>It may have been withdrawn, or it belongs to another institution.</Trans>;
    case 'TOO_MANY_REQUESTS':
      return <Trans>Wait a minute, then try again.</Trans>;
    case 'TOO_LARGE':
      return <Trans>Send it in several parts.</Trans>;
    case 'BAD_USER_INPUT':
      return (
        <Trans>Check the filters and the address; the details say what was not accepted.</Trans>
      );
    case 'UNEXPECTED':
      return <Trans>Reload the page. If it happens again, tell support the code.</Trans>;
    default:
      return <Trans>Try again; if it happens again, tell support the code and the request.</Trans>;
  }
}
