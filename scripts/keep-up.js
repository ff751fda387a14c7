// Run by any Node from 20 on: plain JavaScript, Node's own modules only.

/** Milliseconds before the first restart; each further one waits twice as long, until the process ran for a minute. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
const STEADY = 60_000;

/**
 * This process ends as the child ends, and what it is told to do the child is told. A platform that had been ready and
 * ends by a fault nobody foresaw is started again: why it ended is what it wrote last.
 * @param {import('node:child_process').ChildProcess} first
 * @param {(() => import('node:child_process').ChildProcess) | null} again starts the next one; null where one end is the end
 */
export const keepUp = (first, again) => {
  let child = first;
  let told = false;
  let wait = FIRST_WAIT;
  let wasReady = false;
  // Ctrl-C reaches the child as well, being in the same group; it decides when to end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      told = true;
      if (signal !== 'SIGINT') child.kill(signal);
    });
  }
  process.once('exit', () => child.kill('SIGTERM'));

  const watch = () => {
    const begun = Date.now();
    child.on('message', ({ url }) => {
      if (url !== undefined) wasReady = true;
    });
    child.once('exit', (code, signal) => {
      // A first start that fails says what to correct, and would fail again; a later one may find the database not yet recovered.
      if (told || code === 0 || again === null || !wasReady)
        process.exit(signal === null ? code : 1);
      if (Date.now() - begun >= STEADY) wait = FIRST_WAIT;
      const how = signal === null ? `code ${code}` : signal;
      console.error(`The platform ended (${how}); it is started again in ${wait / 1000} s.`);
      setTimeout(() => {
        if (told) process.exit(1);
        child = again();
        watch();
      }, wait);
      wait = Math.min(2 * wait, LONGEST_WAIT);
    });
  };
  watch();
};
