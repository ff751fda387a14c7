/** Watches how much memory the process takes until asked. */
export const watchMemory = () => {
  let peak = process.memoryUsage.rss();
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 100);
  return {
    look,
    /** In MiB. */
    peak: (): number => {
      look();
      clearInterval(timer);
      return peak / 2 ** 20;
    },
  };
};
